"""Three nodes with etcd, Patroni and PostgreSQL, each in a network namespace of its own, all inside one of ours.

A node has two networks: over `peer` it reaches the other nodes, over `front` the daemon reaches it. So a node can be
cut off from its peers while it still hears the daemon, which is when a cluster loses what it has acknowledged, if ever.
"""

import contextlib
import functools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
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
    def __init__(self, number, folder):
        self.name = f"node{number}"
        self.number = number
        self.folder = folder / self.name
        self.peer, self.front = f"{PEER}.{number}", f"{FRONT}.{number}"
        self.sockets = self.folder / "run"
        self.processes = []
        for part in ("run", "etcd", "pg"):
            (self.folder / part).mkdir(parents=True, mode=0o700)
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
        patroni = {
            "PATRONI_NAME": self.name,
            protocol(): ",".join(f"'{PEER}.{n}:2379'" for n in NUMBERS),
            "PATRONI_RESTAPI_LISTEN": "*:8008",
            "PATRONI_RESTAPI_CONNECT_ADDRESS": f"{self.peer}:8008",
            "PATRONI_POSTGRESQL_LISTEN": "*:5432",
            "PATRONI_POSTGRESQL_CONNECT_ADDRESS": f"{self.peer}:5432",
            "PATRONI_POSTGRESQL_DATA_DIR": self.folder / "pg/data",
            "PATRONI_POSTGRESQL_BIN_DIR": max(pathlib.Path("/usr/lib/postgresql").iterdir()) / "bin",
            "PATRONI_POSTGRESQL_PGPASS": self.folder / "pg/pgpass",
            "PATRONI_SUPERUSER_USERNAME": "postgres",
            "PATRONI_SUPERUSER_PASSWORD": PASSWORD,
            "PATRONI_REPLICATION_USERNAME": "replicator",
            "PATRONI_REPLICATION_PASSWORD": PASSWORD,
        }
        config = self.folder / "patroni.yml"
        if not config.exists():
            config.write_text(
                (HERE / "patroni.yml")
                .read_text()
                .replace(
                    "postgresql:\n  use_unix_socket: true",
                    f"postgresql:\n  use_unix_socket: true\n  parameters:\n    unix_socket_directories: {self.sockets}",
                )
            )
        self.processes = [self.spawn("etcd", etcd, "etcd"), self.spawn("patroni", patroni, "patroni", config)]

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


class Nodes:
    def __init__(self, folder):
        make_networks()
        self.nodes = [Node(number, folder) for number in NUMBERS]
        for node in self.nodes:
            node.start()

    def leader(self):
        """The node that takes writes; None while there is none."""
        leaders = [n for n in self.nodes if n.processes and (n.status() or {}).get("role") in ("master", "primary")]
        leaders = [n for n in leaders if (n.status() or {}).get("state") == "running"]
        return leaders[0] if len(leaders) == 1 else None

    @staticmethod
    def followers(leader):
        return (leader.status() or {}).get("replication", [])

    def wait_until_whole(self, seconds=300):
        """Waits for a leader that two standbys follow, one of them in step if that is asked for."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            leader = self.leader()
            followers = self.followers(leader) if leader else []
            is_safe = not self.is_synchronous or any(n.may_take_over() for n in self.nodes if n is not leader)
            if len(followers) == len(NUMBERS) - 1 and is_safe:
                return leader
            time.sleep(0.5)
        raise TimeoutError("the cluster did not become whole; see the logs")

    is_synchronous = True

    def set_synchronous(self, is_synchronous):
        settings = {"synchronous_mode": is_synchronous, "synchronous_mode_strict": is_synchronous}
        self.request(self.wait_until_whole(), "/config", settings, "PATCH")
        self.is_synchronous = is_synchronous
        time.sleep(12)

    def switch_over(self):
        leader = self.wait_until_whole()
        in_step = [f["application_name"] for f in self.followers(leader) if f["sync_state"] == "sync"]
        candidate = in_step[0] if in_step else next(n.name for n in self.nodes if n is not leader)
        self.request(leader, "/switchover", {"leader": leader.name, "candidate": candidate}, "POST")

    def request(self, node, path, body, method):
        request = urllib.request.Request(
            f"http://{node.front}:8008{path}",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.read()

    def mend(self):
        """Plugs in and starts what was cut off or killed."""
        for node in self.nodes:
            node.cut_off(False)
            if not node.processes:
                node.start()
        return self.wait_until_whole()

    def stop(self, keep):
        for node in self.nodes:
            node.kill()
            if not keep:
                shutil.rmtree(node.folder, ignore_errors=True)
