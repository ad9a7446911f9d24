"""A bare Debian in a folder, which systemd-nspawn boots with its own systemd. It has the network of this machine."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import time

ROOTS = pathlib.Path(os.environ.get("PLUMBLINE_ROOTS", "/var/tmp/plumbline-roots"))
NAME = "intake.example.org"
BACKUPS = "/var/backups/plumbline"
ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "TERM": "dumb",
    "DEBIAN_FRONTEND": "noninteractive",
}


def bare(suite):
    """The folder of an untouched root, made by debootstrap the first time."""
    base, done = ROOTS / suite, ROOTS / f"{suite}.done"
    if not done.exists():
        shutil.rmtree(base, ignore_errors=True)
        ROOTS.mkdir(parents=True, exist_ok=True)
        words = ["debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv,dbus", suite, base]
        with open(ROOTS / f"{suite}.log", "w") as log:
            subprocess.run(words, check=True, stdout=log, stderr=log)
        done.touch()
    return base


class Machine:
    def __init__(self, suite, place, package):
        self.suite = suite
        self.place = pathlib.Path(place)
        self.package = package
        self.start("first")

    def start(self, name):
        """Boots a bare root in a folder of this name."""
        self.folder = self.place / name
        subprocess.run(["cp", "-a", bare(self.suite), self.folder], check=True)
        words = ["--quiet", "--register=no", "--keep-unit", "--boot", "--console=pipe", f"--directory={self.folder}"]
        self.container = subprocess.Popen(
            ["systemd-nspawn", *words, f"--machine={self.place.name.replace('_', '-')}-{name}"],
            # The systemd of Debian 13 takes no older hierarchy of cgroups.
            env=os.environ | {"SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def wait(self):
        """Waits until the machine has started."""
        self.until(lambda: self.attempt("systemctl", "is-system-running").stdout.strip() in ("running", "degraded"))

    def end(self):
        """Shuts the machine down."""
        self.container.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.container.wait(60)
        self.container.kill()
        self.container.wait()

    def until(self, holds, seconds=120):
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, "it does not come true"
            time.sleep(0.2)

    def write(self, path, text, mode=0o644):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)

    def attempt(self, *words, environment=None):
        """Runs what somebody types as root; returns how it ended."""
        children = pathlib.Path(f"/proc/{self.container.pid}/task/{self.container.pid}/children").read_text()
        leader = (children.split() or ["none"])[0]
        namespaces = [f"--target={leader}", "--mount", "--pid", "--net", "--ipc", "--uts", "--root", "--wd"]
        return subprocess.run(
            ["nsenter", *namespaces, *words],
            env=ENVIRONMENT | (environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=1800,
        )

    def type(self, *words, environment=None):
        """Runs what has to succeed; returns what it printed on both streams."""
        done = self.attempt(*words, environment=environment)
        assert done.returncode == 0, f"{' '.join(map(str, words))} ended with {done.returncode}:\n{done.stderr[-2000:]}"
        return done.stdout + done.stderr

    def script(self, commands, **replacements):
        """Types lines of deploy/README.md with what is different here."""
        for word, here in replacements.items():
            commands = commands.replace(word, here)
        return self.type("bash", "-euc", commands)

    def type_as(self, account, command):
        return self.type("runuser", "--login", account, "--command", command)

    def sql(self, statement):
        words = ["psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--dbname=plumbline"]
        return self.type("runuser", "--user", "postgres", "--", *words, f"--command={statement}").strip()

    def newest_backup(self):
        return self.type("plumbline-backup", "list", BACKUPS).splitlines()[-1].split("\t")[0]

    def install(self, *packages):
        """Installs with apt, without recommended packages, among which are 200 MB of fonts."""
        return self.attempt("apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", *packages)

    def systemctl(self, *words):
        return self.type("systemctl", *words).strip()

    def run_task(self, name):
        """Starts the service of a timer, which ends before this does; returns what it wrote into the journal."""
        self.systemctl("start", f"{name}.service")
        return self.type("journalctl", "--no-pager", "--output=cat", f"--unit={name}.service")

    def readiness(self):
        where = ["--unix-socket", "/run/plumblined/operations.sock", "http://localhost/readyz"]
        done = self.attempt("curl", "--silent", "--write-out", "%{http_code}", *where)
        return " ".join(done.stdout.split())
