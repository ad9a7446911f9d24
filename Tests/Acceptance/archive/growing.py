"""A client with a record of every kind."""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).parents[3]
PROGRAM = os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline")


def grow(environment=None):
    """Makes the client as Mira, with characters that a line of text might break on, and returns the id."""

    def made(*words, stdin=None):
        done = subprocess.run(
            [PROGRAM, *words, "--json", "--service", "mira"],
            input=stdin, capture_output=True, text=True, env=environment,
        )  # fmt: skip
        assert done.returncode == 0, f"{words}: {done.stderr}"
        return json.loads(done.stdout)

    probes = json.loads((ROOT / "Tests/ClinicalTests/Data/probes.json").read_text())
    answers = json.dumps(probes["baseline"] | {"health.conditions": ["raynaud"]})
    client = made("client", "add", 'Ēva Quote "\\ Söderström', "--email", f"eva{os.getpid()}@example.org")["id"]
    made("client", "note", client, "--note-file", "-", stdin="two lines\u2028and \u0085 more\n\tkept")
    made("invite", "link", client)
    intake = made("intake", "start", client, "--from-json", "-", stdin=answers)
    acknowledged = ("--ack", "rf.cold_sensitive", "--action", "adapt", "--note-file", "-")
    made("intake", "flag", intake["id"], *acknowledged, stdin="no cold")
    made("intake", "accept", intake["id"])
    evaluation = made("evaluation", "new", client, "--from-json", str(ROOT / "deploy/demo/evaluation.json"))
    made("evaluation", "sign", evaluation["id"])
    visit = made("visit", "new", client, "--from-json", str(ROOT / "deploy/demo/visit.json"))
    made("visit", "sign", visit["id"])
    made("plan", "issue", made("plan", "new", client)["id"])
    return client
