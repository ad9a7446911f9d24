# Restoring a backup. Sourced by deploy/backup after cluster.sh: `key` is the identity's file, `to` the moment to return
# to, `received` a folder of more WAL.

# Unpacks into DIR/pg, as the user who will own it, and compares every file with the backup's own list.
restore() {
  local file=${1:?} dir=${2:?} programs
  [ -f "$file" ] || fail "no file $file"
  file=$(realpath "$file") dir=$(realpath -m "$dir")
  [ ! -e "$dir/pg" ] || fail "$dir/pg exists already; choose another folder"
  [ -z "$to" ] || require_moment "$(dirname "$file")/wal"
  [ -e "$dir" ] || { install -d -m 0711 "$dir" && give "$dir"; }
  "${as_cluster_user[@]}" test -x "$dir" || fail "$cluster_user may not enter $dir; choose another folder"
  install -d -m 0700 "$dir/pg" "$dir/wal"
  give "$dir/pg" "$dir/wal"
  decrypt "$file" | "${as_cluster_user[@]}" tar -C "$dir/pg" -xz
  "${as_cluster_user[@]}" chmod 0700 "$dir/pg"
  programs=$(cluster_programs "$dir")
  "${as_cluster_user[@]}" "$programs/pg_verifybackup" --quiet "$dir/pg"
  begin_timeline "$(dirname "$file")" "$dir"
  known_erasures "$(dirname "$file")" | "${as_cluster_user[@]}" tee "$dir/erasures.json" >/dev/null
}

# Fails for a moment that cannot be returned to, before anything is unpacked.
require_moment() {
  [ -d "$1" ] || [ -n "$received" ] ||
    fail "no archived WAL in $1, so there is no other time to return to than the backup's own"
  [ "$to" = latest ] || seconds "$to" >/dev/null
}

# Gives what root has made to the server's user.
give() { [ "$(id -u)" != 0 ] || chown "$cluster_user" "$@"; }

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

# Makes the server replay WAL up to the moment when it starts, and begin a timeline of its own there. Were it to go on
# with the backup's, it would give its WAL names that are in the archive already, and could never archive any of it.
begin_timeline() {
  local folder=$1 dir=$2 timeline=current moment="recovery_target = immediate"
  # Decrypted here: the server's user may be able to read neither the folder nor the identity. By the histories it
  # learns which timelines are taken.
  bring_wal "$folder" "$dir" '*.history'
  if [ -n "$to" ]; then
    timeline=$(timeline_at "$folder" "$dir")
    bring_wal "$folder" "$dir" '*'
    moment="recovery_target_time = '$to'"
    # There may be more after it than was archived; a time that is not reached would be a fault.
    [ "$to" != latest ] || moment=''
  fi
  # The last settings that the server reads, wherever its others are; Debian's are outside of the data. Those of an
  # earlier restore would contradict them.
  "${as_cluster_user[@]}" sed -i '/^\(restore_command\|recovery_\|hot_standby\)/d' "$dir/pg/postgresql.auto.conf"
  "${as_cluster_user[@]}" tee -a "$dir/pg/postgresql.auto.conf" >/dev/null <<CONF
restore_command = 'cp "$dir/wal/%f" "%p"'
recovery_end_command = 'rm -rf "$dir/wal"'
recovery_target_timeline = $timeline
recovery_target_action = promote
$moment
# Nobody reads before that, and it may allow fewer connections than the server that was backed up.
hot_standby = off
CONF
  "${as_cluster_user[@]}" rm -f "$dir/pg/standby.signal"
  "${as_cluster_user[@]}" touch "$dir/pg/recovery.signal"
}

# Puts WAL whose name is like this into DIR/wal, in clear, unless it is from before the backup.
bring_wal() {
  local dir=$2 file name first
  first=$(backup_begins "$dir")
  while IFS= read -r file; do
    name=$(basename "$file")
    name=${name%.gz.age} name=${name%.partial}
    # A partial segment comes after the whole one, if there is that.
    if [[ $name =~ ^[0-9A-F]{24} && ${name:8:16} < ${first:8:16} || -e $dir/wal/$name ]]; then continue; fi
    case $file in *.age) decrypt "$file" | gunzip ;; *) cat "$file" ;; esac |
      "${as_cluster_user[@]}" tee "$dir/wal/$name" >/dev/null
  done < <(wal_files "$1/wal" "$3.gz.age"; [ -z "$received" ] || wal_files "$received" "$3")
}

wal_files() {
  [ ! -d "$1" ] || find "$1" -maxdepth 1 -type f -regextype egrep -regex '.*/[0-9A-F]{8}[^/]*' -name "$2" | sort
}

# The first segment that a restored backup needs.
backup_begins() { sed -n 's/^START WAL LOCATION: .* (file \(.*\))$/\1/p' "$1/pg/backup_label"; }

# The newest timeline that goes on from the backup's and had begun by the moment.
timeline_at() {
  local folder=$1 dir=$2 history began parent end last newest
  read -r newest end < <(sed -n 's/.*"Timeline": \([0-9]*\), .*"End-LSN": "\(.*\)".*/\1 \2/p' \
    "$dir/pg/backup_manifest" | tail -n 1)
  parent=$newest
  for history in "$dir"/wal/*.history; do
    [ -f "$history" ] || continue
    last=$(awk -v timeline="$parent" '$1 == timeline { print $2 }' "$history")
    if [ -z "$last" ] || (($(lsn "$last") < $(lsn "$end"))); then continue; fi
    began=$(cut -d ' ' -f 2 "$folder/wal/$(basename "$history").sha256" 2>/dev/null) || began=''
    if [ "$to" != latest ] && [ -n "$began" ] && (($(seconds "$began") > $(seconds "$to"))); then continue; fi
    newest=$((16#$(basename "$history" .history)))
  done
  echo "$newest"
}

lsn() { echo $((16#${1%/*} << 32 | 16#${1#*/})); }

seconds() { date --date="$1" +%s || fail "no time: $1" 64; }
