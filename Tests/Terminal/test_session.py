"""The session of a returning client, as a therapist goes through it."""

import json
import os
import pathlib
import subprocess
import urllib.parse
import urllib.request
import uuid

import pytest
from conftest import BASELINE, SUPERUSER, VISIT, Screen, plumbline

# Two flags that the client is known for.
KNOWN = BASELINE | {"health.conditions": ["raynaud", "osteoporosis"]}
FINDINGS = {"findings": {"pf.fhp_cva": {"left": 44, "right": 45}, "pf.rounded_shoulder": {"left": 38, "right": 40}}}
MOST_KEYS = 120


class Keyboard(Screen):
    """A terminal of 80 columns that counts what is typed into it."""

    keys = 0

    def type(self, text):
        self.keys += len(text) + 1
        return super().type(text)

    def answer(self, question, answer=""):
        return self.expect(question).type(answer)


@pytest.fixture
def returning(tmp_path):
    """A client who was here before, holds a plan, and has sent the form again; and the intake that waits."""
    client = plumbline("client", "add", f"Returning {os.urandom(4).hex()}")["id"]
    note = tmp_path / "note.txt"
    note.write_text("small packs")
    first = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(KNOWN))
    flags = [flag["id"] for flag in first["redflags"]]
    assert len(flags) == 2, flags
    plumbline("intake", "flag", first["id"], "--ack", ",".join(flags), "--action", "adapt", "--note-file", str(note))
    plumbline("intake", "accept", first["id"], "--keep-all")
    record = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(FINDINGS))
    plumbline("evaluation", "sign", record["id"])
    plumbline("plan", "issue", plumbline("plan", "new", client)["id"])
    told = json.loads(pathlib.Path(VISIT).read_text()) | {"said": "Slept better.\nThe shoulder is stiff."}
    visit = plumbline("visit", "new", client, "--from-json", "-", "--date=-2w", stdin=json.dumps(told))
    plumbline("visit", "sign", visit["id"])
    waiting = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(KNOWN | {"pain.now": 3}))
    return client, waiting["short_id"]


def session(client, folder):
    os.chdir(folder)
    return Keyboard("session", client, width=80)


def test_a_returning_client_takes_at_most_120_keys(returning, tmp_path):
    client, waiting = returning
    held = plumbline("plan", "list", client)[0]
    claims = differences(waiting)
    screen = session(client, tmp_path)
    screen.answer("as last time?")
    for _ in range(claims):
        screen.answer("[t]ake the answer:")
    screen.answer("into the record?")
    screen.expect("head pokes forward, left 44 deg")
    screen.answer("Enter goes on:", "1 49").answer("Enter goes on:", "3 gone").answer("Enter goes on:")
    screen.answer("Sign it?").expect("What changes from plan")
    drafted = screen.process.expect_exact(["Draft it so?", "Enter keeps plan"])
    screen.type("" if drafted == 0 else "n")
    screen.answer("Next visit").answer("Issue it").expect("/p/").answer("PDF for the printer")
    screen.expect("Slept better.").expect("The shoulder is stiff.")
    assert "␊" not in screen.process.before, "lines are shown as lines"
    screen.answer("What the client said").answer("What was found").answer("What was done", "neck, both shoulders")
    screen.answer("responded").answer("What comes next").answer("Minutes").answer("Sign the visit?")
    text, status = screen.end()
    assert status == 0 and "That was the session of Returning" in text, text
    print(f"{screen.keys} keys for a returning client with two known flags")
    assert screen.keys <= MOST_KEYS

    intake = plumbline("intake", "show", waiting)
    assert intake["state"] == "accepted"
    assert {flag["note"] for flag in intake["redflags"]} == {"As last time: small packs"}
    evaluation = plumbline("evaluation", "show", client)
    assert evaluation["state"] == "signed"
    assert evaluation["findings"] == {"pf.fhp_cva": {"left": 49}, "pf.rounded_shoulder": {"left": "gone"}}
    plans = {plan["short_id"]: plan["state"] for plan in plumbline("plan", "list", client)}
    assert plans.pop(held["short_id"]) == "revised" and list(plans.values()) == ["issued"]
    assert [file.read_bytes()[:5] for file in tmp_path.glob("plan-*.pdf")] == [b"%PDF-"]
    visit = plumbline("visit", "show", client)
    assert visit["state"] == "signed" and visit["done"] == "neck, both shoulders"


