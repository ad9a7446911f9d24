"""Ctrl-C at every kind of question: exit 130, nothing half written, the terminal restored."""

import contextlib
import errno
import fcntl
import os
import signal
import subprocess
import time

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


def wait_for_a_reader(pipe):
    """Opens the writing end of a named pipe once somebody reads from it."""
    deadline = time.monotonic() + 20
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def test_ctrl_c_just_after_the_editor_keeps_the_file(people, tmp_path):
    """A pipe in its place holds the program where it looks what was written."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nrm "$1"\nmkfifo "$1"\necho left\n')
    editor.chmod(0o755)
    note = ["client", "note", next(iter(people.values()))]
    screen = Screen(*note, PLUMBLINE_EDITOR=str(editor), XDG_RUNTIME_DIR=str(tmp_path), width=400).expect("left")
    [kept] = tmp_path.glob("plumbline-*")
    writing = wait_for_a_reader(kept)
    screen.process.sendintr()
    said, status = screen.end()
    os.close(writing)
    assert status == 130 and f"What you wrote, if anything, is in {kept}." in said and kept.exists()


@contextlib.contextmanager
def kept_from_writers(file):
    """Holds up whoever opens the file to write; yields a function that waits for them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGIO})
    held = os.open(file, os.O_RDONLY)
    fcntl.fcntl(held, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    try:
        yield lambda: signal.sigtimedwait({signal.SIGIO}, 20)
    finally:
        os.close(held)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})


@pytest.mark.parametrize(
    ("words", "question", "answer"),
    [
        (["evaluation", "new", "--ask"], "head pokes forward, left", "45"),
        (["intake", "start"], "Full name", "Ana Lima"),
    ],
)
def test_ctrl_c_while_the_first_answer_is_written_keeps_the_file(words, question, answer, people, tmp_path):
    screen = Screen(*words, next(iter(people.values())), width=400, XDG_RUNTIME_DIR=str(tmp_path))
    while screen.process.expect_exact([question, ":\x1b[0m "]) == 1:
        screen.type("")
    screen.expect(":\x1b[0m ")
    [draft] = tmp_path.glob("plumbline-*")
    # Where the answers are written, before they take the place of those before.
    new = draft.with_name(f"{draft.name}~")
    new.touch()
    with kept_from_writers(new) as wait_for_a_writer:
        screen.type(answer)
        assert wait_for_a_writer(), "nothing is written"
        screen.process.sendintr()
        said, status = screen.end()
    assert status == 130 and f"What you wrote is in {draft}." in said and draft.exists()


def test_an_interrupted_export_leaves_whole_files_only(treated, tmp_path):
    with issued_plans_locked():
        screen = Screen("export", "plans", "--since", "2020-01-01", "-o", str(tmp_path))
        wait_for_a_reader_of_issued_plans()
        screen.process.sendintr()
        assert screen.end()[1] == 130
    assert list(tmp_path.iterdir()) == []
