"""Every command that prints, with its output on a full device and in a pipe that nobody reads: it ends with the right
status, and does not make a secret that it could not show.
"""

import json
import os
import subprocess
import urllib.request

import pytest
from conftest import BASELINE, CASES, NAMES, PROGRAM, SUPERUSER, VISIT, WIDE, commands, plumbline, worry
from sampling import one_in, sample
from test_width import COMMANDS, REFUSED

# Commands that change something run with --dry-run, and print what they would do.
WRITING = """
    undo | client add Somebody | client import {csv} | import fhir {fhir} | client edit {client} --set phone=+15550100
    client note {client} --note-file {text}
    client assign {new} Jonas | client share {client} Jonas --until 2099-01-01 | client open {new} --reason-file {text}
    client consent {client} --renew treatment --from sheet | client archive {new} | client restore {archived}
    client merge {unused} {client} | client unmerge {merged} | client hold {new} --reason court
    client erase {unused} --confirm {unused} | invite link {client} | invite qr {client} | invite revoke {invite}
    intake review {waiting} --ack {flag} --action adapt --note-file {text}
    intake start {client} --from-json {answers} | intake flag {waiting} --ack {flag} --action adapt --note-file {text}
    intake accept {well} | intake return {waiting} --message-file {text}
    intake amend {waiting} --from-json {change} --reason misread
    evaluation new {client} --from-json {findings} | evaluation measure {client} --landmarks {landmarks}
    evaluation edit {unsigned} --from-json {findings} | evaluation sign {unsigned}
    evaluation amend {signed} --from-json {findings} --reason misread
    evaluation photo {client} | evaluation discard {unsigned}
    invite send {client} | invite remind {sent_invite} | plan send {issued} --new-link
    outbox cancel {message} | outbox retry {message} | outbox bounced {sent} | outbox run --service outbox
    visit new {new} --from-json {visit} | visit edit {visit_draft} --minutes 30
    visit sign {visit_draft} | visit amend {visit_signed} --words-file {text} | visit discard {visit_draft}
    checkin ack {worried} --action adapt --note-file {text}
    plan new {client} | plan dose {draft} {thing} --days-a-week 3 | plan discard {draft}
    plan add {draft} {other} | plan remove {draft} {item} | plan reorder {draft} {item}
    plan edit {draft} --message-file {text} | plan issue {draft} | plan link {issued} | plan revise {issued}
    plan pause {issued} | plan close {issued} | plan template save Other {draft}
    item add Nod {nod} | item edit own.look_up --title Nod | item retire own.look_up
    plan template use Neck {draft} | plan template delete Neck | practice set phone +15550100
    practice add Elsewhere --service operator | practice correct {practice} --phone +15550100 --service operator
    practitioner add Nora --practice {practice} --service operator
    practitioner transfer Jonas Mira | practitioner deactivate Jonas --successor Mira --confirm Jonas
    content review --by Somebody | migrate up --service operator | erasures replay --from {erasures} --service operator
    erasures expire --service operator
    login --user nobody --name nobody | config set PLUMBLINE_PAGER cat
"""
# An exercise of a practice's own.
NOD = "--kind stretch --load none --repeats 5 --times-a-day 2 --days-a-week 5"
MORE = "completion bash | export csv intakes | export vcard {client} | export fhir {client}"
MORE += " | plan export {issued} --format text | plan export {issued} | plan print {issued}"
# `setup` needs a separate server (`test_setup`), `plan resume` has a test below, `outbox receive` reads a mail
# (`OutboxTests`), exports print only remarks, imports need another installation (`Acceptance/archive`), and the taps
# and the picture of a posture photo come by the browser (`Tests/Browser/test_photos.py`).
EXPORTS = {"export plans", "export client", "export practice"}
IMPORTS = {"import client", "import practice", "practice admit"}
ELSEWHERE = {"setup", "plan resume", "outbox receive", "evaluation confirm", "evaluation picture"} | EXPORTS | IMPORTS
ALL = [f"{' '.join(c.split())} -n" for line in WRITING.strip().splitlines() for c in line.split("|")]
ALL += [*MORE.split(" | "), *[command for command in COMMANDS if command not in REFUSED]]