def differences(intake):
    """How many answers differ from what the record of the client says."""
    return sum(claim["record"] != "" for claim in plumbline("intake", "review", intake)["differs"])


def test_ctrl_c_loses_nothing_and_says_how_to_go_on(returning, tmp_path):
    client, waiting = returning
    screen = session(client, tmp_path).answer("as last time?").expect("[t]ake the answer:")
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130 and "What you answered is kept." in text and "plumbline session" in text
    assert all(flag["acknowledged"] for flag in plumbline("intake", "show", waiting)["redflags"])

    screen = session(client, tmp_path).answer("[t]ake the answer:", "x").expect("one of the letters in brackets")
    screen.answer("[t]ake the answer:").answer("into the record?")
    screen.answer("Enter goes on:", "1 49").expect("Enter goes on:")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert plumbline("evaluation", "show", client)["findings"] == {"pf.fhp_cva": {"left": 49}}

    screen = session(client, tmp_path).expect("No new form.").expect("Draft ").answer("Enter goes on:")
    screen.answer("Sign it?", "n").expect("What changes from plan")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert plumbline("evaluation", "show", client)["state"] == "draft"


def test_only_what_was_told_since_the_last_visit_is_proposed(returning, editor, tmp_path):
    client, _waiting = returning

    def proposed():
        looks = editor(f"open('{tmp_path}/seen', 'w').write(text)\ntext = ''")
        assert Screen("visit", "new", client, PLUMBLINE_EDITOR=looks, XDG_RUNTIME_DIR=str(tmp_path)).end()[1] == 2
        return (tmp_path / "seen").read_text()

    assert "(from the form of" in proposed()
    plumbline("visit", "sign", plumbline("visit", "new", client, "--from-json", str(VISIT))["id"])
    assert "(from the" not in proposed(), "the last visit has it"
    told = {"form": "weekly", "submission": str(uuid.uuid4()), "checkin.pain_avg7": "2", "checkin.days_done": "5"}
    body = urllib.parse.urlencode(told | {"checkin.worry": "no"}).encode()
    urllib.request.urlopen(plumbline("plan", "link", client)["url"] + "/how", body).read()
    said = proposed()
    assert "(from the check-in of" in said and "(from the form of" not in said, said


def test_a_form_whose_answers_the_record_does_not_take_leaves_no_unsafe_plan_unnamed(tmp_path):
    liver = BASELINE | {"health.conditions": ["liver"]}
    client = plumbline("client", "add", f"Untaken {os.urandom(4).hex()}")["id"]
    first = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(liver))
    plumbline("intake", "accept", first["id"], "--keep-all")
    plan = plumbline("plan", "new", client)["id"]
    plumbline("plan", "add", plan, "hc.supp_magnesium", "--clinician", "Dr. Example", "--date", "2026-11-20")
    issued = plumbline("plan", "issue", plan)["short_id"]
    told = liver | {"meds.classes": ["thyroid_med"]}
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(told))
    add = "alter table clinic.{} add constraint refused_by_a_test check (id <> '{}' or {}) not valid;"
    rules = add.format("plans", plan, "state <> 'paused'") + add.format("clients", client, "birth_date is null")
    subprocess.run(SUPERUSER, input=rules, text=True, check=True)
    try:
        screen = session(client, tmp_path)
        while screen.process.expect_exact(["[t]ake the answer:", "into the record?"]) == 0:
            screen.type("")
        text, status = screen.type("").end()
    finally:
        drop = "alter table clinic.{} drop constraint refused_by_a_test;"
        subprocess.run(SUPERUSER, input=drop.format("plans") + drop.format("clients"), text=True, check=True)
    words = " ".join(text.split())
    assert status != 0 and "is accepted, but the record could not be changed." in words, text
    assert f"plumbline plan pause {issued}" in words and "takes the client's answers" in words, text


