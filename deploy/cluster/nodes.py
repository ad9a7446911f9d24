"""Three nodes, of which one leads: what they agree on, and what an operator does to them."""

import json
import shutil
import time
import urllib.request

from node import NUMBERS, Node, make_networks


class Nodes:
    def __init__(self, folder, have_disks):
        make_networks()
        self.nodes = [Node(number, folder, have_disks) for number in NUMBERS]
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
        leader.patronictl("switchover", "plumbline", "--candidate", candidate, "--force")
        return leader

    def change_passwords(self, password):
        """Has each node use a password that the roles have by now: first those that follow, then the one that led."""
        leader = self.wait_until_whole()
        for node in (n for n in self.nodes if n is not leader):
            self.renew(node, password)
        # It cannot follow before it has the password.
        self.switch_over()
        self.renew(leader, password)

    def renew(self, node, password):
        node.password = password
        node.restart_patroni()
        time.sleep(5)
        self.wait_until_whole()

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
        """Plugs in, empties and starts what was cut off, filled or killed."""
        for node in self.nodes:
            node.cut_off(False)
            node.empty_disk()
            if not node.processes:
                node.start()
        return self.wait_until_whole()

    def stop(self, keep):
        for node in self.nodes:
            node.kill()
            if not keep:
                node.remove_disk()
                shutil.rmtree(node.folder, ignore_errors=True)
