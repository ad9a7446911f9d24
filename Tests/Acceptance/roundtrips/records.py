"""What the program prints of a record is taken as its input, and makes an equal one."""

import json
import os
import pathlib

from desk import plumbline

DATA = pathlib.Path(__file__).parents[2] / "ClinicalTests" / "Data"
# Texts are kept to the letter, with whatever is in them.
SIGNS = "aeiou rstln 0123456789 äçñø ßłđ 陈波 שלום مريم 🧘🏽 \"\\'=+-@,;:{}[]<>&%#|~_/ \n\n\t é\u0301 ﬁ ½ № „“"


def words(random):
    return "x" + "".join(random.choices(SIGNS, k=random.randint(1, 120))) + "x"


def part_of(random, members):
    """Some members of an object, in another order."""
    names = random.sample(list(members), random.randint(1, len(members)))
    return {name: members[name] for name in names}


def back(kind, client, made, fields, tally):
    """Makes a record anew from what is printed of it."""
    printed = plumbline(kind, "show", made["id"])
    again = plumbline(kind, "start" if kind == "intake" else "new", client, "--from-json", "-", stdin=printed)
    for one in (printed, again):
        kept = json.dumps([one[field] for field in fields])
        tally.expect(kind, kept, json.dumps([made[field] for field in fields]), made["short_id"])
    if kind != "intake":
        plumbline(kind, "discard", again["id"], "--yes")


def try_records(random, count, tally):
    cases = json.loads((DATA / "cases.json").read_text())["cases"]
    evaluated = [case for case in cases if case["findings"]]
    client = plumbline("client", "add", f"Records {random.getrandbits(64):x}", "--yes")["id"]
    for _ in range(count):
        case = random.choice(cases)
        answers = case["answers"] | {"visit.reason": words(random), "session.notes": words(random)}
        made = plumbline("intake", "start", client, "--from-json", "-", stdin=answers)
        back("intake", client, made, ["answers"], tally)
        case = random.choice(evaluated)
        points = random.sample(case["trigger_points"], random.randint(0, len(case["trigger_points"])))
        found = {"findings": part_of(random, case["findings"]), "trigger_points": points}
        made = plumbline("evaluation", "new", client, "--from-json", "-", stdin=found)
        back("evaluation", client, made, ["findings", "trigger_points"], tally)
        plumbline("evaluation", "discard", made["id"], "--yes")
        told = {part: words(random) for part in random.sample(["said", "found", "done", "response", "next"], 3)}
        visit = {"held_on": f"2026-{random.randint(1, 9)}-10".replace("-", "-0", 1), "minutes": random.randint(10, 120)}
        made = plumbline("visit", "new", client, "--from-json", "-", stdin=visit | told)
        back("visit", client, made, ["held_on", "minutes", *told], tally)
        plumbline("visit", "discard", made["id"], "--yes")
    try_template(evaluated[0], tally)


def try_template(case, tally):
    """The items of a plan, by way of a template, in the next plan of the same client."""
    client = plumbline("client", "add", f"Template of {os.getpid()}", "--yes")["id"]
    answers = json.loads((DATA / "probes.json").read_text())["baseline"]
    plumbline("intake", "accept", plumbline("intake", "start", client, "--from-json", "-", stdin=answers)["id"])
    evaluation = plumbline("evaluation", "new", client, "--from-json", "-", stdin={"findings": case["findings"]})
    plumbline("evaluation", "sign", evaluation["id"])
    name = f"Round trip {client[-12:]}"
    first = plumbline("plan", "new", client)
    wanted = [item["item"] for item in plumbline("plan", "show", first["id"])["items"]]
    plumbline("plan", "template", "save", name, first["id"])
    plumbline("plan", "discard", first["id"], "--yes")
    second = plumbline("plan", "new", client)
    for item in wanted[1:]:
        plumbline("plan", "remove", second["id"], item)
    plumbline("plan", "template", "use", name, second["id"])
    again = [item["item"] for item in plumbline("plan", "show", second["id"])["items"]]
    tally.expect("template", sorted(again), sorted(wanted), name)
    plumbline("plan", "template", "delete", name, "--yes")
    known = {item["id"] for item in plumbline("content", "items")}
    tally.expect("items", set(wanted) <= known, True, wanted)
