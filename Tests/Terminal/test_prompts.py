"""Questions, the picker, the editor and Ctrl-C."""
import json
import os
import stat
import subprocess
import sys

import pytest

import client_form
from conftest import CASES, NAMES, PROGRAM, Screen, plumbline

# Answers that raise no flag.
PROBES = CASES.with_name("probes.json")


def test_the_picker_names_the_candidates_and_takes_a_number():
    for _ in range(2 - len([c for c in plumbline("client", "list") if c["name"].startswith("Twin ")])):
        plumbline("client", "add", f"Twin {os.urandom(2).hex()}")
    screen = Screen("client", "show", "twin").expect("Which client? [1–").type("9999").expect("A number from 1").type("1")
    text, status = screen.end()
    assert status == 0 and "Twin" in text


def test_a_trend_of_what_was_taken_once_shows_it_with_its_day(waiting):
    text, status = Screen("client", "trend", waiting[0]["id"], width=100).end()
    assert status == 0 and "Pain now" in text and "Taken" in text and "no trend" in text


def test_without_a_terminal_an_ambiguous_name_is_3(people):
    names = [client["name"] for client in plumbline("client", "list")]
    assert sum(name.startswith("Twin ") for name in names) >= 2, "the picker's test makes them"
    done = subprocess.run([PROGRAM, "client", "show", "twin", "--service", "mira"], capture_output=True, text=True)
    assert done.returncode == 3 and "fits" in done.stderr and done.stdout == ""


def test_a_review_goes_from_flag_to_flag_and_accepts(waiting):
    client, intake = waiting
    screen = Screen("intake", "review", intake["id"])
    for _ in intake["redflags"]:
        screen.expect("[a]cknowledge").expect("[q]uit:").type("a")
        screen.expect("(--action)").type("a").expect("(--note-file):").type("told her; her physician knows")
    screen.expect("[a]ccept").expect("[q]uit:").type("a")
    for field, answer in [("full_name", "x"), ("full_name", ""), ("full_name", "k")]:
        screen.expect(f"(--take {field})").type(answer)
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", intake["id"])["state"] == "accepted"
    record = plumbline("client", "show", client["id"])
    assert record["name"] == client["name"], "kept"
    assert record["birth_date"] == intake["answers"]["contact.date_of_birth"], "it was empty"


def test_a_skipped_intake_stays_and_the_next_one_comes(waiting):
    plumbline("intake", "start", waiting[0]["id"], "--from-json", "-", stdin=json.dumps(waiting[1]["answers"]))
    screen = Screen("intake", "review").expect("1 of ").expect("[q]uit:").type("s").expect("2 of ").expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", waiting[1]["id"])["state"] == "flagged"


def test_leaving_a_review_changes_nothing(waiting):
    screen = Screen("intake", "review", waiting[1]["id"]).expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", waiting[1]["id"])["state"] == "flagged"


