# Runs parts of the tests side by side. Sourced by Tests/run, which stands in the top folder.

# Makes the folder that holds each part's words, its result, its instance, and what it makes in TMPDIR.
parts_begin() {
  parts_folder=$(mktemp -d /tmp/plumbline-tests.XXXXXX)
  chmod 0711 "$parts_folder"
  mkdir "$parts_folder/results"
  mkdir -m 1777 "$parts_folder/tmp"
  export TMPDIR=$parts_folder/tmp
  parts_names=() parts_commands=()
}

# Queues a part: its name, then its command.
part() {
  parts_names+=("$1")
  shift
  parts_commands+=("${*@Q}")
}

# Runs a part now, with nothing beside it; what comes after needs it, so its failure ends everything.
alone() {
  part "$@"
  parts_one $((${#parts_names[@]} - 1))
  [ "$(cut -d ' ' -f 2 "$parts_folder/results/$((${#parts_names[@]} - 1))")" = passed ]
}

# Makes the instance that those of the parts are copies of, since the database takes longest. PLUMBLINE_BIN names the
# programs.
parts_model() {
  deploy/scratch start --dir "$parts_folder/model" >/dev/null
  deploy/scratch stop --dir "$parts_folder/model" --keep
}

# A command against an instance of its own, which is removed afterwards.
with_instance() {
  local dir=$parts_folder/instance.$BASHPID status=0 key value
  deploy/scratch start --dir "$dir" --like "$parts_folder/model" >"$dir.env"
  while IFS='=' read -r key value; do export "$key=$value"; done <"$dir.env"
  "$@" || status=$?
  deploy/scratch stop --dir "$dir" >/dev/null 2>&1 || true
  return "$status"
}

# Runs the part of a number, and prints what it said when it has ended, so that two parts do not talk at once.
parts_one() {
  local number=$1 began=$SECONDS status=passed
  # A subshell that is waited for stops at the first command that fails; one in a condition would go on.
  (eval "${parts_commands[$number]}") >"$parts_folder/$number.log" 2>&1 </dev/null &
  wait $! || status=FAILED
  echo "$((SECONDS - began)) $status" >"$parts_folder/results/$number"
  {
    flock 9
    printf '\n== %s (%s)\n' "${parts_names[$number]}" "$status"
    cat "$parts_folder/$number.log"
  } 9>"$parts_folder/printing"
}

# Takes one queued part after another until none is left.
parts_worker() {
  local number
  while true; do
    {
      flock 9
      number=$(cat "$parts_folder/next")
      echo $((number + 1)) >"$parts_folder/next"
    } 9>"$parts_folder/taking"
    [ "$number" -lt "${#parts_names[@]}" ] || return 0
    parts_one "$number"
  done
}

# Runs what is queued, so many at a time; fails when one failed.
parts_run() {
  local workers=()
  find "$parts_folder/results" -type f | wc -l >"$parts_folder/next"
  for _ in $(seq "$1"); do
    parts_worker &
    workers+=($!)
  done
  wait "${workers[@]}"
  ! grep -q FAILED "$parts_folder"/results/*
}

# Asks a process and all that it started to end.
parts_kill() {
  local child
  for child in $(pgrep -P "$1"); do parts_kill "$child"; done
  kill -TERM "$1" 2>/dev/null || true
}

# Ends what still runs, and prints the seconds of each part and what failed.
parts_end() {
  local status=$? limit=$1 number result failed=() job instance
  for job in $(jobs -p); do parts_kill "$job"; done
  for instance in "$parts_folder"/{model,instance.*}/; do
    [ ! -d "$instance" ] || deploy/scratch stop --dir "${instance%/}" >/dev/null 2>&1 || true
  done
  printf '\n%6s  %s\n' seconds part
  for number in "${!parts_names[@]}"; do
    result=$(cat "$parts_folder/results/$number" 2>/dev/null || echo "0 unfinished")
    printf '%6d  %s\n' "${result% *}" "${parts_names[$number]}"
    [ "${result#* }" = passed ] || failed+=("${result#* }: ${parts_names[$number]}")
  done
  rm -rf "$parts_folder"
  printf '%6d  all, of at most %d\n' "$SECONDS" "$limit"
  if [ ${#failed[@]} -gt 0 ]; then
    printf '%s\n' "${failed[@]}"
    exit 1
  fi
  if [ "$status" = 0 ]; then echo "Passed."; fi
}
