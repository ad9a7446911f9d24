"""The review of an intake, flag by flag."""

import json

import pytest
from conftest import Screen, plumbline


def test_a_review_goes_from_flag_to_flag_and_accepts(waiting):
    client, intake = waiting
    screen = Screen("intake", "review", intake["id"])
    for _ in intake["redflags"]:
        screen.expect("[a]cknowledge").expect("[q]uit:").type("a")
        screen.expect("[p]roceed:").type("a").expect("and why:").type("told her; her physician knows")
    screen.expect("[a]ccept").expect("[q]uit:").type("a")
    for answer in ["x", "", "that is her maiden name", "keep"]:
        screen.expect("[t]ake what the client says").type(answer)
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", intake["id"])["state"] == "accepted"
    record = plumbline("client", "show", client["id"])
    assert record["name"] == client["name"], "kept"
    assert record["birth_date"] == intake["answers"]["contact.date_of_birth"], "it was empty"


def test_all_flags_take_one_action_and_one_note(waiting):
    _client, intake = waiting
    flags = len(intake["redflags"])
    assert flags > 1
    screen = Screen("intake", "review", intake["id"], width=200)
    screen.expect(f"all {flags} [t]ogether").expect("[q]uit:").type("t")
    screen.expect("[p]roceed:").type("r").expect("and why:").type("her physician knows")
    screen.expect("None left").expect("[a]ccept").expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
    shown = plumbline("intake", "show", intake["id"])["redflags"]
    assert {(flag["action"], flag["note"]) for flag in shown} == {("refer", "her physician knows")}


def test_a_skipped_intake_stays_and_the_next_one_comes(waiting):
    plumbline("intake", "start", waiting[0]["id"], "--from-json", "-", stdin=json.dumps(waiting[1]["answers"]))
    screen = (
        Screen("intake", "review")
        .expect("1 of ")
        .expect("[q]uit:")
        .type("s")
        .expect("2 of ")
        .expect("[q]uit:")
        .type("q")
    )
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", waiting[1]["id"])["state"] == "flagged"


def test_leaving_a_review_changes_nothing(waiting):
    screen = Screen("intake", "review", waiting[1]["id"]).expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", waiting[1]["id"])["state"] == "flagged"


def test_a_review_notes_and_returns_through_the_editor(waiting, editor, tmp_path):
    _client, intake = waiting
    screen = Screen(
        "intake",
        "review",
        intake["id"],
        PLUMBLINE_EDITOR=editor("text += 'written in the editor'"),
        XDG_RUNTIME_DIR=str(tmp_path),
    )
    screen.expect("[q]uit:").type("n").expect("Note added").expect("[q]uit:").type("r").expect("returned")
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", intake["id"])["state"] == "returned"
    assert not list(tmp_path.glob("plumbline-*")), "nothing written stays behind"


@pytest.mark.parametrize("option", [[], ["--quiet"]], ids=str)
def test_a_note_in_a_review_that_was_not_saved_is_kept_and_named(option, waiting, editor, tmp_path):
    fails_first = editor(
        f"if not os.path.exists('{tmp_path}/seen'):\n    open('{tmp_path}/seen', 'w')\n"
        "    open(path, 'w').write('typed with care')\n    sys.exit(3)\ntext = 'the second note'"
    )
    screen = Screen(
        "intake",
        "review",
        waiting[1]["id"],
        *option,
        width=400,
        PLUMBLINE_EDITOR=fails_first,
        XDG_RUNTIME_DIR=str(tmp_path),
    )
    screen.expect("[q]uit:").type("n").expect("What you wrote is in").expect("[q]uit:")
    screen.type("n").expect("Note added").expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
    [kept] = tmp_path.glob("plumbline-*")
    assert kept.read_text() == "typed with care"


def test_an_empty_note_leads_back_to_the_question(waiting, editor):
    screen = Screen("intake", "review", waiting[1]["id"], PLUMBLINE_EDITOR=editor("text = ''"))
    screen.expect("[q]uit:").type("n").expect("nothing was saved").expect("[q]uit:").type("v")
    screen.expect("About you").expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