@pytest.fixture
def editor(tmp_path):
    """Makes an editor of a Python function body that gets the file's `text` and gives the new one."""
    def make(body):
        program = tmp_path / "editor"
        program.write_text(f"#!{sys.executable}\nimport os, sys\npath = sys.argv[-1]\ntext = open(path).read()\n{body}\n"
                           "open(path, 'w').write(text)\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)
    return make


def test_a_review_notes_and_returns_through_the_editor(waiting, editor, tmp_path):
    client, intake = waiting
    screen = Screen("intake", "review", intake["id"], PLUMBLINE_EDITOR=editor("text += 'written in the editor'"),
                    XDG_RUNTIME_DIR=str(tmp_path))
    screen.expect("[q]uit:").type("n").expect("Note added").expect("[q]uit:").type("r").expect("returned")
    assert screen.end()[1] == 0
    assert plumbline("intake", "show", intake["id"])["state"] == "returned"
    assert not list(tmp_path.glob("plumbline-*")), "nothing written stays behind"


@pytest.mark.parametrize("option", [[], ["--quiet"]], ids=str)
def test_a_note_in_a_review_that_was_not_saved_is_kept_and_named(option, waiting, editor, tmp_path):
    fails_first = editor(f"if not os.path.exists('{tmp_path}/seen'):\n    open('{tmp_path}/seen', 'w')\n"
                         "    open(path, 'w').write('typed with care')\n    sys.exit(3)\ntext = 'the second note'")
    screen = Screen("intake", "review", waiting[1]["id"], *option, width=400, PLUMBLINE_EDITOR=fails_first,
                    XDG_RUNTIME_DIR=str(tmp_path))
    screen.expect("[q]uit:").type("n").expect("What you wrote is in").expect("[q]uit:")
    screen.type("n").expect("Note added").expect("[q]uit:").type("q")
    assert screen.end()[1] == 0
    [kept] = tmp_path.glob("plumbline-*")
    assert kept.read_text() == "typed with care"


def test_the_end_of_the_input_is_no_answer_about_the_record():
    client = plumbline("client", "add", f"Hung up {os.urandom(4).hex()}")["id"]
    baseline = json.dumps(json.loads(PROBES.read_text())["baseline"])
    intake = plumbline("intake", "start", client, "--from-json", "-", stdin=baseline)["id"]
    screen = Screen("intake", "accept", intake).expect("(--take full_name)")
    screen.process.sendeof()
    assert screen.end()[1] == 2
    assert plumbline("intake", "show", intake)["state"] == "submitted"


# Undo takes a therapist's newest change, whoever made it for them: these are Jonas, and nothing else is at the same time.
def test_an_undo_says_what_it_takes_back_and_asks():
    name = f"Undone {os.urandom(4).hex()}"
    plumbline("client", "add", name, service="jonas")
    plumbline("client", "edit", name, "--set", "phone=+15550100", service="jonas")
    text, status = Screen("undo", service="jonas").expect("Take back: edited the client").expect("[y/N]").type("n").end()
    assert status == 2 and plumbline("client", "show", name, service="jonas")["phone"] == "+15550100"
    assert Screen("undo", service="jonas").expect("[y/N]").type("y").end()[1] == 0
    assert plumbline("client", "show", name, service="jonas")["phone"] is None


def test_an_undo_off_a_terminal_ends_no_invitation_that_is_open():
    name = f"Invited {os.urandom(4).hex()}"
    plumbline("client", "add", name, service="jonas")
    link = plumbline("invite", "link", name, service="jonas")["url"]
    client_form.fill(link, client_form.demo_answers(contact__full_name=name), pages=2)
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
    text, status = Screen("client", "add", name).expect("Much like").expect("[y/N]").type("n").end()
    assert status == 2
    assert Screen("client", "add", name, "--yes").end()[1] == 0
    assert [client["name"] for client in plumbline("client", "list")].count(name) == 2


def test_an_empty_note_leads_back_to_the_question(waiting, editor):
    screen = Screen("intake", "review", waiting[1]["id"], PLUMBLINE_EDITOR=editor("text = ''"))
    screen.expect("[q]uit:").type("n").expect("nothing was saved").expect("[q]uit:").type("v")
    screen.expect("About you").expect("[q]uit:").type("q")
    assert screen.end()[1] == 0


def test_an_evaluation_is_written_in_the_editor(people, editor, tmp_path):
    body = (f"open('{tmp_path}/seen', 'w').write(text + oct(os.stat(path).st_mode))\n"
            "text = text.replace('pf.fhp_cva left ', 'pf.fhp_cva left = 44 #!', 1)")
    screen = Screen("evaluation", "new", people[NAMES[0]], PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    assert status == 0, text
    seen = (tmp_path / "seen").read_text()
    assert "head pokes forward: deg, 20 to 80" in seen and seen.endswith("600")
    assert plumbline("evaluation", "show", people[NAMES[0]])["findings"] == {"pf.fhp_cva": {"left": 44}}
    assert not list(tmp_path.glob("plumbline-*")), "the file is gone once it is saved"


def test_an_editor_and_a_pager_have_the_terminal(people, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'your words: '\nread words </dev/tty\necho \"$words\" >\"$1\"\n")
    editor.chmod(0o755)
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=str(editor), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.expect("your words: ").type("as typed").end()
    assert status == 0 and "Note added" in text
    screen = Screen("form", "show", height=20, PLUMBLINE_PAGER="read first; echo :; read key </dev/tty; echo left by $key")
    text, status = screen.expect(":").type("q").end()
    assert status == 0 and "left by q" in text


def test_a_rejected_save_opens_again_with_the_reasons(people, editor, tmp_path):
    body = ("text = text.replace('= 999', '= 45') if '#! !' in text else "
            "text.replace('pf.fhp_cva left ', 'pf.fhp_cva left = 999 #!', 1)\n"
            f"open('{tmp_path}/seen', 'a').write(text)")
    screen = Screen("evaluation", "new", people[NAMES[1]], PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    assert screen.end()[1] == 0
    assert "#! ! pf.fhp_cva: 999 is not within 20 to 80 deg" in (tmp_path / "seen").read_text()
    assert plumbline("evaluation", "show", people[NAMES[1]])["findings"] == {"pf.fhp_cva": {"left": 45}}


def test_what_could_not_be_saved_is_kept_and_named(people, editor, tmp_path):
    evaluation = plumbline("evaluation", "new", people[NAMES[0]], "--from-json", "-",
                           stdin='{"findings": {"pf.atr": 3}}')
    body = (f"import subprocess\nsubprocess.run(['{PROGRAM}', 'evaluation', 'sign', '{evaluation['id']}',"
            " '--service', 'mira'], check=True, capture_output=True)\ntext = text.replace('= 3 ', '= 4 ')")
    screen = Screen("evaluation", "edit", evaluation["id"], PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "What you wrote is in" in text and "= 4 " in kept.read_text()


def test_what_another_session_changed_meanwhile_is_not_overwritten(editor, tmp_path):
    client = plumbline("client", "add", f"Two windows {os.urandom(4).hex()}")["id"]
    plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(json.loads(PROBES.read_text())["baseline"]))
    plumbline("intake", "accept", client)
    plan = plumbline("plan", "new", client)["id"]
    body = (f"import subprocess\nsubprocess.run(['{PROGRAM}', 'plan', 'edit', '{plan}', '--message-file', '-',"
            " '--service', 'mira'], check=True, capture_output=True, input=b'from the other window')\n"
            "text = 'from this window'")
    screen = Screen("plan", "edit", plan, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "What you wrote is in" in text and "from this window" in kept.read_text()
    assert plumbline("plan", "edit", plan, "--next-visit", "2099-01-01")["message"] == "from the other window"


def test_an_evaluation_another_session_changed_is_not_overwritten(people, editor, tmp_path):
    evaluation = plumbline("evaluation", "new", people[NAMES[0]], "--from-json", "-",
                           stdin='{"findings": {"pf.atr": 3}}')["id"]
    body = (f"import subprocess\nsubprocess.run(['{PROGRAM}', 'evaluation', 'edit', '{evaluation}', '--from-json', '-',"
            " '--service', 'mira'], check=True, capture_output=True, input=b'{\"findings\": {\"pf.atr\": 5}}')\n"
            "text = text.replace('= 3 ', '= 4 ')")
    screen = Screen("evaluation", "edit", evaluation, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "changed by somebody else" in " ".join(text.split()) and "= 4 " in kept.read_text()
    assert plumbline("evaluation", "show", evaluation)["findings"] == {"pf.atr": 5}


def test_a_correction_of_what_another_session_corrected_is_not_written(people, editor, tmp_path):
    evaluation = plumbline("evaluation", "new", people[NAMES[0]], "--from-json", "-",
                           stdin='{"findings": {"pf.atr": 3}}')["id"]
    plumbline("evaluation", "sign", evaluation)
    amend = ["evaluation", "amend", evaluation, "--reason", "misread"]
    body = (f"import subprocess\nsubprocess.run(['{PROGRAM}', *{amend}, '--from-json', '-', '--service', 'mira'],"
            " check=True, capture_output=True, input=b'{\"findings\": {\"pf.atr\": 5}}')\n"
            "text = text.replace('= 3 ', '= 4 ')")
    screen = Screen(*amend, PLUMBLINE_EDITOR=editor(body), XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    [kept] = tmp_path.glob("plumbline-*")
    assert status == 6 and "changed by somebody else" in " ".join(text.split()) and "= 4 " in kept.read_text()
    assert plumbline("evaluation", "show", evaluation)["findings"] == {"pf.atr": 5}


def test_an_editor_that_fails_keeps_the_file(people, editor, tmp_path):
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=editor("sys.exit(3)"),
                    XDG_RUNTIME_DIR=str(tmp_path))
    text, status = screen.end()
    assert status == 2 and "What you wrote is in" in text and list(tmp_path.glob("plumbline-*"))


def test_an_empty_file_cancels(people, editor):
    screen = Screen("client", "note", people[NAMES[0]], PLUMBLINE_EDITOR=editor("text = ''"))
    text, status = screen.end()
    assert status == 2 and "nothing was saved" in text


def test_an_erasure_wants_the_short_id_typed():
    client = plumbline("client", "add", f"Gone {os.urandom(4).hex()}")
    screen = Screen("client", "erase", client["short_id"], "--yes").expect("(--confirm):").type("nope")
    assert screen.end()[1] == 2
    screen = Screen("client", "erase", client["short_id"]).expect("(--confirm):").type(client["short_id"])
    assert screen.end()[1] == 0


def test_the_wizard_asks_area_by_area(people):
    screen = Screen("evaluation", "new", people[NAMES[2]], "--ask")
    screen.expect("]:").type("999999").expect("!").expect("]:").type("q")
    assert screen.end()[1] == 2


def test_ctrl_c_in_the_wizard_keeps_the_answers_and_says_how_to_go_on(people, tmp_path):
    person = people[NAMES[0]]
    screen = Screen("evaluation", "new", person, "--ask", width=400, XDG_RUNTIME_DIR=str(tmp_path))
    screen.expect("20 to 80").type("47").expect("20 to 80").type("48").expect("]:").expect("]:")
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130
    (draft,) = tmp_path.glob("plumbline-*")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert f"What you wrote is in {draft}." in text and f"--ask --resume {draft}" in text
    screen = Screen("evaluation", "new", person, "--ask", "--resume", str(draft), XDG_RUNTIME_DIR=str(tmp_path))
    assert "20 to 80" not in screen.expect("]:").process.before, "what is answered is not asked again"
    screen.type("q")
    assert screen.end()[1] == 0
    assert plumbline("evaluation", "show", person)["findings"]["pf.fhp_cva"] == {"left": 47, "right": 48}
    assert not list(tmp_path.glob("plumbline-*")), "the drafts are gone once it is saved"


def test_a_wizard_that_is_resumed_and_interrupted_leaves_one_file(people, tmp_path):
    draft = tmp_path / "plumbline-draft"
    draft.write_text("pf.fhp_cva left = 47\n")
    resume = ["evaluation", "new", people[NAMES[0]], "--ask", "--resume", str(draft)]
    screen = Screen(*resume, XDG_RUNTIME_DIR=str(tmp_path)).expect("20 to 80").expect("]:").type("48").expect("]:")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert list(tmp_path.glob("plumbline-*")) == [draft]
    assert draft.read_text() == "pf.fhp_cva left = 47\npf.fhp_cva right = 48\n"
    assert Screen(*resume, "-n").expect("]:").type("q").end()[1] == 0 and draft.exists(), "a dry run leaves it"


def test_what_is_resumed_is_not_lost_to_findings_in_a_file(people, tmp_path):
    draft = tmp_path / "draft"
    draft.write_text("pf.fhp_cva left = 47\n")
    findings = tmp_path / "findings.json"
    findings.write_text('{"findings": {"pf.atr": 3}}')
    new = ["evaluation", "new", people[NAMES[0]]]
    assert Screen(*new, "--from-json", str(findings), "--resume", str(draft)).end()[1] == 64 and draft.exists()


def test_an_evaluation_without_findings_is_none(people, tmp_path):
    findings = tmp_path / "findings.json"
    findings.write_text("{}")
    before = len(plumbline("evaluation", "list", people[NAMES[0]]))
    text, status = Screen("evaluation", "new", people[NAMES[0]], "--from-json", str(findings)).end()
    assert status == 64 and "nothing was filled in" in text
    assert len(plumbline("evaluation", "list", people[NAMES[0]])) == before
