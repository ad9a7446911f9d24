"""Commands that need a word of explanation: on a terminal they ask for it, without one they name the option."""

import json
import os
import subprocess

import pytest
from conftest import BASELINE, PROGRAM, WIDE, Screen, plumbline

FLAGGED = BASELINE | {"health.conditions": ["raynaud", "osteoporosis"]}


@pytest.fixture
def client():
    return plumbline("client", "add", f"Explained {os.urandom(4).hex()}")["short_id"]


def refused(*arguments):
    """What the program says without a terminal."""
    done = subprocess.run(
        [PROGRAM, *arguments, "--service", "mira"], stdin=subprocess.DEVNULL, capture_output=True, text=True, env=WIDE
    )
    assert done.returncode != 0
    return done.stderr


def test_an_intake_is_amended_with_the_reason_that_was_typed(client):
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    assert "--reason REASON" in refused("intake", "amend", client, "--from-json", "-")
    screen = Screen("intake", "amend", client, width=300).expect("Why are answers").type("it's misread")
    screen.expect("now: I do, for myself:").type("1").expect("Date of this form").process.sendintr()
    text, status = screen.end()
    assert status == 130 and "--resume" in text
    assert "--reason" not in text, "a reason may be about health, and a shell keeps what is pasted"


def test_an_amendment_without_a_reason_changes_nothing(client):
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    text, status = Screen("intake", "amend", client).expect("Why are answers").type("").end()
    assert status == 2 and "nothing was done" in text


def test_an_evaluation_is_amended_with_the_reason_that_was_typed(client, tmp_path):
    found = tmp_path / "found.json"
    found.write_text('{"findings": {"pf.fhp_cva": {"left": 44}}}')
    plumbline("evaluation", "new", client, "--from-json", str(found))
    plumbline("evaluation", "sign", client)
    assert "--reason REASON" in refused("evaluation", "amend", client, "--from-json", str(found))
    screen = Screen("evaluation", "amend", client, "--from-json", str(found))
    text, status = screen.expect("Why is evaluation").type("typed on the wrong line").end()
    assert status == 0, text


def test_records_are_held_for_the_reason_that_was_typed(client):
    assert "--reason REASON, or --end" in refused("client", "hold", client)
    text, status = Screen("client", "hold", client).expect("Why, such as").type("a court asks").end()
    assert status == 0 and "are held" in text


def test_flags_are_answered_with_what_was_typed(client):
    intake = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(FLAGGED))
    flags = [flag["id"] for flag in intake["redflags"]]
    missing = refused("intake", "flag", client, "--ack", flags[0])
    assert "--action" in missing and "--note-file FILE" in missing
    screen = Screen("intake", "flag", client, "--ack", ",".join(flags)).expect("[p]roceed:").type("adapt")
    text, status = screen.expect("and why:").type("no ice").end()
    assert status == 0, text
    shown = plumbline("intake", "show", client)["redflags"]
    assert {(flag["action"], flag["note"]) for flag in shown} == {("adapt", "no ice")}


def test_a_text_typed_for_a_dash_ends_with_one_ctrl_d(client):
    screen = Screen("client", "note", client, "--note-file", "-").expect("Ctrl-D").type("prefers mornings")
    screen.process.sendeof()
    text, status = screen.expect("Note added").end()
    assert status == 0, text


def test_what_is_contraindicated_or_more_than_safe_is_given_for_the_reason_that_was_typed(client):
    hypermobile = BASELINE | {"health.conditions": ["hypermobility"]}
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(hypermobile))
    plumbline("intake", "accept", client, "--keep-all")
    plan = plumbline("plan", "new", client)["short_id"]
    assert "--override-file FILE" in refused("plan", "add", plan, "hc.calf_stretch")
    text, status = Screen("plan", "add", plan, "hc.calf_stretch").expect("Your reason").type("").end()
    assert status == 2 and "nothing was done" in text
    text, status = (
        Screen("plan", "add", plan, "hc.calf_stretch").expect("Your reason").type("slow, short of the end").end()
    )
    assert status == 0, text
    assert "--override-file FILE" in refused("plan", "dose", plan, "hc.tiny_moves", "--repeats", "12")
    screen = (
        Screen("plan", "dose", plan, "hc.tiny_moves", "--repeats", "12").expect("Your reason").type("she is used to it")
    )
    text, status = screen.end()
    assert status == 0, text
