# The database of the demo and of every scratch instance: roles, schema, content, two practices and three therapists.
# Sourced after cluster.sh.

practices_database=plumbline

practices_sql() { cd "$(dirname "${BASH_SOURCE[0]}")/../../sql" && pwd; }

# Makes everything, unless it exists; a half-made database is made again.
practices_create() {
  local dir=$1
  [ ! -f "$dir/populated" ] || return 0
  rm -f "$dir/service.conf"
  cluster_add_service "$dir" superuser postgres postgres
  cluster_sql "$dir" --command="drop database if exists $practices_database" \
    --command="create database $practices_database"
  rm "$dir/service.conf"
  cluster_add_service "$dir" superuser postgres "$practices_database"
  cluster_sql "$dir" --set=folder="$(practices_sql)" --file="$(practices_sql)/setup.sql"
  cluster_admit "$dir" plumbline_operator plumbline_door plumbline_outbox plumbline_backup
  cluster_add_service "$dir" operator plumbline_operator "$practices_database"
  cluster_add_service "$dir" door plumbline_door "$practices_database"
  cluster_add_service "$dir" outbox plumbline_outbox "$practices_database"
  cluster_add_service "$dir" backup plumbline_backup "$practices_database"

  as_operator "$dir" migrate up >/dev/null
  practice_add "$dir" "Stillwater Massage" "+1 555 010 0100"
  practitioner_add "$dir" mira "Stillwater Massage" "Mira" --owner
  practitioner_add "$dir" jonas "Stillwater Massage" "Jonas"
  practice_add "$dir" "Harbour Bodywork" "+1 555 010 0200"
  practitioner_add "$dir" tom "Harbour Bodywork" "Tom" --owner
  touch "$dir/populated"
}

# The cluster of another folder, which does not run, with all that `practices_create` made in it.
practices_copy() {
  local from=$1 dir=$2 sockets
  sockets=$(cluster_socket_folder "$dir")
  cp --archive "$from/pg" "$from/service.conf" "$from/populated" "$dir/"
  sed -i "s|^host=.*|host=$sockets|" "$dir/service.conf"
  # The last line of a setting counts.
  echo "unix_socket_directories = '$sockets'" |
    "${as_cluster_user[@]}" tee -a "$dir/pg/postgresql.auto.conf" >/dev/null
}

as_operator() {
  local dir=$1
  shift
  PGSERVICEFILE="$dir/service.conf" PLUMBLINE_SHARE="$(practices_sql)" \
    "$PLUMBLINE_BIN/plumbline" "$@" --service operator --json --quiet
}

practice_add() {
  as_operator "$1" practice add "$2" --phone "$3" >/dev/null
}

# Adds a therapist, lets them connect, and writes their entry in the service file.
practitioner_add() {
  local dir=$1 service=$2 practice=$3 name=$4 role
  shift 4
  role=$(as_operator "$dir" practitioner add "$name" --practice "$practice" "$@" |
    sed -n 's/.*"role" *: *"\([a-z0-9_]*\)".*/\1/p')
  [ -n "$role" ] || { echo "plumbline practitioner add gave no role for $name" >&2; return 1; }
  cluster_admit "$dir" "$role"
  cluster_add_service "$dir" "$service" "$role" "$practices_database"
}
