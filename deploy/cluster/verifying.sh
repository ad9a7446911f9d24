# Checking a backup by restoring it. Sourced by deploy/backup after restoring.sh.

work=''
cleanup() {
  [ -n "$work" ] || return 0
  cluster_stop "$work" immediate
  rm -rf "$work" "$work.lock"
}
trap cleanup EXIT

# A folder of this account alone, where the clear text of a check may lie; on the disk, because /tmp may be in memory.
# What killed checks have left there is ended and removed, so nobody else may be able to put anything there.
work_base() {
  local base=${STATE_DIRECTORY:-${XDG_STATE_HOME:-$HOME/.local/state}/plumbline-verify}
  # The server, which runs as another user then, may not enter the home of root.
  [ -n "${STATE_DIRECTORY:-}" ] || [ "$(id -u)" != 0 ] || base=/var/lib/plumbline-verify-root
  [ -e "$base" ] || install -d -m 0711 "$base"
  [ -z "$(find "$base" -maxdepth 0 \( ! -type d -o ! -user "$(id -u)" -o -perm /022 \))" ] ||
    fail "$base is not a folder that only $(id -un) may write into"
  realpath "$base"
}

# Makes a folder for the clear text of one check, and removes those that killed checks have left.
work_folder() {
  local base left
  base=$(work_base)
  for left in "$base"/check.*; do
    [ -d "$left" ] || continue
    exec 8>"$left.lock"
    flock --nonblock 8 || continue
    echo "deploy/backup: removing clear text that a killed verify left: $left" >&2
    cluster_stop "$left" immediate
    rm -rf "$left" "$left.lock"
  done
  work=$(mktemp -d "$base/check.XXXXXX")
  exec 8>"$work.lock"
  flock 8
  chmod 0711 "$work"
  give "$work"
}

# A backup is good when the file is unchanged, the server starts, the audit chains are sound up to every head that this
# and earlier backups recorded, no record is missing, and no role has more rights than it is given.
verify() {
  local file folder manifest first
  file=$(newest "${1:?}")
  folder=$(dirname "$(realpath "$file")")
  manifest=$folder/$(basename "${file%.tar.gz*}").manifest
  [ -f "$manifest" ] || fail "no manifest $manifest"
  grep -qx "sha256 $(sha256sum <"$file" | cut -d ' ' -f 1) $(basename "$file")" "$manifest" ||
    fail "$file differs from its manifest"
  work_folder
  to='' restore "$file" "$work"
  first=$(backup_begins "$work")
  cluster_make_private "$work"
  # The server must not keep the lock if this is killed.
  cluster_start "$work" 8>&-
  cluster_add_service "$work" superuser postgres postgres
  cluster_add_service "$work" records postgres "$(sed -n 's/^database //p' "$manifest")"
  cluster_await "$work"
  { known_heads "$folder" "$manifest"; grep '^rows ' "$manifest"; } |
    cluster_sql "$work" --dbname=service=records --file="$here/cluster/verify.sql"
  note verified "$file"
  echo "$file: whole, starts, and holds."
  check_wal "$folder/wal" "$first"
}

# Fails when a segment is missing in the archive after the backup: no moment behind it can be returned to.
check_wal() {
  local wal=$1 start before timeline=${2:0:8} count=0 file name
  start=$(segment_number "$2")
  before=$((start - 1))
  while IFS= read -r file; do
    name=$(basename "$file" .gz.age)
    if [[ ! $name =~ ^[0-9A-F]{24}$ || $name < ${2:0:8} || ${name:8} < ${2:8} ]]; then continue; fi
    if [ "${name:0:8}" != "$timeline" ]; then
      timeline=${name:0:8}
      before=$(timeline_begins "$wal/$timeline.history.gz.age")
      before=$(((before > start ? before : start) - 1))
    fi
    (($(segment_number "$name") == before + 1)) || fail "WAL is missing in $wal before $name; make a backup now"
    before=$((before + 1)) count=$((count + 1))
  done < <(wal_files "$wal" '*.gz.age')
  [ ! -d "$wal" ] || echo "$wal: $count segments since it, none missing between them."
}

# Segments have 16 MB, 256 of them one number of their log.
segment_number() { echo $((16#${1:8:8} * 256 + 16#${1:16:8})); }

# The number of the segment in which a timeline left the one before, of which it has a copy.
timeline_begins() {
  [ -f "$1" ] || fail "WAL is missing: $1; make a backup now"
  echo $(($(lsn "$(decrypt "$1" | gunzip | awk '$1 + 0 { at = $2 } END { print at }')") / 16777216))
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
    if [[ ! $each > $2 ]]; then grep '^head ' "$each" || true; fi
  done
}
