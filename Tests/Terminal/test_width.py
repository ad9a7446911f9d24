"""At every width: no line wider than the terminal, nothing cut without a mark, no hostile escape sequence."""

import json
import re

import pytest
from conftest import CASES, HOSTILE, NAMES, PAINT, Screen, commands, plumbline
from sampling import one_in, sample
from wcwidth import wcswidth

WIDTHS = [40, 60, 80, 120]
# A path is printed whole, however long the home is.
SHORT = {"XDG_CONFIG_HOME": "/tmp"}
# Every command that shows something, for a client with records of every kind, and for clients with unusual names.
SHOWN = """
    client show {chinese} | client show {arabic} | client show {hebrew} | client show {long} | intake show {long}
    today | find spasm | client list | client show {client} | client notes {client}
    client timeline {client} | client trend {client}
    client consent {client}
    invite list | outbox list | outbox show {message}
    intake list | intake show {client} | intake diff {client} | intake print {client}
    evaluation list {client} | evaluation show {client} | evaluation compare {client} | evaluation print {client}
    session {client} | visit list {client} | visit show {client} | visit print {client}
    checkin list | checkin list {client} | checkin show {client}
    plan list | plan show {client} | plan explain {client} | plan explain {client} hc.inversion_table
    plan preview {client} | plan diff {client} {client} | plan template list | item list
    assess {cases} --explain
    report completion | report outcomes | report flags | report retention
    audit list | audit who {client} | audit verify | audit head | whoami | practice show | practitioner list
    practice list --service operator | migrate status --service operator
    erasures list --service operator
    form list | form show | form check | form print | content check | content coverage | content items | doctor
    config list | config path | version
    client merge {arabic} {long} --dry-run | client archive {long} --dry-run
    client assign {long} Jonas --dry-run | invite link {long} --dry-run | plan new {client} --dry-run
    undo --list | client share {client} | help exit-codes | help environment | help formatting
    help | help client edit | help practitioner add | help completion
"""
REFUSED = {
    "client show nobody.of.that.name": 3,
    "client shwo": 64,
    "plan add {client} hc.inversion_table": 5,
    "client erase {long} --dry-run": 5,
}
# They ask at a terminal, and are left at the first question.
ASKING = {"session {client}"}
# Left out: a script for the shell, documents and pictures whose bytes are fixed, and a command that writes many files.
NOT_FITTED = {
    "completion",
    "plan export",
    "plan print",
    "export plans",
    "export client",
    "export practice",
    "export csv",
    "export fhir",
    "export vcard",
    "import client",
    "import practice",
    "practice admit",
    "evaluation picture",
}
CASE = json.dumps(json.loads(CASES.read_text())["cases"][0])
COMMANDS = [" ".join(command.split()) for line in SHOWN.strip().splitlines() for command in line.split("|")]


def lines(text):
    assert not re.search(r"\x1b(?!\[[0-9;]*m)", text), "an escape sequence that is not the program's own"
    return PAINT.sub("", text).replace("\r\n", "\n").split("\n")


def test_every_command_that_shows_something_is_looked_at():
    shown = {" ".join(command.split()[:length]) for command in COMMANDS for length in range(1, 4)}
    assert {name for name, writes in commands().items() if not writes} - shown == NOT_FITTED


@pytest.mark.parametrize(("number", "command"), enumerate([*COMMANDS, *REFUSED]))
def test_no_line_is_wider_than_the_terminal(number, command, treated, people, message, tmp_path):
    case = tmp_path / "case.json"
    case.write_text(CASE)
    places = {
        "client": treated,
        "chinese": people[NAMES[0]],
        "arabic": people[NAMES[2]],
        "hebrew": people[NAMES[3]],
        "long": people[NAMES[4]],
        "cases": case,
        "message": message,
    }
    words = command.format(**places).split()
    service = None if "--service" in words or "help" in words else "mira"
    # The narrowest always, which is where lines break first.
    widths = [WIDTHS[0], *one_in(6, WIDTHS[1:], number)]
    # All at once, to use every processor.
    screens = [(width, Screen(*words, width=width, service=service, **SHORT)) for width in widths]
    for width, screen in screens:
        asked = screen.interrupted_at("(Enter)") if command in ASKING else ""
        text, status = screen.end()
        assert status == (130 if asked else REFUSED.get(command, 0)), text
        text = asked + text
        assert [line for line in lines(text) if wcswidth(line) > width] == [], f"{width} columns"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_picker_shows_whole_names_within_the_terminal(width, people):
    alike = [f"{NAMES[4]} the {place}" for place in ("First", "Second")]
    for name in set(alike) - {client["name"] for client in plumbline("client", "list")}:
        plumbline("client", "add", name, "--yes")
    screen = Screen("client", "show", NAMES[4].split("-")[0], width=width).expect("Which client?")
    listed = lines(screen.process.before)
    screen.type("q")
    assert screen.end()[1] == 2
    assert [line for line in listed if wcswidth(line) > width] == []
    assert all(name.replace(" ", "") in "".join("".join(listed).split()) for name in alike)


@pytest.mark.parametrize("command", ["client list", "intake list", "invite list", "plan list", "report retention"])
def test_names_are_whole_or_end_in_an_ellipsis(command, treated):
    listed = str(plumbline(*command.split()))
    for width in sample(2, WIDTHS):
        text, status = Screen(*command.split(), "--limit", "5000", width=width).end()
        assert status == 0
        shown = " ".join(" ".join(lines(text)).split())
        for name in [name for name in NAMES if name in listed]:
            beginnings = [name[:length] + "…" for length in range(1, len(name))]
            whole = name in shown or "".join(name.split()) in "".join(shown.split())
            assert whole or any(cut in shown for cut in beginnings), f"{name} on {width} columns"


def test_a_hostile_name_shows_as_text(people):
    text, _ = Screen("client", "show", people[HOSTILE], width=80).end()
    assert "␛" in text and "\x07" not in text and "\u202e" not in text
