"""The editor and the pager: text written there is saved, or kept in a file that is named."""

import json
import os

import pytest
from conftest import BASELINE, NAMES, PROGRAM, VISIT, Screen, plumbline


def test_an_evaluation_is_written_in_the_editor(people, editor, tmp_path):
    body = (
        f"open('{tmp_path}/seen', 'w').write(text + oct(os.stat(path).st_mode))\n"
        "text = text.replace('pf.fhp_cva left ', 'pf.fhp_cva left = 44 #!', 1)"
    )
    screen = Screen("evaluation", "new", people[NAMES[0]], PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    assert status == 0, text
    seen = (tmp_path / "seen").read_text()
    assert "head pokes forward: deg, 20 to 80" in seen and seen.endswith("600")
    assert plumbline("evaluation", "show", people[NAMES[0]])["findings"] == {"pf.fhp_cva": {"left": 44}}
    assert not list(tmp_path.glob("plumbline-*")), "the file is gone once it is saved"


def test_a_visit_is_written_beside_the_words_of_the_last(editor, tmp_path):
    client = plumbline("client", "add", f"Visited {os.urandom(4).hex()}")["id"]
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    last = plumbline("visit", "new", client, "--from-json", str(VISIT), "--date", "2026-01-02")
    plumbline("visit", "sign", last["id"])
    body = (
        f"open('{tmp_path}/seen', 'w').write(text)\n"
        "text = text.replace('== What was done, and where\\n', '== What was done, and where\\nThe jaw.\\n', 1)"
    )
    screen = Screen("visit", "new", client, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    assert status == 0, text
    seen = (tmp_path / "seen").read_text()
    assert "minutes: 60" in seen and "#! 2026-01-02: Look at the desk together" in seen
    assert "(from the form of" in seen, "what the newest form says is filled in"
    assert len(seen.splitlines()) <= 40, "one screen"
    made = plumbline("visit", "show", client)
    assert made["done"] == "The jaw." and made["next"] is None, "the words of the last time are not copied"
    assert made["minutes"] == 60 and "(from the form of" in made["said"]


def test_an_editor_and_a_pager_have_the_terminal(people, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf \'your words: \'\nread words </dev/tty\necho "$words" >"$1"\n')
    editor.chmod(0o755)
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=str(editor), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.expect("your words: ").type("as typed").end()
    assert status == 0 and "Note added" in text
    screen = Screen(
        "form", "show", height=20, PLUMBLINE_PAGER="read first; echo :; read key </dev/tty; echo left by $key"
    )
    text, status = screen.expect(":").type("q").end()
    assert status == 0 and "left by q" in text


def test_a_rejected_save_opens_again_with_the_reasons(people, editor, tmp_path):
    body = (
        "text = text.replace('= 999', '= 45') if '#! !' in text else "
        "text.replace('pf.fhp_cva left ', 'pf.fhp_cva left = 999 #!', 1)\n"
        f"open('{tmp_path}/seen', 'a').write(text)"
    )
    screen = Screen("evaluation", "new", people[NAMES[1]], PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    assert screen.end()[1] == 0
    assert "#! ! pf.fhp_cva: 999 is not within 20 to 80 deg" in (tmp_path / "seen").read_text()
    assert plumbline("evaluation", "show", people[NAMES[1]])["findings"] == {"pf.fhp_cva": {"left": 45}}


def test_what_could_not_be_saved_is_kept_and_named(people, editor, tmp_path):
    evaluation = plumbline(
        "evaluation", "new", people[NAMES[0]], "--from-json", "-", stdin='{"findings": {"pf.atr": 3}}'
    )
    body = (
        f"import subprocess\nsubprocess.run(['{PROGRAM}', 'evaluation', 'sign', '{evaluation['id']}',"
        " '--service', 'mira'], check=True, capture_output=True)\ntext = text.replace('= 3 ', '= 4 ')"
    )
    screen = Screen(
        "evaluation", "edit", evaluation["id"], PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path)
    )
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "What you wrote is in" in text and "= 4 " in kept.read_text()


def edit_while_another_does(editor, tmp_path, words, other, text):
    """Runs a command that opens an editor, in which `text` is written after another session has run the command with
    `--service mira` and with the arguments and the input in `other`. Returns what was printed and what was kept.
    """
    arguments, stdin = other
    command = [str(PROGRAM), *words, *arguments, "--service", "mira"]
    body = (
        f"import subprocess\nsubprocess.run({command}, check=True, capture_output=True, input={stdin.encode()})\n{text}"
    )
    screen = Screen(*words, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    shown, status = screen.end()
    assert status == 6
    [kept] = tmp_path.glob("plumbline-*")
    return " ".join(shown.split()), kept.read_text()


def test_what_another_session_changed_meanwhile_is_not_overwritten(editor, tmp_path):
    client = plumbline("client", "add", f"Two windows {os.urandom(4).hex()}")["id"]
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(BASELINE))
    plumbline("intake", "accept", client)
    plan = plumbline("plan", "new", client)["id"]
    other = ["--message-file", "-"], "from the other window"
    shown, kept = edit_while_another_does(editor, tmp_path, ["plan", "edit", plan], other, "text = 'from this window'")
    assert "What you wrote is in" in shown and "from this window" in kept
    assert plumbline("plan", "edit", plan, "--next-visit", "2099-01-01")["message"] == "from the other window"


def test_a_client_another_session_corrected_is_not_overwritten(editor, tmp_path):
    client = plumbline("client", "add", f"Two windows {os.urandom(4).hex()}", "--phone", "+1 555 010 0100")["id"]
    other = ["--set", "phone=+1 555 010 0111"], ""
    text = "text = text.replace('0100', '0122').replace('email = ', 'email = late@example.org')"
    shown, kept = edit_while_another_does(editor, tmp_path, ["client", "edit", client], other, text)
    assert "changed by somebody else" in shown and "0122" in kept
    record = plumbline("client", "show", client)
    assert record["phone"].endswith("0111") and record["email"] is None


@pytest.fixture
def evaluation(people):
    findings = '{"findings": {"pf.atr": 3}}'
    return plumbline("evaluation", "new", people[NAMES[0]], "--from-json", "-", stdin=findings)["id"]


def expect_the_other_finding(editor, tmp_path, evaluation, words):
    other = ["--from-json", "-"], '{"findings": {"pf.atr": 5}}'
    shown, kept = edit_while_another_does(editor, tmp_path, words, other, "text = text.replace('= 3 ', '= 4 ')")
    assert "changed by somebody else" in shown and "= 4 " in kept
    assert plumbline("evaluation", "show", evaluation)["findings"] == {"pf.atr": 5}


def test_an_evaluation_another_session_changed_is_not_overwritten(evaluation, editor, tmp_path):
    expect_the_other_finding(editor, tmp_path, evaluation, ["evaluation", "edit", evaluation])


def test_a_correction_of_what_another_session_corrected_is_not_written(evaluation, editor, tmp_path):
    plumbline("evaluation", "sign", evaluation)
    expect_the_other_finding(editor, tmp_path, evaluation, ["evaluation", "amend", evaluation, "--reason", "misread"])


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("exit 3; :", "the editor ended with an error; nothing was written."),
        ("no-such-editor-anywhere", "the editor cannot be started; nothing was written."),
        ("rm -f", "cannot be read"),
        ("exit 130; :", "interrupted"),
    ],
)
@pytest.mark.parametrize("words", [["client", "note"], ["client", "edit"], ["evaluation", "new"]])
def test_an_editor_in_which_nothing_was_written_leaves_no_file_and_names_none(program, what, words, people, tmp_path):
    screen = Screen(*words, people[NAMES[0]], PLUMBLINE_EDITOR=program, XDG_RUNTIME_DIR=str(tmp_path), width=300)
    text, status = screen.end()
    assert status != 0 and what in text and "What you wrote" not in text
    assert not list(tmp_path.glob("plumbline-*"))


def test_an_editor_that_fails_after_something_was_written_keeps_it(people, editor, tmp_path):
    fails = editor("open(path, 'w').write('typed with care')\nsys.exit(3)")
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=fails, XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 2 and "nothing was saved" in text and "What you wrote is in" in text
    assert kept.read_text() == "typed with care"


def test_what_was_written_and_cannot_be_read_is_kept(people, tmp_path):
    program = tmp_path / "editor"
    program.write_text("#!/bin/sh\nhead -c 17000000 /dev/zero | tr '\\0' x >\"$1\"\n")
    program.chmod(0o755)
    note = ["client", "note", people[NAMES[0]]]
    screen = Screen(*note, PLUMBLINE_EDITOR=str(program), XDG_RUNTIME_DIR=str(tmp_path), width=300)
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 64 and "larger than 16 MB" in text and f"What you wrote is in {kept}." in text


def test_an_empty_file_cancels(people, editor):
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=editor("text = ''"))
    text, status = screen.end()
    assert status == 2 and "nothing was saved" in text