def addable_item(plan):
    """An item that may be added to a draft."""
    held = {item["item"] for item in plumbline("plan", "show", plan)["items"]}
    items = [item["id"] for item in plumbline("content", "items") if item["id"] not in held]
    return next(item for item in items if plumbline("plan", "add", plan, item, "-n", check=False))


def make_something_to_list(client, draft, text, erased):
    plumbline("plan", "template", "save", "Neck", draft)
    plumbline("client", "note", client, "--note-file", text)
    plumbline("item", "add", "Look up", *NOD.split(), "--steps-file", text)
    plumbline("client", "share", client, "Jonas", "--until", "2099-01-01")
    plumbline("client", "erase", erased, "--confirm", erased)


@pytest.fixture(scope="module")
def letters(treated, message):
    """A message that waits, one that a mail system has taken, as the outbox would write it down, and its invite."""
    invite = plumbline("invite", "send", treated)["short_id"]
    sent = next(one for one in plumbline("outbox", "list", treated) if one["short_id"] != message)
    done = "update clinic.messages set state = 'sent', handed_over_at = now() where id = :'id'"
    subprocess.run([*SUPERUSER, "-v", f"id={sent['id']}"], input=done, text=True, check=True)
    return {"message": message, "sent": sent["short_id"], "sent_invite": invite}


def strangers(people):
    """Clients with names that are hard to print."""
    return {script: people[NAMES[n]] for script, n in [("chinese", 0), ("long", 4), ("arabic", 2), ("hebrew", 3)]}


def others(client, case, text):
    """Clients of whom one thing each is to be known."""
    archived, merged = client("Archived"), client("Merged")
    plumbline("client", "archive", archived)
    plumbline("client", "merge", merged, client("Kept"), "--yes")
    worried = worry(client("Worried"), case, text)
    return {"archived": archived, "merged": merged, "unused": client("Unused"), "worried": worried}


@pytest.fixture(scope="module")
def places(treated, people, letters, tmp_path_factory):
    """The records that the commands above name."""
    folder = tmp_path_factory.mktemp("places")
    case = json.loads(CASES.read_text())["cases"][0]

    def file(name, content):
        path = folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    def client(name):
        return plumbline("client", "add", f"{name} {os.urandom(4).hex()}", "--yes")["short_id"]

    new = client("New")
    findings = {"findings": {"pf.fhp_cva": {"left": 44, "right": 45}}}
    text = file("text", "Talked it through.")
    answers = file("answers", case["answers"])
    waiting = plumbline("intake", "start", new, "--from-json", answers)
    plans = {plan["state"]: plan["short_id"] for plan in plumbline("plan", "list", treated)}
    make_something_to_list(treated, plans["draft"], text, client("Erased"))
    # No plan is issued or opened again while a check-in is unread, so another client's is.
    plumbline("checkin", "ack", treated, "--action", "adapt", "--note-file", text)
    signed = plumbline("visit", "new", new, "--from-json", str(VISIT))["short_id"]
    plumbline("visit", "sign", signed)
    unsigned = plumbline("evaluation", "new", new, "--from-json", file("first", findings))["short_id"]
    known = {
        "client": treated,
        "new": new,
        "text": text,
        "csv": file("clients.csv", "Name,Email\nEva Roth,eva@example.org\n"),
        "fhir": file("patient", {"resourceType": "Patient", "name": [{"text": "Fay Roth"}]}),
        "answers": answers,
        "change": file("change", {"sleep.hours": 6}),
        "findings": file("findings", findings),
        "landmarks": file("lm", {"view": "lateral_r", "landmarks": {"lm.c7": [400, 600], "lm.tragus": [500, 480]}}),
        "erasures": file("erasures", []),
        "cases": file("case", case),
        "other": addable_item(plans["draft"]),
        "nod": f"{NOD} --steps-file {text}",
        "page": plumbline("plan", "link", plans["issued"])["url"],
        "invite": plumbline("invite", "link", new)["short_id"],
        "waiting": waiting["short_id"],
        "flag": waiting["redflags"][0]["id"],
        "well": plumbline("intake", "start", client("Well"), "--from-json", file("well", BASELINE))["short_id"],
        "unsigned": unsigned,
        "visit": str(VISIT),
        "visit_draft": plumbline("visit", "new", new, "--from-json", str(VISIT))["short_id"],
        "visit_signed": signed,
        "signed": next(e["short_id"] for e in plumbline("evaluation", "list", treated) if e["state"] == "signed"),
        "draft": plans["draft"],
        "issued": plans["issued"],
        "item": plumbline("plan", "show", plans["draft"])["items"][0]["item"],
        "thing": plumbline("plan", "show", plans["draft"])["phases"][0]["items"][0],
        "practice": plumbline("practice", "list", service="operator")[0]["id"],
    }
    return letters | strangers(people) | others(client, case, text) | known


