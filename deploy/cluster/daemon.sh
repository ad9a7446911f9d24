# plumblined beside a private cluster. Sourced after cluster.sh and practices.sh.

# Starts it on 127.0.0.1 at the port, or at a free one; leaves its URL in DIR/url and its process in DIR/plumblined.pid.
daemon_start() {
  local dir=$1 port=$2
  if [ -f "$dir/plumblined.pid" ] && process_is_alive "$(cat "$dir/plumblined.pid")"; then return 0; fi
  for _ in 1 2 3 4 5; do
    daemon_spawn "$dir" "${port:-$((20000 + RANDOM % 20000))}"
    if daemon_answers "$dir"; then return 0; fi
    [ -z "$port" ] || break
  done
  tail -n 5 "$dir/plumblined.log" >&2
  return 1
}

daemon_spawn() {
  local dir=$1 port=$2 program=$PLUMBLINE_BIN/plumblined environment=() share
  share=$(practices_sql)
  if [ "$(id -u)" = 0 ]; then
    daemon_lend "$dir"
    program=$dir/bin/plumblined
    share=$dir/share/plumbline
    environment=("LD_LIBRARY_PATH=$dir/lib")
  fi
  echo "http://127.0.0.1:$port" >"$dir/url"
  environment+=(
    "PLUMBLINE_LISTEN=127.0.0.1:$port" "PLUMBLINE_PUBLIC_URL=http://127.0.0.1:$port"
    "PGSERVICEFILE=$dir/service.conf" "PGSERVICE=door" "PLUMBLINE_SHARE=$share")
  # Each of these commands replaces itself with the next, so the started process is the daemon.
  "${as_cluster_user[@]}" setsid env --chdir="$dir" "${environment[@]}" "$program" \
    </dev/null >>"$dir/plumblined.log" 2>&1 &
  echo $! >"$dir/plumblined.pid"
}

# The user who runs the daemon may not be able to read root's checkout and toolchain, so a copy is made for them, laid
# out as installed.
daemon_lend() {
  local dir=$1
  [ ! -d "$dir/bin" ] || return 0
  mkdir -p "$dir/bin" "$dir/lib" "$dir/share"
  cp "$PLUMBLINE_BIN/plumblined" "$dir/bin/"
  ldd "$PLUMBLINE_BIN/plumblined" | awk '$3 ~ /swift|^\/root|^\/home/ { print $3 }' |
    xargs -r cp --target-directory="$dir/lib"
  cp -r "$(practices_sql)" "$dir/share/plumbline"
  chmod -R a+rX "$dir/bin" "$dir/lib" "$dir/share"
}

# Takes over what was lent to the daemon of an instance with the same programs. They are never written to.
daemon_copy() {
  local from=$1 dir=$2
  [ ! -d "$from/bin" ] || cp --archive --link "$from/bin" "$from/lib" "$from/share" "$dir/"
}

# Waits for the first response while the process is alive.
daemon_answers() {
  local dir=$1 pid port
  pid=$(cat "$dir/plumblined.pid")
  port=$(sed 's/.*://' "$dir/url")
  for _ in $(seq 200); do
    process_is_alive "$pid" || return 1
    if { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; then
      printf 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$port" >&3
      if head -n 1 <&3 | grep -q ' 200'; then exec 3>&-; return 0; fi
      exec 3>&-
    fi
    sleep 0.05
  done
  return 1
}

# Asks the daemon to finish, and kills it after ten seconds.
daemon_stop() {
  local dir=$1 pid
  pid=$(cat "$dir/plumblined.pid" 2>/dev/null) || return 0
  kill -TERM "$pid" 2>/dev/null || true
  for _ in $(seq 200); do
    process_is_alive "$pid" || break
    sleep 0.05
  done
  if process_is_alive "$pid"; then kill -KILL "$pid"; fi
  rm -f "$dir/plumblined.pid" "$dir/url"
}
