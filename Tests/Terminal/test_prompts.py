"""Questions, the picker, and confirmations."""

import json
import os
import subprocess

import client_form
import pytest
from conftest import BASELINE, PROGRAM, Screen, plumbline


@pytest.fixture
def twins():
    """Adds two clients whose names begin alike; returns the common beginning."""
    name = f"Twin {os.urandom(4).hex()}"
    for sibling in ("Ada", "Bea"):
        plumbline("client", "add", f"{name} {sibling}")
    return name


def test_the_picker_names_the_candidates_and_takes_a_number(twins):
    screen = (
        Screen("client", "show", twins).expect("Which client? [1–").type("9999").expect("A number from 1").type("1")
    )
    text, status = screen.end()
    assert status == 0 and twins in text


def test_without_a_terminal_an_ambiguous_name_is_3(twins):
    done = subprocess.run([PROGRAM, "client", "show", twins, "--service", "mira"], capture_output=True, text=True)
    assert done.returncode == 3 and "fits" in done.stderr and done.stdout == ""


def test_a_trend_of_what_was_taken_once_shows_it_with_its_day(waiting):
    text, status = Screen("client", "trend", waiting[0]["id"], width=100).end()
    assert status == 0 and "Pain now" in text and "Taken" in text and "no trend" in text


def test_the_end_of_the_input_is_no_answer_about_the_record():
    client = plumbline("client", "add", f"Hung up {os.urandom(4).hex()}")["id"]
    baseline = json.dumps(BASELINE)
    intake = plumbline("intake", "start", client, "--from-json", "-", stdin=baseline)["id"]
    screen = Screen("intake", "accept", intake).expect("[t]ake what the client says")
    screen.process.sendeof()
    assert screen.end()[1] == 2
    assert plumbline("intake", "show", intake)["state"] == "submitted"


# `undo` takes back a therapist's newest change, so Jonas makes no changes but these two.
def test_an_undo_says_what_it_takes_back_and_asks():
    name = f"Undone {os.urandom(4).hex()}"
    plumbline("client", "add", name, service="jonas")
    plumbline("client", "edit", name, "--set", "phone=+15550100", service="jonas")
    _text, status = (
        Screen("undo", service="jonas").expect("Take back “edited the client").expect("[y/N]").type("n").end()
    )
    assert status == 2 and plumbline("client", "show", name, service="jonas")["phone"] == "+15550100"
    assert Screen("undo", service="jonas").expect("[y/N]").type("y").end()[1] == 0
    assert plumbline("client", "show", name, service="jonas")["phone"] is None


def test_an_undo_off_a_terminal_ends_no_invitation_that_is_open():
    name = f"Invited {os.urandom(4).hex()}"
    plumbline("client", "add", name, service="jonas")
    link = plumbline("invite", "link", name, service="jonas")["url"]
    client_form.fill(link, client_form.answers_with(contact__full_name=name), pages=2)
    undo = [PROGRAM, "undo", "--service", "jonas"]
    done = subprocess.run(undo, capture_output=True, text=True)
    assert done.returncode == 5 and "plumbline invite revoke" in done.stderr
    screen = Screen("undo", service="jonas").expect("could not send it any more").expect("[y/N]").type("n")
    assert screen.end()[1] == 2
    assert subprocess.run([*undo, "--yes"], capture_output=True).returncode == 0
    [invite] = [invite for invite in plumbline("invite", "list", service="jonas") if invite["client_name"] == name]
    assert invite["state"] == "revoked"


def test_a_client_much_like_another_is_added_only_after_a_yes():
    name = f"Likely Duplicate {os.urandom(4).hex()}"
    plumbline("client", "add", name)
    _text, status = Screen("client", "add", name).expect("Much like").expect("[y/N]").type("n").end()
    assert status == 2
    assert Screen("client", "add", name, "--yes").end()[1] == 0
    assert [client["name"] for client in plumbline("client", "list")].count(name) == 2


def test_an_erasure_wants_the_short_id_typed():
    client = plumbline("client", "add", f"Gone {os.urandom(4).hex()}")
    screen = Screen("client", "erase", client["short_id"], "--yes").expect("(--confirm):").type("nope")
    assert screen.end()[1] == 2
    screen = Screen("client", "erase", client["short_id"]).expect("(--confirm):").type(client["short_id"])
    assert screen.end()[1] == 0


def test_a_part_of_a_colleagues_name_is_asked_about_before_a_record_is_given():
    client = plumbline("client", "add", f"Given {os.urandom(4).hex()}")
    assign = ["client", "assign", client["short_id"], "jon"]
    _text, status = Screen(*assign, width=200).expect(f"({client['short_id']}) to Jonas? [y/N]").type("n").end()
    assert status == 2 and plumbline("client", "show", client["id"])["practitioner"] == "Mira"
    share = ["client", "share", client["short_id"], "jon", "--until", "2099-01-01"]
    assert Screen(*share, width=200).expect("with Jonas until").expect("[y/N]").type("y").end()[1] == 0
    assert Screen(*share, "--end", width=200).expect("no longer sees").end()[1] == 0
    assert Screen(*assign, width=200).expect("[y/N]").type("y").end()[1] == 0
    assert plumbline("client", "show", client["id"])["practitioner"] == "Jonas"
    plumbline("client", "assign", client["id"], "Mira")


def test_who_takes_over_is_named_before_a_login_ends():
    screen = Screen("practitioner", "deactivate", "Jonas", "--successor", "mi", width=200)
    _text, status = screen.expect("Mira takes over every client. Type Jonas to go on (--confirm):").type("no").end()
    assert status == 2


def test_a_colleague_who_stands_for_several_is_asked_about_once(tmp_path):
    client = plumbline("client", "add", f"Copied {os.urandom(4).hex()}")["id"]
    plumbline("client", "share", client, "Jonas", "--until", "2099-01-01")
    for service in ("mira", "jonas"):
        plumbline("client", "note", client, "--note-file", "-", stdin="a note", service=service)
    copy = tmp_path / "copy.zip"
    plumbline("export", "client", client, "--to", str(copy))
    arrive = ["import", "client", str(copy), "--as", "jon"]
    text, status = Screen(*arrive, width=200).expect("to Jonas? [y/N]").type("y").end()
    assert status == 6 and "[y/N]" not in text, "the client is here already"
    done = subprocess.run([PROGRAM, *arrive, "--service", "mira"], capture_output=True, text=True)
    assert done.returncode == 64 and "Next: plumbline import client" in done.stderr and "--as Jonas" in done.stderr
