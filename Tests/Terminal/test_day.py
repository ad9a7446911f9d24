"""A therapist's day, from a new client to a printed plan, as typed in a terminal; the client's form goes to the daemon.
Each step uses the command that the step before proposes.
"""

import json
import os
import pathlib
import re
import shlex
import subprocess

import client_form
from conftest import PAINT, Screen, plumbline

DEMO = pathlib.Path(__file__).parents[2] / "deploy" / "demo"


class Therapist:
    """Types commands, reads the output, and keeps the commands that were proposed last."""

    def __init__(self):
        self.proposed = []

    def type(self, *words, answers=(), status=0, **environment):
        """Runs a command; `answers` are pairs of a question and what is typed in reply."""
        screen = Screen(*words, width=120, **environment)
        said = ""
        for question, answer in answers:
            screen.expect(question)
            said += screen.process.before + question
            screen.type(answer)
        text, ended = screen.end()
        said = PAINT.sub("", said + text).replace("\r\n", "\n")
        assert ended == status, f"plumbline {shlex.join(words)} ended with {ended}:\n{said}"
        self.proposed = re.findall(r"^(?:→|  Next:) plumbline (.+?)(?: {4}.*)?$", said, re.M)
        assert not any("|" in line for line in self.proposed), "what is proposed can be typed"
        return said

    def follow(self, command, *more, **how):
        """Types the proposed command that begins with these words."""
        [line] = [line for line in self.proposed if line.startswith(command)]
        return self.type(*shlex.split(line), *more, **how)


def test_a_day_from_a_new_client_to_a_printed_plan(tmp_path):
    mira = Therapist()
    mark = os.urandom(3).hex()
    name = f"Ana Lima {mark}"
    waiting = invite(mira, name, f"{mark}@example.org")
    review(mira, name, waiting)
    evaluate(mira, name, tmp_path)
    plan = draft(mira, name)
    issue(mira, name, plan, tmp_path)


def invite(mira, name, email):
    """Sends a new client's form; returns the intake that waits for review."""
    said = mira.type("client", "add", name, "--email", email, "--birth-date", "1988-03-09")
    assert f"✓ {name} added as " in said

    said = mira.follow("invite link")
    [link] = re.findall(r"^http\S+/i/\S+$", said, re.M)
    assert "shown only this once" in said
    answers = client_form.answers_with(contact__full_name=name, contact__email=email, consent__signature=name)
    client_form.fill(link, answers, pages=2)
    assert re.search(r"^· \d+ forms? not finished$", mira.type("today"), re.M)
    assert client_form.fill(link, answers).endswith("/receipt")

    said = mira.type("today")
    assert re.search(r"^! \d+ intakes? with (a red flag|red flags) to acknowledge$", said, re.M)
    assert re.search(r"^· \d+ intakes? to review$", said, re.M)
    assert "intake review" in mira.proposed
    [waiting] = [i for i in plumbline("intake", "list", "--to-review") if i["client_name"] == name]
    return waiting


def review(mira, name, waiting):
    assert mira.type("intake", "show", waiting["short_id"]) and f"intake review {waiting['short_id']}" in mira.proposed
    mira.type("intake", "accept", waiting["short_id"], status=5)
    assert f"intake review {waiting['short_id']}" in mira.proposed
    acknowledge = [("[q]uit:", "a"), ("[p]roceed:", "a"), ("and why:", "Talked it through; her physician knows.")]
    said = mira.follow("intake review", answers=[*acknowledge, *acknowledge, ("[a]ccept", "a")])
    assert said.index("Red flags") < said.index("Not as in the record") < said.index("About you")
    assert "No ice or cold packs." in said, "what to do about a flag"
    assert f"✓ Intake {waiting['short_id']} of {name} accepted. Taken into the record: phone." in said


def evaluate(mira, name, tmp_path):
    written = tmp_path / "editor"
    written.write_text("#!/bin/sh\nsed -i 's/^pf.fhp_cva left .*/pf.fhp_cva left = 44/' \"$1\"\n")
    written.chmod(0o755)
    said = mira.follow("evaluation new", PLUMBLINE_EDITOR=str(written))
    assert f"of {name}: 1 finding." in said
    mira.follow("evaluation sign")

    findings = json.loads((DEMO / "evaluation.json").read_text())
    findings["findings"]["pf.fhp_cva"]["left"] = 52
    (tmp_path / "findings.json").write_text(json.dumps(findings))
    said = mira.type("evaluation", "new", name, "--from-json", str(tmp_path / "findings.json"))
    mira.follow("evaluation sign")
    after_signing = mira.proposed
    said = mira.type("evaluation", "compare", name)
    assert re.search(r"head pokes forward +left +44 deg +52 deg +▁█ +\+8 deg, closer to usual", said)
    mira.proposed = after_signing


def draft(mira, name):
    """Drafts a plan, reads it and adds to it; returns its short id."""
    said = mira.follow("plan new")
    assert "Phase 1, 4 things to do, about" in said and "Phase 2, 2 things to do, when: " in said
    words = " ".join(said.split())
    assert re.search(r"because [^.!]*Forward head and rounded shoulders", words), words
    assert "which the client says they have or use at home, is contraindicated" in words, (
        "what is contraindicated and at home is named"
    )
    issuing = mira.proposed
    plan = plumbline("plan", "list", name)[0]["short_id"]

    said = mira.type("plan", "explain", plan, "hc.ice_cycle")
    assert "contraindicated" in said and "told you have, or had?”: Raynaud" in said
    said = mira.type("plan", "add", plan, "hc.ice_cycle", status=5)
    assert "Cold can harm you." in said
    added = mira.type("plan", "add", plan, "hc.breathing")
    assert re.search("✓ “Slow belly breathing” added; [0-9]+ items now.", added)
    preview = mira.type("plan", "preview", plan)
    assert "Slow belly breathing" in preview and "Cold packs are not for you." in preview
    mira.proposed = issuing
    return plan


def issue(mira, name, plan, tmp_path):
    said = mira.follow("plan issue", "--next-visit", "2099-12-22")
    assert re.search(r"^http\S+/p/\S+$", said, re.M) and f"Plan {plan} issued to {name}." in said
    os.chdir(tmp_path)
    said = mira.follow("plan export")
    pdf = (tmp_path / "plan.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-") and f"✓ plan.pdf: {len(pdf)} bytes." in said
    words = "".join(
        subprocess.run(["pdftotext", "-raw", "plan.pdf", "-"], capture_output=True, text=True).stdout.split()
    )
    assert "Slowbellybreathing" in words and "22December2099" in words

    mira.type("client", "edit", name, "--set", "phone=+15550199")
    said = mira.follow("undo", answers=[("[y/N]", "y")])
    assert f"✓ Taken back: edited the client, {name}" in said
    assert plumbline("client", "show", plumbline("plan", "list", name)[0]["client"])["phone"] == "+351 555 010 100"
