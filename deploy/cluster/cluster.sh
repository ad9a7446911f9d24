# A private PostgreSQL cluster in a folder: its own files, its own Unix socket, no TCP, no password. Sourced by
# deploy/scratch; every function takes the folder as its first argument.
#
#   DIR/pg            the data directory            DIR/run           the socket
#   DIR/service.conf  libpq services                DIR/postgres.log  the server's log
#
# PostgreSQL refuses to run as root, so for root the servers run as the user `postgres`, from a folder that this user
# may enter, which the current one may not be.

if [ "$(id -u)" = 0 ]; then
  cluster_user=postgres
  as_cluster_user=(env --chdir=/ setpriv "--reuid=$cluster_user" "--regid=$cluster_user" --init-groups --no-new-privs)
else
  cluster_user=$(id -un)
  as_cluster_user=()
fi

# The folder of the server's programs: PLUMBLINE_POSTGRES, or Debian's of the version that made the cluster, which no
# other can start; for one that is yet to be made, the newest.
cluster_programs() {
  local folder
  [ -z "${PLUMBLINE_POSTGRES:-}" ] || { echo "$PLUMBLINE_POSTGRES"; return; }
  if [ -f "${1:-}/pg/PG_VERSION" ]; then
    folder=/usr/lib/postgresql/$(cat "$1/pg/PG_VERSION")
    [ -x "$folder/bin/postgres" ] || {
      echo "$1/pg is of PostgreSQL ${folder##*/}, which is not here: apt install postgresql-${folder##*/}" >&2
      return 69
    }
  else
    folder=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort -V | tail -n 1)
    [ -x "$folder/bin/initdb" ] || { echo "no PostgreSQL server here; run: deploy/dependencies run" >&2; return 69; }
  fi
  echo "$folder/bin"
}