def start(words, output):
    service = [] if "--service" in words or "help" in words else ["--service", "mira"]
    return subprocess.Popen(
        [PROGRAM, *words, *service], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, env=WIDE
    )


def unread():
    """The writing end of a pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def test_every_command_is_run():
    run = {" ".join(command.split()[:length]) for command in ALL for length in range(1, 4)}
    assert set(commands()) - run == ELSEWHERE


def output(kind):
    if kind == "read":
        return subprocess.PIPE
    return os.open("/dev/full", os.O_WRONLY) if kind == "full" else unread()


@pytest.mark.parametrize(("number", "command"), sample(len(ALL) // 2, enumerate(ALL)))
def test_the_status_tells_whether_the_output_was_written(number, command, places):
    words = command.format(**places).split()
    for kind in one_in(3, ["read", "full", "left"], number):
        file = output(kind)
        run = start(words, file)
        if kind != "read":
            os.close(file)
        said, told = run.communicate()
        if kind == "full":
            assert run.returncode == 1 and b"No space left on device" in told, told
        else:
            assert run.returncode == 0 and b"could not be written" not in told, (kind, told)
            assert said or kind == "left", "it prints nothing"


def test_a_change_is_made_whole_whoever_reads_of_it(places):
    issued = places["issued"]
    states = {plan["short_id"]: plan["state"] for plan in plumbline("plan", "list")}
    assert states[issued] == "issued"
    with open("/dev/full", "w") as full:
        assert start(["plan", "pause", issued], full).wait() == 1
    assert {plan["short_id"]: plan["state"] for plan in plumbline("plan", "list")}[issued] == "paused"
    closed = unread()
    assert start(["plan", "resume", issued], closed).wait() == 0
    os.close(closed)
    assert {plan["short_id"]: plan["state"] for plan in plumbline("plan", "list")}[issued] == "issued"


SHOWN_ONCE = {
    "invite link {client}": "invite list",
    "invite qr {client}": "invite list",
    "plan issue {draft}": "plan list",
    "plan link {issued}": None,
    "practitioner add Nora --practice {practice} --password --service operator": "practitioner list",
}


@pytest.mark.parametrize("command", SHOWN_ONCE)
def test_what_is_shown_once_is_not_made_unless_it_was_shown(command, places, tmp_path):
    def made():
        if command.startswith("plan link"):
            return urllib.request.urlopen(places["page"]).status
        return sorted(str(row) for row in plumbline(*SHOWN_ONCE[command].split()))

    words = command.format(**places).split()
    before = made()
    closed = unread()
    with open("/dev/full", "w") as full:
        for output in (full, closed):
            for form in ([], ["--json"]):
                run = start([*words, *form], output)
                told = run.communicate()[1].decode()
                assert run.returncode == 1 and "nothing was done" in told, told
    os.close(closed)
    run = start([*words, "-o", str(tmp_path)], subprocess.DEVNULL)
    assert b"Is a directory" in run.communicate()[1] and run.returncode == 1
    assert made() == before
