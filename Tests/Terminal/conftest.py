"""Fixtures: a practice with names in many scripts, and a pseudo-terminal to look at it."""

import contextlib
import functools
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import time
import urllib.parse
import urllib.request
import uuid

import pexpect
import pytest

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))  # where `sampling` is

PROGRAM = os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline")
SUPERUSER = ["psql", "service=superuser", "-XqAt", "-v", "ON_ERROR_STOP=1"]
CASES = pathlib.Path(__file__).parent.parent / "ClinicalTests" / "Data" / "cases.json"
# Answers that raise no flag.
BASELINE = json.loads(CASES.with_name("probes.json").read_text())["baseline"]
# Of a program without a terminal, whose messages are not to be wrapped.
WIDE = os.environ | {"COLUMNS": "300"}
VISIT = pathlib.Path(__file__).parents[2] / "deploy" / "demo" / "visit.json"
NAMES = [
    "陈波",
    "Zoë 🧘🏽 O'Hara",
    "مريم الزهراء",
    "שָׂרָה כֹּהֵן",
    "Wolfeschlegelsteinhausenbergerdorff-Papadopoulou y García de la Torre",
]
# A name that tries to colour the terminal and to change its title.
HOSTILE = "Eve \x1b[31m\x1b]0;owned\x07\u202egnp"


def plumbline(*arguments, service="mira", stdin=None, check=True):
    """Runs the program with its output in a pipe, and returns its JSON."""
    done = subprocess.run(
        [PROGRAM, *arguments, "--service", service, "--json"], input=stdin, capture_output=True, text=True
    )
    if check:
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return json.loads(done.stdout) if done.stdout.strip() else None


PAINT = re.compile(r"\x1b\[[0-9;]*m")


class Screen:
    """One command on a terminal of a given width."""

    def __init__(self, *arguments, width=80, height=200, service="mira", program=PROGRAM, **environment):
        self.width = width
        # A terminal does not need COLUMNS, and a developer's own settings must not colour the result.
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "PAGER", "LESS")}
        self.process = pexpect.spawn(
            program,
            [*arguments, *(["--service", service] if service else [])],
            dimensions=(height, width),
            encoding="utf-8",
            timeout=20,
            env={**inherited, "TERM": "xterm-256color", "PLUMBLINE_PAGER": "cat", **environment},
        )
        # It would wait at each line for a program that stops the echo, and at the end for one that has ended.
        self.process.delaybeforesend, self.process.ptyproc.delayafterclose = None, 0

    def expect(self, text):
        self.process.expect_exact(text)
        return self

    def type(self, text):
        self.process.sendline(text)
        return self

    def interrupted_at(self, question):
        """Presses Ctrl-C at a question; returns the text before it."""
        self.expect(question)
        self.process.sendintr()
        return self.process.before + question

    def end(self):
        """Reads to the end of the program; returns the text and the exit status."""
        text = self.process.read()
        self.process.wait()
        return text, self.process.exitstatus


