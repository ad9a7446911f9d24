"""Runs every example of the help and every command in README.md as it is written, in the order of the text.

Nothing in an example is replaced. Instead a separate installation holds what the examples name: the
clients Ana Lima (k7f3) and Bo Chen (p2xm), their intakes that wait (7h2d and e81q), Ana's issued plan (9qd4), and the
files they read. They are typed by Mira, or by the operator where the help says that a command is for the operator;
a question is answered with yes, or with what the client says.
"""

import json
import os
import pathlib
import re
import subprocess

import client_form
import pexpect
import pytest
from conftest import BASELINE, PROGRAM, register_outbox_key

ROOT = pathlib.Path(__file__).parents[2]
# Examples that are not run: the first builds a release and installs packages as root; the second runs these tests.
NOT_RUN = ["deploy/quickstart", "Tests/run"]
# What arrives from another installation is brought in by `Acceptance/archive`.
ARRIVING = {"practice admit", "import practice", "import client"}
# A message that a mail system has taken.
MESSAGE = """insert into clinic.messages
    (practice_id, id, kind, client_id, practitioner_id, channel, state, handed_over_at)
  select practice_id, '3f2a91bc-0000-4000-8000-000000000000', 'plan', id, practitioner_id, 'email', 'sent', now()
  from clinic.clients where id = '{client}';"""
NAMED = {"k7f3": "clients", "p2xm": "clients", "7h2d": "intakes", "e81q": "intakes", "9qd4": "plans"}


def examples_of_the_help():
    """Lines of a command's help that are a command, after at most two words and a colon. The root's come last, because
    its day continues where the others end.
    """

    def below(command, path):
        for child in command.get("subcommands", []):
            yield from below(child, [*path, child["commandName"]])
        service = "operator" if "for the operator" in command.get("abstract", "") else "mira"
        for line in command.get("discussion", "").splitlines():
            if found := re.match(r"(?:\w+(?: \w+)?: +| *)(plumbline .*)", line):
                yield " ".join(path) or "plumbline", found[1], service

    help = subprocess.run([PROGRAM, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
    return list(below(json.loads(help)["command"], []))


def commands_of_the_readme():
    blocks = re.findall(r"^```\n(.*?)^```", (ROOT / "README.md").read_text(), re.M | re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    return [
        line
        for line in lines
        if re.match(r"(plumbline|deploy/\w+|Tests/run) *(\S.*)?$", line) and not line.startswith("deploy/ ")
    ]


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """Runs a line in a new shell and returns its output."""
    folder = tmp_path_factory.mktemp("examples")
    started = subprocess.run([ROOT / "deploy/scratch", "start"], capture_output=True, text=True)
    assert started.returncode == 0, started.stderr
    home = folder / "home"
    for place in (".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"):
        (home / place).mkdir(parents=True)
    (folder / "deploy").symlink_to(ROOT / "deploy")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "XDG"))}
    environment |= dict(line.split("=", 1) for line in started.stdout.splitlines())
    environment |= {
        "HOME": str(home),
        "TERM": "dumb",
        "PLUMBLINE_PAGER": "cat",
        "PATH": f"{os.environ['PLUMBLINE_BIN']}:{environment['PATH']}",
    }

    def run(line, service="mira"):
        shell = pexpect.spawn(
            "bash",
            ["-c", line],
            cwd=folder,
            env=environment | {"PGSERVICE": service},
            encoding="utf-8",
            timeout=60,
            dimensions=(200, 200),
        )
        said = ""
        while (asked := shell.expect_exact(["[y/N]", "[k]eep the record:", pexpect.EOF])) != 2:
            said += shell.before
            shell.sendline("yt"[asked])
        said += shell.before
        shell.wait()
        assert shell.exitstatus == 0, f"{line}\n{said}"
        return said

    write_down_what_is_named(folder, environment)
    yield run
    subprocess.run(
        [ROOT / "deploy/scratch", "stop", "--dir", environment["SCRATCH_DIR"]], check=True, capture_output=True
    )


def write_down_what_is_named(folder, environment):
    def mira(*words, stdin=None):
        done = subprocess.run(
            [PROGRAM, *words, "--service", "mira", "--json"],
            input=stdin,
            capture_output=True,
            text=True,
            env=environment,
        )
        assert done.returncode == 0, f"{words}: {done.stderr}"
        return json.loads(done.stdout)

    register_outbox_key(env=environment)
    (folder / "note.txt").write_text("Sent to the emergency department; a taxi was called.\n")
    (folder / "clients.csv").write_text("First name,Last name,Date of birth\nEva,Roth,1980-02-29\n")
    (folder / "bundle.json").write_text('{"resourceType": "Patient", "name": [{"text": "Fay Roth"}]}')
    (folder / "findings.json").write_text((ROOT / "deploy/demo/evaluation.json").read_text())
    ids = {}
    for name, client, intake in (("Ana Lima", "k7f3", "7h2d"), ("Bo Chen", "p2xm", "e81q")):
        calm = BASELINE | {"contact.full_name": name, "contact.email": f"{client}@example.org"}
        swollen = calm | {"safety.leg_clot": "yes"}
        ids[client] = mira("client", "add", name, "--phone", "+351 555 010 200", "--email", f"{client}@example.org")[
            "id"
        ]
        mira("intake", "accept", mira("intake", "start", ids[client], "--from-json", "-", stdin=json.dumps(calm))["id"])
        findings = mira("evaluation", "new", ids[client], "--from-json", str(folder / "findings.json"))
        mira("evaluation", "sign", findings["id"])
        ids["9qd4"] = ids.get("9qd4") or mira("plan", "issue", mira("plan", "new", ids[client])["id"])["id"]
        ids[intake] = mira("intake", "start", ids[client], "--from-json", "-", stdin=json.dumps(swollen))["id"]
    renaming = [
        f"update clinic.{table} set short_id = '{short}' where id = '{ids[short]}';"
        for short, kind in NAMED.items()
        for table in ("short_ids", kind)
    ]
    # A record's short id never changes, so it can be set to the one of an example only with the triggers off.
    subprocess.run(
        ["psql", "service=superuser", "-q", "-v", "ON_ERROR_STOP=1"],
        text=True,
        check=True,
        env=environment,
        input="set session_replication_role = replica;" + "".join(renaming) + MESSAGE.format(client=ids["k7f3"]),
    )


def test_the_commands_of_the_readme_run_as_they_are_written(installation):
    lines = commands_of_the_readme()
    assert [line.split()[0] for line in lines if not line.startswith("plumbline")] == NOT_RUN
    for line in lines[len(NOT_RUN) :]:
        said = installation(line)
        if link := re.search(r"^http\S+/i/\S+", said, re.M):
            client_form.fill(link[0], client_form.answers_with(contact__full_name="Zoe Park"))
    assert len(lines) > 10


def test_the_examples_of_the_help_run_as_they_are_written(installation):
    examples = examples_of_the_help()
    for command, line, service in examples:
        if command not in ARRIVING:
            installation(line, service)
    assert len(examples) > 20


def test_the_topics_of_the_help_are_there(installation):
    topics = re.search(r"^Topics .*?: (.*)$", installation("plumbline --help"), re.M)[1].split(", ")
    for topic in map(str.strip, topics):
        assert installation(f"plumbline help {topic}")
    assert len(topics) == 3