# The folder of the socket, whose path may not be longer than 107 bytes.
cluster_socket_folder() {
  if [ ${#1} -le 80 ]; then echo "$1/run"; else echo "/tmp/plumbline.$(cksum <<<"$1" | cut -d ' ' -f 1)"; fi
}

# Makes the cluster, unless it exists. A half-made one is made again.
cluster_init() {
  local dir=$1 programs
  [ ! -f "$dir/pg/PG_VERSION" ] || return 0
  programs=$(cluster_programs) || return
  rm -rf "$dir/pg.tmp"
  "${as_cluster_user[@]}" "$programs/initdb" --pgdata="$dir/pg.tmp" --username=postgres --auth=peer --encoding=UTF8 \
    --locale=C.UTF-8 --data-checksums >/dev/null
  # Not every build of the server supports lz4; Debian's does.
  if "${as_cluster_user[@]}" "$programs/postgres" -D "$dir/pg.tmp" -c wal_compression=lz4 -C wal_compression \
    &>/dev/null; then
    printf '%s = lz4\n' default_toast_compression wal_compression |
      "${as_cluster_user[@]}" tee -a "$dir/pg.tmp/postgresql.conf" >/dev/null
  fi
  "${as_cluster_user[@]}" tee -a "$dir/pg.tmp/postgresql.conf" >/dev/null <<CONF

max_connections = 200
password_encryption = scram-sha-256
# Keeps values of clients out of the log, whatever fails.
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
CONF
  "${as_cluster_user[@]}" mv "$dir/pg.tmp" "$dir/pg"
  cluster_make_private "$dir"
}

# Allows connections only through its own socket and by admitted users, at first the superuser. Also for a restored
# cluster.
cluster_make_private() {
  local dir=$1
  # The last settings that the server reads, so that a copy can never archive into the backups of its origin.
  "${as_cluster_user[@]}" touch "$dir/pg/postgresql.conf"
  "${as_cluster_user[@]}" tee -a "$dir/pg/postgresql.auto.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$(cluster_socket_folder "$dir")'
archive_mode = off
CONF
  printf 'local %s all peer map=plumbline\n' all replication |
    "${as_cluster_user[@]}" tee "$dir/pg/pg_hba.conf" >/dev/null
  "${as_cluster_user[@]}" tee "$dir/pg/pg_ident.conf" >/dev/null </dev/null
  cluster_admit "$dir" postgres
}

# Lets whoever runs this, and the cluster's user, connect as these roles.
cluster_admit() {
  local dir=$1 role user
  shift
  for role in "$@"; do
    for user in $(printf '%s\n' "$(id -un)" "$cluster_user" | sort -u); do
      echo "plumbline $user $role" | "${as_cluster_user[@]}" tee -a "$dir/pg/pg_ident.conf" >/dev/null
    done
  done
  if cluster_is_running "$dir"; then
    "${as_cluster_user[@]}" "$(cluster_programs "$dir")/pg_ctl" reload --silent --pgdata="$dir/pg"
  fi
}

cluster_start() {
  local dir=$1 programs sockets
  ! cluster_is_running "$dir" || return 0
  programs=$(cluster_programs "$dir") || return
  sockets=$(cluster_socket_folder "$dir")
  "${as_cluster_user[@]}" mkdir -p -m 0710 "$sockets"
  forget_killed_server "$dir"
  "${as_cluster_user[@]}" "$programs/pg_ctl" start --silent --wait --timeout=60 --pgdata="$dir/pg" \
    --log="$dir/postgres.log" || { tail -n 5 "$dir/postgres.log" >&2; return 1; }
}

# Waits until a server that was restored has reached its moment and takes writes.
cluster_await() {
  local dir=$1
  until [ "$(cluster_sql "$dir" --command="select pg_is_in_recovery()" 2>/dev/null)" = f ]; do
    cluster_is_running "$dir" || { tail -n 5 "$dir/postgres.log" >&2; return 1; }
    sleep 0.2
  done
}

# A killed server stays a zombie until it is reaped, which never happens in some containers, and PostgreSQL would
# consider it alive.
forget_killed_server() {
  local dir=$1 pid
  pid=$(cluster_pid "$dir") || return 0
  for _ in 1 2 3 4 5; do
    [ -n "$pid" ] && [ -d "/proc/$pid" ] || return 0
    sleep 0.1
  done
  rm -f "$dir/pg/postmaster.pid" "$(cluster_socket_folder "$dir")/.s.PGSQL.5432.lock"
}

# Stops the server: `fast` writes everything to disk first, `immediate` is for data that is thrown away.
cluster_stop() {
  local dir=$1 mode=${2:-fast}
  if cluster_is_running "$dir"; then
    "${as_cluster_user[@]}" "$(cluster_programs "$dir")/pg_ctl" stop --silent --wait --mode="$mode" --pgdata="$dir/pg"
  fi
  rm -rf "$(cluster_socket_folder "$dir")"
}

# Kills every process of the server at once, as a loss of power would; for tests. They are suspended first, so that no
# process starts between the list and the kill and keeps the shared memory alive.
cluster_kill() {
  local dir=$1 pid
  pid=$(cluster_pid "$dir")
  kill -STOP "$pid"
  kill -KILL "$pid" $(pgrep -P "$pid")
  while process_is_alive "$pid"; do sleep 0.01; done
}

cluster_pid() { head -n 1 "$1/pg/postmaster.pid" 2>/dev/null; }

# A server works in its data directory. Another process may have got its number since, maybe another server.
cluster_is_running() {
  local pid
  pid=$(cluster_pid "$1") || return 1
  process_is_alive "$pid" && "${as_cluster_user[@]}" test "/proc/$pid/cwd" -ef "$1/pg"
}

# A zombie counts as not alive, even where nobody reaps it.
process_is_alive() {
  local state
  [ -n "${1:-}" ] || return 1
  state=$(sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null) || return 1
  [ -n "$state" ] && [ "$state" != Z ]
}

# Adds one entry to the service file, by which programs choose the login they connect with.
cluster_add_service() {
  local dir=$1 name=$2 role=$3 database=$4
  printf '[%s]\nhost=%s\ndbname=%s\nuser=%s\n\n' "$name" "$(cluster_socket_folder "$dir")" "$database" "$role" \
    >>"$dir/service.conf"
}

cluster_sql() {
  local dir=$1
  shift
  PGSERVICEFILE="$dir/service.conf" PGSERVICE=superuser PGOPTIONS="--client-min-messages=warning" \
    psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$@"
}
