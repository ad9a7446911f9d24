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
    try_plan(evaluated[0], random, count, tally)
    try_items(random, count, tally)


def try_plan(case, random, count, tally):
    """Plans with doses, notes and words of the therapist's own, and their items as templates."""
    client = plumbline("client", "add", f"Plans of {os.getpid()} {random.getrandbits(64):x}", "--yes")["id"]
    answers = json.loads((DATA / "probes.json").read_text())["baseline"]
    plumbline("intake", "accept", plumbline("intake", "start", client, "--from-json", "-", stdin=answers)["id"])
    evaluation = plumbline("evaluation", "new", client, "--from-json", "-", stdin={"findings": case["findings"]})
    plumbline("evaluation", "sign", evaluation["id"])
    for number in range(count):
        plan = plumbline("plan", "new", client)["id"]
        proposed = [item["item"] for item in plumbline("plan", "show", plan)["items"]]
        for item in random.sample(proposed, len(proposed) // 2):
            plumbline("plan", "remove", plan, item)
        kept = [item["item"] for item in plumbline("plan", "show", plan)["items"]]
        plumbline("plan", "reorder", plan, random.choice(kept))
        for item in random.sample(kept, min(3, len(kept))):
            plumbline("plan", "dose", plan, item, f"--note={words(random)}")
        plumbline("plan", "edit", plan, "--message-file", "-", "--next-visit", "2099-01-05", stdin=words(random))
        shown = plumbline("plan", "show", plan)
        again = plumbline("plan", "show", plumbline("plan", "new", client, "--from-json", "-", stdin=shown)["id"])
        for part in ("items", "phases", "next_visit", "message"):
            tally.expect("plan", json.dumps(again[part]), json.dumps(shown[part]), shown["short_id"])
        name = f"{number} {words(random)}".replace("\n", " ").replace("\t", " ")[:100]
        plumbline("plan", "template", "save", name, plan)
        listed = [one for one in plumbline("plan", "template", "list") if one["name"] == name]
        plumbline("plan", "template", "delete", name, "--yes")
        plumbline("plan", "template", "save", "--from-json", "-", stdin=listed)
        saved = [one for one in plumbline("plan", "template", "list") if one["name"] == name]
        tally.expect("template", [one["items"] for one in saved], [one["items"] for one in listed], name)
        plumbline("plan", "template", "delete", name, "--yes")
        for draft in (plan, again["id"]):
            plumbline("plan", "discard", draft, "--yes")


def try_items(random, count, tally):
    """The practice's own items, taken anew under another id."""
    for _ in range(count):
        name = f"{random.getrandbits(48):x}"
        text = words(random)[:80].replace("\n", " ").replace("\t", " ").strip()
        item = plumbline(
            *("item", "add", "--kind", random.choice(["stretch", "strengthen"]), "--id", f"a{name}"),
            *("--load", random.choice(["none", "prone", "twist"]), "--steps-file", "-"),
            *("--repeats", str(random.randint(1, 20)), "--times-a-day", "2", "--days-a-week", "5"),
            last=text,
            stdin=words(random)[:15],
        )
        other = item | {"id": f"own.b{name}"}
        [again] = plumbline("item", "add", "--from-json", "-", stdin=other)
        parts = ("title", "kind", "loads", "dose", "causes", "regions", "steps", "stop_if")
        tally.expect("item", [again[part] for part in parts], [item[part] for part in parts], item["id"])
        for one in (item, again):
            plumbline("item", "retire", one["id"], "--yes")
