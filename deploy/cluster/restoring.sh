# Restoring a backup, and checking it. Sourced by deploy/backup after cluster.sh: `key` is the identity's file, `to` the
# moment to return to.

# Unpacks into DIR/pg and compares every file with the backup's own list.
restore() {
  local file=${1:?} dir=${2:?}
  [ -f "$file" ] || fail "no file $file"
  file=$(realpath "$file") dir=$(realpath -m "$dir")
  [ ! -e "$dir/pg" ] || fail "$dir/pg exists already; choose another folder"
  mkdir -p "$dir/pg"
  decrypt "$file" | tar -C "$dir/pg" -xz
  chmod 0700 "$dir/pg"
  "$(cluster_programs)/pg_verifybackup" --quiet "$dir/pg"
  [ -z "$to" ] || recover_to "$file" "$dir"
  known_erasures "$(dirname "$file")" >"$dir/erasures.json"
  [ "$(id -u)" != 0 ] || chown -R "$cluster_user" "$dir"
}

# The erasures in all manifests of the folder, as `plumbline erasures list --json` lists them. Those of later manifests
# matter most: the backup still holds these clients.
known_erasures() {
  local entry='{"practice": "\1", "client": "\2", "erased_at": "\3T\4Z"},'
  echo "["
  find "$1" -maxdepth 1 -name 'plumbline-*.manifest' -exec cat {} + | sort -u |
    sed -n "s/^erased \(.*\) \(.*\) \([0-9-]*\) \([0-9:]*\).*/$entry/p" |
    sed '$s/,$//'
  echo "]"
}

# Makes the server replay the archived WAL up to the time when it starts, and serve from there.
recover_to() {
  local wal dir=$2
  wal=$(dirname "$1")/wal
  [ -d "$wal" ] || fail "no archived WAL in $wal, so there is no other time to return to than the backup's own"
  # The server decrypts as its own user, who may be able to read neither the folder nor the identity.
  mkdir "$dir/wal"
  for segment in "$wal"/*.age; do decrypt "$segment" >"$dir/wal/$(basename "$segment" .age)"; done
  # The last settings that the server reads, wherever its others are; Debian's are outside of the data.
  cat >>"$dir/pg/postgresql.auto.conf" <<CONF
restore_command = 'cp "$dir/wal/%f" "%p"'
recovery_target_time = '$to'
recovery_target_action = promote
CONF
  touch "$dir/pg/recovery.signal"
}

work=''
cleanup() {
  [ -n "$work" ] || return 0
  cluster_stop "$work" immediate
  rm -rf "$work" "$work.lock"
}
trap cleanup EXIT

# Makes a folder for the clear text of one check, and removes those that killed checks have left.
work_folder() {
  local left
  for left in "${TMPDIR:-/tmp}"/plumbline-verify.*; do
    [ -d "$left" ] || continue
    exec 8>"$left.lock"
    flock --nonblock 8 || continue
    echo "deploy/backup: removing clear text that a killed verify left: $left" >&2
    cluster_stop "$left" immediate
    rm -rf "$left" "$left.lock"
  done
  work=$(mktemp -d "${TMPDIR:-/tmp}/plumbline-verify.XXXXXX")
  exec 8>"$work.lock"
  flock 8
  chmod 0711 "$work"
}

# A backup is good when the file is unchanged, the server starts, the audit chains are sound up to every head that this
# and earlier backups recorded, and the daemon's role has no more rights than before.
verify() {
  local file folder manifest database
  file=$(newest "${1:?}")
  folder=$(dirname "$(realpath "$file")")
  manifest=$folder/$(basename "${file%.tar.gz*}").manifest
  [ -f "$manifest" ] || fail "no manifest $manifest"
  grep -qx "sha256 $(sha256sum <"$file" | cut -d ' ' -f 1) $(basename "$file")" "$manifest" ||
    fail "$file differs from its manifest"
  work_folder
  restore "$file" "$work"
  cluster_make_private "$work"
  # The server must not keep the lock if this is killed.
  cluster_start "$work" 8>&-
  cluster_add_service "$work" superuser postgres postgres
  database=$(cluster_sql "$work" --command="
    select datname from pg_database where datname not in ('postgres', 'template0', 'template1') limit 1")
  known_heads "$folder" "$manifest" |
    cluster_sql "$work" --dbname="service=superuser dbname=$database" --file="$here/cluster/verify.sql"
  note verified "$file"
  echo "$file: whole, starts, and holds."
}

# The newest backup of a folder, or the file itself.
newest() {
  local found=$1
  [ ! -d "$1" ] || found=$(find "$1" -maxdepth 1 -name 'plumbline-*.tar.gz*' | sort | tail -n 1)
  [ -f "$found" ] || fail "no backup in $1"
  echo "$found"
}

# The heads of this manifest and of all before it.
known_heads() {
  local each
  for each in "$1"/plumbline-*.manifest; do
    if [[ ! $each > $2 ]]; then sed -n 's/^head //p' "$each"; fi
  done
}
