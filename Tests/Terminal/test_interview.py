"""A form that a therapist takes down at a terminal, from a phone call or from paper."""

import json
import os

import pytest
from conftest import BASELINE, Screen, plumbline

# The end of a question, after which the answer is typed.
END = ":\x1b[0m "


@pytest.fixture
def client():
    return plumbline("client", "add", f"On the phone {os.urandom(4).hex()}", "--phone", "+1 555 010 0300")["short_id"]


def through(screen, key, until):
    """Types the same at every question until some words come."""
    while screen.process.expect_exact([until, END]) == 1:
        screen.type(key)
    return screen


def test_what_is_missing_is_asked_for_at_the_end(client, tmp_path):
    begun = {key: value for key, value in BASELINE.items() if key not in ("consent.treatment", "visit.reason")}
    draft = tmp_path / "answers.json"
    draft.write_text(json.dumps(begun))
    screen = Screen("intake", "start", client, "--resume", str(draft), width=200)
    through(screen.expect("page 1 of "), "s", "2 answers are still needed")
    screen.expect("What brings you here? *").expect(END).type(BASELINE["visit.reason"])
    screen.expect("I agree to massage").expect(END).type("perhaps").expect(END).type("y")
    text, status = screen.end()
    assert status == 0, text
    answers = plumbline("intake", "show", client)["answers"]
    typed = plumbline("client", "add", f"From a file {os.urandom(4).hex()}")["id"]
    same = plumbline("intake", "start", typed, "--from-json", "-", stdin=json.dumps(BASELINE))["answers"]
    assert answers == same


def test_it_goes_back_and_forth_and_keeps_what_was_answered(client, tmp_path):
    screen = Screen("intake", "start", client, width=200, XDG_RUNTIME_DIR=str(tmp_path))
    through(screen.expect("page 1 of "), "", "Full name").expect("now: On the phone").expect(END).type("Ana Lima")
    through(screen, "", "Date of birth").expect(END).type("someday").expect("not a date").expect(END).type(
        "3/4/1980"
    ).expect("could be").expect(END)
    screen.type("3 April 1980").expect(END).type("b").expect("now: 3 April 1980").expect(END).type("")
    through(screen, "", "What brings you here").expect(END).type("My neck").expect(END)
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130
    (draft,) = tmp_path.glob("plumbline-*")
    assert f"plumbline intake start {client} --resume {draft}" in " ".join(text.split())
    kept = json.loads(draft.read_text())
    assert kept["contact.full_name"] == "Ana Lima" and kept["contact.date_of_birth"] == "1980-04-03"
    assert kept["contact.phone"] == "+1 555 010 0300", "what the record says need not be typed"
    screen = Screen("intake", "start", client, "--resume", str(draft), width=200).expect(END).type("q")
    text, status = screen.end()
    assert status == 2 and "nothing was saved" in " ".join(text.split())
    assert plumbline("client", "show", client, check=False) and draft.exists()


def test_an_amendment_goes_through_the_form_and_asks_what_comes_to_matter(client):
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    screen = Screen("intake", "amend", client, "--reason", "misread", width=200)
    through(screen.expect("page 1 of "), "s", "Your session and your agreement")
    through(screen, "", "Areas to work on").expect(END).type("neck").expect("more than one area").expect(END)
    screen.type("left low back").expect("Another area").expect(END).type("")
    through(screen, "s", "Your sleep")
    through(screen, "", "Hours of sleep a night").expect("now: 7.5").expect(END).type("some").expect("is not a number")
    text, status = through(screen.expect(END).type("6"), "s", "answers, ").end()
    assert status == 0, text
    answers = plumbline("intake", "show", client)["answers"]
    assert answers["sleep.hours"] == 6 and [one["region"] for one in answers["session.focus"]] == ["low_back_l"]
