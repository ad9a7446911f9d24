"""One node with etcd, Patroni and PostgreSQL, in a network namespace of its own, which is inside one of ours.

A node has two networks: over `peer` it reaches the other nodes, over `front` the daemon reaches it. So a node can be
cut off from its peers while it still hears the daemon, which is when a cluster loses what it has acknowledged, if ever.
"""

import contextlib
import functools
import json
import os
import pathlib
import signal
import subprocess
import sys
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent.parent / "Tests/Faults"))
from disks import Disk

NUMBERS = (1, 2, 3)
PEER, FRONT = "10.77.0", "10.77.1"
PASSWORD = "only-in-this-namespace"


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


@functools.cache
def protocol():
    """The environment by which Patroni finds etcd. Before 3.0.3, Patroni writes over the leader's key in etcd's third
    protocol without looking whose it is: a leader that was cut off takes the lead again with data that is behind."""
    version = subprocess.run(["patroni", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    is_old = tuple(int(part) for part in version.split(".")[:3]) < (3, 0, 3)
    return "PATRONI_ETCD_HOSTS" if is_old else "PATRONI_ETCD3_HOSTS"


def make_networks():
    """Makes the bridges. The caller is alone in its namespaces of network and mounts."""
    os.makedirs("/run/netns", exist_ok=True)
    run("mount", "-t", "tmpfs", "none", "/run/netns")
    run("ip", "link", "set", "lo", "up")
    for name, network in (("peer", PEER), ("front", FRONT)):
        run("ip", "link", "add", name, "type", "bridge")
        run("ip", "address", "add", f"{network}.254/24", "dev", name)
        run("ip", "link", "set", name, "up")


class Node:
    def __init__(self, number, folder, has_disk):
        self.name = f"node{number}"
        self.number = number
        self.folder = folder / self.name
        self.peer, self.front = f"{PEER}.{number}", f"{FRONT}.{number}"
        self.sockets = self.folder / "run"
        self.processes = []
        self.password = PASSWORD
        for part in ("run", "etcd"):
            (self.folder / part).mkdir(parents=True, mode=0o700)
        # PostgreSQL's files, on a disk of their own if that is to be filled.
        self.disk = Disk(self.folder, "pg") if has_disk else None
        if self.disk:
            self.disk.make("3G")
            (self.folder / "pg").chmod(0o700)
        else:
            (self.folder / "pg").mkdir(mode=0o700)
        run("chown", "-R", "postgres:", self.folder)
        self.make_network()

    def make_network(self):
        run("ip", "netns", "add", self.name)
        self.inside("sysctl", "--quiet", f"--load={HERE / 'sysctl.conf'}")
        self.inside("ip", "link", "set", "lo", "up")
        for kind, address in (("peer", self.peer), ("front", self.front)):
            link = f"{kind}{self.number}"
            run("ip", "link", "add", link, "type", "veth", "peer", "name", kind, "netns", self.name)
            run("ip", "link", "set", link, "master", kind, "up")
            self.inside("ip", "address", "add", f"{address}/24", "dev", kind)
            self.inside("ip", "link", "set", kind, "up")

    def inside(self, *command):
        run("ip", "netns", "exec", self.name, *command)

    def start(self):
        members = ",".join(f"node{n}=http://{PEER}.{n}:2380" for n in NUMBERS)
        etcd = {
            "ETCD_NAME": self.name,
            "ETCD_DATA_DIR": self.folder / "etcd",
            "ETCD_LISTEN_PEER_URLS": f"http://{self.peer}:2380",
            "ETCD_INITIAL_ADVERTISE_PEER_URLS": f"http://{self.peer}:2380",
            "ETCD_LISTEN_CLIENT_URLS": f"http://{self.peer}:2379",
            "ETCD_ADVERTISE_CLIENT_URLS": f"http://{self.peer}:2379",
            "ETCD_INITIAL_CLUSTER": members,
            "ETCD_ENABLE_V2": str(protocol() == "PATRONI_ETCD_HOSTS").lower(),
            # Two busy cores are no reason to elect another leader.
            "ETCD_HEARTBEAT_INTERVAL": 250,
            "ETCD_ELECTION_TIMEOUT": 2500,
        }
        self.processes = [self.spawn("etcd", etcd, "etcd")]
        self.start_patroni()

    def start_patroni(self):
        self.processes.append(self.spawn("patroni", self.environment(), "patroni", self.config()))

    def restart_patroni(self):
        """As systemd does, with what is in the environment by now."""
        patroni = self.processes.pop()
        patroni.terminate()
        patroni.wait(60)
        self.start_patroni()

    def patronictl(self, *words):
        environment = os.environ | {name: str(value) for name, value in self.environment().items()}
        command = ["ip", "netns", "exec", self.name, "patronictl", "-c", self.config(), *words]
        run(*command, env=environment, stdout=subprocess.DEVNULL)

    def environment(self):
        """What stands in /etc/patroni_env.conf."""
        return {
            "PATRONI_NAME": self.name,
            protocol(): ",".join(f"{PEER}.{n}:2379" for n in NUMBERS),
            "PATRONI_RESTAPI_LISTEN": "*:8008",
            "PATRONI_RESTAPI_CONNECT_ADDRESS": f"{self.peer}:8008",
            "PATRONI_POSTGRESQL_LISTEN": "*:5432",
            "PATRONI_POSTGRESQL_CONNECT_ADDRESS": f"{self.peer}:5432",
            "PATRONI_POSTGRESQL_DATA_DIR": self.folder / "pg/data",
            "PATRONI_POSTGRESQL_BIN_DIR": max(pathlib.Path("/usr/lib/postgresql").iterdir()) / "bin",
            "PATRONI_POSTGRESQL_PGPASS": self.folder / "pg/pgpass",
            "PATRONI_SUPERUSER_USERNAME": "postgres",
            "PATRONI_SUPERUSER_PASSWORD": self.password,
            "PATRONI_REPLICATION_USERNAME": "replicator",
            "PATRONI_REPLICATION_PASSWORD": self.password,
        }

    def config(self):
        """The file patroni.yml, but for the folder of the socket."""
        config = self.folder / "patroni.yml"
        if not config.exists():
            here = "postgresql:\n  use_unix_socket: true\n"
            there = f"{here}  parameters:\n    unix_socket_directories: {self.sockets}\n"
            config.write_text((HERE / "patroni.yml").read_text().replace(here, there))
        return config

    def spawn(self, log, environment, *command):
        with open(self.folder / f"{log}.log", "ab") as output:
            return subprocess.Popen(
                [
                    *("ip", "netns", "exec", self.name, "setpriv", "--reuid=postgres", "--regid=postgres"),
                    *("--init-groups", "--", *map(str, command)),
                ],
                cwd="/",
                env=os.environ | {name: str(value) for name, value in environment.items()},
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
            )

    def postgres(self):
        """The process of PostgreSQL; None if there is none."""
        try:
            return int((self.folder / "pg/data/postmaster.pid").read_text().split()[0])
        except (OSError, IndexError):
            return None

    def kill_postgres(self):
        """Every process of PostgreSQL at once."""
        main = self.postgres()
        if main is None:
            return
        children = subprocess.run(["pgrep", "-P", str(main)], stdout=subprocess.PIPE, text=True).stdout.split()
        for pid in [main, *map(int, children)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kill(self):
        """The node as a whole, as a loss of power would."""
        for process in self.processes:
            process.kill()
        self.kill_postgres()
        for process in self.processes:
            process.wait()
        self.processes = []

    def cut_off(self, cut):
        run("ip", "link", "set", f"peer{self.number}", "down" if cut else "up")

    def empty_disk(self):
        if self.disk and (self.disk.mount / "filler").exists():
            self.disk.empty()

    def remove_disk(self):
        if self.disk:
            self.disk.remove()

    def may_take_over(self):
        """Whether etcd has it that this standby has every acknowledged write. Until it has, nobody may take over."""
        try:
            with urllib.request.urlopen(f"http://{self.front}:8008/sync", timeout=2):
                return True
        except OSError:
            return False

    def status(self):
        """What Patroni says of itself; None if it does not answer."""
        try:
            with urllib.request.urlopen(f"http://{self.front}:8008/patroni", timeout=2) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as answer:
            return json.load(answer)
        except OSError:
            return None