def test_only_yes_is_yes(returning, tmp_path):
    client, waiting = returning
    screen = session(client, tmp_path).answer("as last time?", "q").expect("Type y or n")
    screen.answer("as last time?", "?").expect("Type y or n").expect("as last time?")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert not any(flag["acknowledged"] for flag in plumbline("intake", "show", waiting)["redflags"])


def test_flags_that_are_new_take_one_action_and_one_note(returning, tmp_path):
    client, waiting = returning
    screen = session(client, tmp_path).answer("as last time?", "n").answer("all 2 [t]ogether", "t")
    screen.answer("All 2: ", "adapt").answer("and why:", "no ice; gentle pressure").expect("[t]ake the answer:")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    notes = {flag["note"] for flag in plumbline("intake", "show", waiting)["redflags"]}
    assert notes == {"no ice; gentle pressure"}


def test_an_impossible_value_is_asked_for_again(returning, tmp_path):
    client, _waiting = returning
    screen = session(client, tmp_path).answer("as last time?").answer("[t]ake the answer:").answer("the record?")
    screen.answer("Enter goes on:", "99 44").expect("a number from 1 to 4")
    screen.answer("Enter goes on:", "better").expect("a number from 1 to 4")
    screen.answer("Enter goes on:", "1 999").expect("not within 20 to 80")
    screen.answer("Enter goes on:").expect("what was found stands")
    screen.process.sendintr()
    assert screen.end()[1] == 130


def test_a_draft_that_was_left_is_neither_issued_nor_thrown_away_unasked(returning, tmp_path):
    client, _waiting = returning
    screen = session(client, tmp_path).answer("as last time?").answer("[t]ake the answer:").answer("the record?")
    screen.expect("Enter goes on:").process.sendintr()
    assert screen.end()[1] == 130
    left = plumbline("plan", "revise", client)["short_id"]
    record = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(FINDINGS))
    plumbline("evaluation", "sign", record["id"])
    screen = session(client, tmp_path).answer("Enter goes on:").expect("does not know what was accepted")
    screen.answer("[k]eep it as it is, or").answer("[k]eep it as it is, or", "t").expect(f"Draft {left} thrown away")
    screen.expect("What changes from plan")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert left not in {plan["short_id"] for plan in plumbline("plan", "list", client)}

    left = plumbline("plan", "revise", client)["short_id"]
    screen = session(client, tmp_path).answer("Enter goes on:").answer("Enter goes on with it;").answer("Next visit")
    screen.answer("Issue it").expect("is shown only once")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert plumbline("plan", "show", left)["state"] == "issued"


def test_without_a_terminal_the_steps_are_told(returning):
    client, waiting = returning
    told = plumbline("session", client)
    assert [step["step"] for step in told["steps"]] == ["flags", "findings", "plan", "visit"]
    assert told["steps"][0]["command"] == f"plumbline intake review {waiting}"
    assert len(told["as_last_time"]) == 2 and len(told["standing"]) == 4
    assert plumbline("intake", "show", waiting)["state"] == "flagged", "nothing was done"


def test_findings_that_are_too_old_are_said_to_be(tmp_path):
    client = plumbline("client", "add", f"Long ago {os.urandom(4).hex()}")["id"]
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    plumbline("intake", "accept", client, "--keep-all")
    record = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(FINDINGS))
    plumbline("evaluation", "sign", record["id"])
    age = """set session_replication_role = replica;
        update clinic.evaluations set recorded_at = recorded_at - interval '27 weeks' where id = :'id';"""
    subprocess.run([*SUPERUSER, "-v", f"id={record['id']}"], input=age, text=True, check=True)
    plan = plumbline("plan", "new", client)
    assert [one["finding"] for one in plan["expired_findings"]] == ["pf.fhp_cva"] * 2 + ["pf.rounded_shoulder"] * 2
    plumbline("plan", "discard", plan["id"], "--yes")
    text, status = Screen("plan", "new", client, width=80).end()
    assert status == 0 and "Too old to count: test again" in text and "27 weeks ago" in text
