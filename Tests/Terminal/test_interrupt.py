"""Ctrl-C at every kind of question: exit 130, nothing half written, the terminal restored."""

import subprocess

import pytest
from conftest import PROGRAM, SUPERUSER, Screen, issued_plans_locked, plumbline, wait_for_a_reader_of_issued_plans


def changes():
    """The number of changes in the practices' audits, which record every change."""
    reads = "read|list|find|notes|timeline|who|consents|notices|export|open"
    count = f"select count(*) from clinic.audit_entries where verb !~ '\\.({reads})$'"
    return subprocess.run([*SUPERUSER, "-c", count], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def asked(people):
    """Commands by the kind of question that they ask, and the question."""
    twins = [
        plumbline("client", "add", "Interrupted Twin", "--phone", f"+1555{number}")["short_id"] for number in (1, 2)
    ]
    flagged = next(intake for intake in plumbline("intake", "list") if intake["state"] == "flagged")["short_id"]
    return {
        "picker": (["client", "archive", "interrupted"], "Which client?"),
        "confirmation": (["client", "merge", *twins], "[y/N]"),
        "short id": (["client", "erase", twins[0]], "(--confirm):"),
        "wizard": (["evaluation", "new", twins[0], "--ask"], "]:"),
        "review": (["intake", "review", flagged], "[q]uit:"),
        "setup": (["setup"], "(--practice"),
    }


@pytest.mark.parametrize("kind", ["picker", "confirmation", "short id", "wizard", "review", "setup"])
def test_a_question_that_is_interrupted_changes_nothing(kind, asked):
    words, question = asked[kind]
    before = changes()
    screen = Screen(*words, service=None if kind == "setup" else "mira").expect(question)
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert changes() == before


def test_a_half_done_wizard_that_is_interrupted_changes_nothing(asked):
    words, question = asked["wizard"]
    before = changes()
    screen = Screen(*words).expect(question).type("").expect(question).type("").expect(question)
    screen.process.sendintr()
    assert screen.end()[1] == 130 and changes() == before


def test_a_secret_that_is_interrupted_leaves_the_terminal_and_the_files_as_they_were(tmp_path):
    service, passwords = tmp_path / "services", tmp_path / "passwords"
    login = f"'{PROGRAM}' login --host db.example.org --user t_00000000"
    shell = Screen(
        "-c",
        f"trap : INT; {login}; echo ended with $?; stty -a",
        program="/bin/sh",
        service=None,
        PGSERVICEFILE=str(service),
        PGPASSFILE=str(passwords),
    )
    shell.expect("Password (--token-file):").process.send("half a pass")
    shell.process.sendintr()
    said, _ = shell.end()
    assert "ended with 130" in said and " echo " in said and "half a pass" not in said
    assert not service.exists() and not passwords.exists()


@pytest.fixture
def edited(treated, waiting):
    """Every command that opens an editor, by what is written in it."""
    evaluation = plumbline("evaluation", "list", treated)[0]["short_id"]
    return {
        "note": ["client", "note", treated],
        "contact": ["client", "edit", treated],
        "reason to open": ["client", "open", treated],
        "evaluation": ["evaluation", "new", treated],
        "amendment": ["evaluation", "amend", evaluation, "--reason", "typo"],
        "plan": ["plan", "edit", plumbline("plan", "new", treated)["short_id"]],
        "question back": ["intake", "return", waiting[1]["short_id"]],
    }


@pytest.mark.parametrize(
    "kind", ["note", "contact", "reason to open", "evaluation", "amendment", "plan", "question back"]
)
def test_an_editor_that_is_interrupted_saves_nothing_and_keeps_the_text(kind, edited, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho half a note >"$1"\necho editing\nexec sleep 30\n')
    editor.chmod(0o755)
    before = changes()
    screen = Screen(*edited[kind], PLUMBLINE_EDITOR=str(editor), XDG_RUNTIME_DIR=str(tmp_path))
    screen.expect("editing").process.sendintr()
    said, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 130 and kept.name in "".join(said.split()) and kept.read_text() == "half a note\n"
    assert changes() == before


def test_an_interrupted_export_leaves_whole_files_only(treated, tmp_path):
    with issued_plans_locked():
        screen = Screen("export", "plans", "--since", "2020-01-01", "-o", str(tmp_path))
        wait_for_a_reader_of_issued_plans()
        screen.process.sendintr()
        assert screen.end()[1] == 130
    assert list(tmp_path.iterdir()) == []
