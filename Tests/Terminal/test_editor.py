"""The editor and the pager: what is written there is saved, or kept and named."""

import json
import os

from conftest import NAMES, PROBES, PROGRAM, Screen, plumbline


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


def test_what_another_session_changed_meanwhile_is_not_overwritten(editor, tmp_path):
    client = plumbline("client", "add", f"Two windows {os.urandom(4).hex()}")["id"]
    plumbline(
        "intake", "start", client, "--from-json", "-", stdin=json.dumps(json.loads(PROBES.read_text())["baseline"])
    )
    plumbline("intake", "accept", client)
    plan = plumbline("plan", "new", client)["id"]
    body = (
        f"import subprocess\nsubprocess.run(['{PROGRAM}', 'plan', 'edit', '{plan}', '--message-file', '-',"
        " '--service', 'mira'], check=True, capture_output=True, input=b'from the other window')\n"
        "text = 'from this window'"
    )
    screen = Screen("plan", "edit", plan, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "What you wrote is in" in text and "from this window" in kept.read_text()
    assert plumbline("plan", "edit", plan, "--next-visit", "2099-01-01")["message"] == "from the other window"


def test_an_evaluation_another_session_changed_is_not_overwritten(people, editor, tmp_path):
    evaluation = plumbline(
        "evaluation", "new", people[NAMES[0]], "--from-json", "-", stdin='{"findings": {"pf.atr": 3}}'
    )["id"]
    body = (
        f"import subprocess\nsubprocess.run(['{PROGRAM}', 'evaluation', 'edit', '{evaluation}', '--from-json', '-',"
        " '--service', 'mira'], check=True, capture_output=True, input=b'{\"findings\": {\"pf.atr\": 5}}')\n"
        "text = text.replace('= 3 ', '= 4 ')"
    )
    screen = Screen("evaluation", "edit", evaluation, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "changed by somebody else" in " ".join(text.split()) and "= 4 " in kept.read_text()
    assert plumbline("evaluation", "show", evaluation)["findings"] == {"pf.atr": 5}


def test_a_correction_of_what_another_session_corrected_is_not_written(people, editor, tmp_path):
    evaluation = plumbline(
        "evaluation", "new", people[NAMES[0]], "--from-json", "-", stdin='{"findings": {"pf.atr": 3}}'
    )["id"]
    plumbline("evaluation", "sign", evaluation)
    amend = ["evaluation", "amend", evaluation, "--reason", "misread"]
    body = (
        f"import subprocess\nsubprocess.run(['{PROGRAM}', *{amend}, '--from-json', '-', '--service', 'mira'],"
        ' check=True, capture_output=True, input=b\'{"findings": {"pf.atr": 5}}\')\n'
        "text = text.replace('= 3 ', '= 4 ')"
    )
    screen = Screen(*amend, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "changed by somebody else" in " ".join(text.split()) and "= 4 " in kept.read_text()
    assert plumbline("evaluation", "show", evaluation)["findings"] == {"pf.atr": 5}


def test_an_editor_that_fails_keeps_the_file(people, editor, tmp_path):
    screen = Screen(
        "client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=editor("sys.exit(3)"), XDG_RUNTIME_DIR=str(tmp_path)
    )
    text, status = screen.end()
    assert status == 2 and "What you wrote is in" in text and list(tmp_path.glob("plumbline-*"))


def test_an_empty_file_cancels(people, editor):
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=editor("text = ''"))
    text, status = screen.end()
    assert status == 2 and "nothing was saved" in text