@functools.cache
def commands():
    """Every command as the program itself describes it, which takes it seconds, and whether it can change something."""

    def below(command, path):
        children = [child for child in command.get("subcommands", []) if child["commandName"] != "help"]
        if not children:
            names = [name["name"] for argument in command.get("arguments", []) for name in argument.get("names", [])]
            yield " ".join(path), "dry-run" in names
        for child in children:
            yield from below(child, [*path, child["commandName"]])

    help = subprocess.run([PROGRAM, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
    return dict(below(json.loads(help)["command"], []))


@pytest.fixture(scope="session")
def people():
    """Short ids by name, each with an open invitation and an intake to review; added once per instance."""
    known = {client["name"]: client["short_id"] for client in plumbline("client", "list")}
    for number, name in enumerate([*NAMES, HOSTILE]):
        if name not in known:
            # The hostile name is written directly, past what the database refuses too.
            added = plumbline(
                "client",
                "add",
                name.split("\x1b")[0],
                "--email",
                f"client{number}@example.org",
                "--birth-date",
                "1980-01-02",
            )
            if name == HOSTILE:
                rename = """
                    alter table clinic.clients drop constraint clients_full_name_given;
                    update clinic.clients set full_name = :'name' where id = :'id';
                    alter table clinic.clients add constraint clients_full_name_given
                      check (clinic.has_visible(full_name) and clinic.is_line(full_name)) not valid;
                """
                values = ["-v", f"name={name}", "-v", f"id={added['id']}"]
                subprocess.run([*SUPERUSER, *values], input=rename, text=True, check=True)
            known[name] = added["short_id"]
            plumbline("invite", "link", known[name])
            answers = json.loads(CASES.read_text())["cases"][0]["answers"]
            plumbline("intake", "start", known[name], "--from-json", "-", stdin=json.dumps(answers))
    return known


def take_in(client, case, note):
    """Accepts the form of a case, once its red flags are acknowledged."""
    intake = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(case["answers"]))
    for flag in intake["redflags"]:
        plumbline("intake", "flag", intake["id"], "--ack", flag["id"], "--action", "adapt", "--note-file", note)
    plumbline("intake", "accept", intake["id"])


def issue_and_worry(client):
    """Issues a plan, whose check-in then raises a red flag."""
    page = plumbline("plan", "issue", plumbline("plan", "new", client)["id"])["url"]
    told = {"form": "worry", "submission": str(uuid.uuid4()), "checkin.safety": "mood", "checkin.stop_sign": "yes"}
    told |= {"checkin.items.hurt.1": "a_lot", "checkin.note": "Could you call me? " * 10}
    urllib.request.urlopen(f"{page}/worry", urllib.parse.urlencode(told).encode()).read()


def worry(client, case, note):
    """Takes a client in who has a plan and a check-in that nobody has read; returns the client."""
    take_in(client, case, note)
    issue_and_worry(client)
    return client


@pytest.fixture(scope="session")
def treated(people, tmp_path_factory):
    """The short id of a client with an accepted intake and one that waits, two signed evaluations, a signed visit, an
    issued plan with a check-in, the draft of another, and a template."""
    client = people["Zoë 🧘🏽 O'Hara"]
    if plumbline("plan", "list", client):
        return client
    case = json.loads(CASES.read_text())["cases"][0]
    note = tmp_path_factory.mktemp("notes") / "note.txt"
    note.write_text("Talked it through; her physician knows.")
    take_in(client, case, str(note))
    findings = {"findings": case["findings"], "trigger_points": case["trigger_points"]}
    for change in (0, 6):
        findings["findings"]["pf.fhp_cva"] = {"left": 44 + change, "right": 45 + change}
        record = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(findings))
        plumbline("evaluation", "sign", record["id"])
    visit = plumbline("visit", "new", client, "--from-json", str(VISIT))
    plumbline("visit", "sign", visit["id"])
    plumbline("visit", "amend", visit["id"], "--words-file", str(note))
    issue_and_worry(client)
    plumbline("plan", "template", "save", "Neck and desk", plumbline("plan", "new", client)["id"])
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    return client


def register_outbox_key(env=None):
    """As if the outbox had run: links are sealed to its key from then on."""
    key = rf"select outbox.key_register('\x{'09' * 32}')"
    subprocess.run(["psql", "service=outbox", "-XqAt", "-c", key], check=True, capture_output=True, env=env)


@pytest.fixture(scope="session")
def message(treated):
    """The short id of a message to that client."""
    register_outbox_key()
    plumbline("invite", "send", treated)
    return plumbline("outbox", "list", treated)[0]["short_id"]


@pytest.fixture
def waiting(people):
    """A client for this test only, with an intake that waits for review; and the program's JSON about the intake."""
    case = json.loads(CASES.read_text())["cases"][0]
    client = plumbline("client", "add", f"Review {os.urandom(4).hex()}")
    intake = plumbline("intake", "start", client["id"], "--from-json", "-", stdin=json.dumps(case["answers"]))
    return client, intake


@pytest.fixture
def editor(tmp_path):
    """Makes an editor from Python statements that change the file's `text`."""

    def make(body):
        program = tmp_path / "editor"
        program.write_text(
            f"#!{sys.executable}\nimport os, sys\npath = sys.argv[-1]\ntext = open(path).read()\n{body}\n"
            "open(path, 'w').write(text)\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return make


@contextlib.contextmanager
def issued_plans_locked():
    """Locks the documents of issued plans against everybody else."""
    holder = subprocess.Popen(SUPERUSER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    holder.stdin.write("begin;\nlock table clinic.plan_documents;\n\\echo locked\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "locked\n"
    try:
        yield
    finally:
        holder.stdin.close()
        holder.wait(20)


def wait_for_a_reader_of_issued_plans(seconds=0):
    """Returns once somebody has waited for the lock for so many seconds."""
    waiting = f"""select exists (
        select from pg_locks where relation = 'clinic.plan_documents'::regclass and not granted
        and clock_timestamp() - waitstart >= interval '{seconds} seconds')"""
    deadline = time.monotonic() + 20
    while subprocess.run([*SUPERUSER, "-c", waiting], capture_output=True, text=True, check=True).stdout != "t\n":
        assert time.monotonic() < deadline, "nobody reads an issued plan"
        time.sleep(0.05)
