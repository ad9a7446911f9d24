"""The draft of a plan: candidates, what contraindicates each, and which are chosen."""

from reference_rules import EFF, GROUP, HBY, HC, IBY, INTEREST, MASSAGE, RF, URG, ev, hypotheses, redflags

ADVICE = ("referral", "education")
NEVER_FILLED_IN = ("referral", "education", "supplement", "topical", "equipment")
# Kinds that only relieve, which no later phase has.
RELIEF = ("relief_now", "heat_cold", "rest_activity")
PRIORITIES = range(1, 10)
# The number of things to do in a phase, of phases, and of pieces of advice that causes add.
FEWEST, MOST, PHASES, ADVICE_BY_CAUSE = 2, 4, 3, 2


def check_item(i, ctx, raised):
    """-> (effect or None, [reason ids])"""
    why = [(c["effect"], c["id"]) for c in i["contra"] if ev(c["when"], ctx)]
    for r in raised:
        b = r["blocks"]
        if i["id"] in b["items"] or set(i["tags"]) & set(b["tags"]):
            why.append(("block", r["id"]))
    why = sorted(set(why), key=lambda x: (-EFF[x[0]], x[1]))
    return (why[0][0] if why else None), [w[1] for w in why]


def basics(ctx, raised):
    """Items that suit everyone: from each list the first item for the painful region, else the first that is
    allowed.
    """
    marked = {entry["region"] for entry in ctx.get("pain.map") or []}

    def is_for(item):
        return marked & {region for name in IBY[item]["regions"] for region in GROUP.get(name, {name})}

    for names in HC["basics"]:
        usable = [i for i in names if check_item(IBY[i], ctx, raised)[0] in (None, "caution")]
        yield from ([i for i in usable if is_for(i)] + usable)[:1]


def candidates(ctx, raised, mode):
    """All items that could be offered: item -> the causes, findings or flags that name it."""
    found = {}

    def add(item, source):
        found.setdefault(item, {"sources": []})["sources"].append(source)

    if mode == "emergency":
        add("hc.ref_emergency", "redflag")
        return found
    for flag in raised:
        for item in flag["suggests"]:
            add(item, flag["id"])
    for item in HC["items"]:
        if item["core"]:
            add(item["id"], "core")
    for hypothesis, result in hypotheses(ctx).items():
        if result["level"] != "none":
            for s in HBY[hypothesis]["suggests"]:
                if "when" not in s or ev(s["when"], ctx):
                    add(s["item"], hypothesis)
    if mode == "hold":
        return {item: entry for item, entry in found.items() if IBY[item]["safe_in_hold"]}
    for item in basics(ctx, raised):
        add(item, "basics")
    for item in HC["items"]:
        if item["category"] in INTEREST and INTEREST[item["category"]] in (ctx.get("diet.interest") or []):
            add(item["id"], "interest")
        if "uses_when" in item and ev(item["uses_when"], ctx):
            add(item["id"], "client_uses")
    return found


def sorted_by_effect(found, ctx, raised):
    out = {"suggested": [], "caution": [], "ask_first": [], "blocked": [], "reasons": {}}
    key = {None: "suggested", "caution": "caution", "ask_first": "ask_first", "block": "blocked"}
    for item in found:
        effect, why = check_item(IBY[item], ctx, raised)
        out[key[effect]].append(item)
        if why:
            out["reasons"][item] = why
    for name in key.values():
        out[name].sort()
    return out


def alerts(ctx, raised):
    """Items that the client uses already, but should not use, or not without asking."""
    found = []
    for item in HC["items"]:
        if "uses_when" in item and ev(item["uses_when"], ctx):
            effect, why = check_item(item, ctx, raised)
            if effect in ("block", "ask_first"):
                found.append({"item": item["id"], "effect": effect, "reasons": why})
    return found


def likeliest(ctx):
    """The causes that are at least possible, sorted by likelihood, then by score, then in the order of the file."""
    levels = hypotheses(ctx)
    raised = [h for h in HBY if levels[h]["level"] != "none"]
    return sorted(raised, key=lambda h: (levels[h]["level"] != "likely", -levels[h]["score"]))


def take_turns(order, found, limit, priorities, fits):
    """Lets causes take turns, each with its next item: first the items of the best priority, then those of the next.
    The likeliest cause begins with two turns.
    """
    chosen, turns = [], order[:1] + order
    for priority in priorities:
        moved = True
        while moved:
            moved = False
            for h in turns:
                named = sorted(s["item"] for s in HBY[h]["suggests"] if s["priority"] == priority)
                named = [i for i in named if h in found.get(i, {"sources": []})["sources"]]
                item = next((i for i in named if i not in chosen and fits(i, chosen)), None)
                if item and len(chosen) < limit:
                    chosen.append(item)
                    moved = True
            turns = order
    return chosen


def advised(ctx, found, ok):
    """The advice beside the first phase: what red flags ask for, and at most two pieces that likely causes put
    first.
    """
    advice = [i for i in sorted(found) if i in ok and IBY[i]["category"] in ADVICE and not IBY[i]["core"]]
    asked = [i for i in advice if any(s.startswith("rf.") or s == "redflag" for s in found[i]["sources"])]
    likely = [h for h in likeliest(ctx) if hypotheses(ctx)[h]["level"] == "likely"]
    return asked + take_turns(likely, found, ADVICE_BY_CAUSE, [1], lambda i, _: i in advice and i not in asked)


def twins(item):
    return {twin for group in HC["twins"] if item in group for twin in group}


def is_new(item, phase, taken):
    """True if the phase has no item of this kind yet, and neither the item nor a similar one is drafted."""
    kinds = [IBY[i]["category"] for i in phase]
    return IBY[item]["category"] not in kinds and not (twins(item) | {item}) & set(taken + phase)


def first_phase(ctx, found, ok, mode, suits_everyone):
    """The items that suit everyone if no cause is likely, else those against the likeliest causes; never fewer than
    two.
    """

    def fits(item, chosen):
        return item in ok and IBY[item]["category"] not in NEVER_FILLED_IN and is_new(item, phase + chosen, [])

    def add_basics(limit):
        for item in suits_everyone:
            if len(phase) < limit and fits(item, []):
                phase.append(item)

    order, phase = likeliest(ctx), []
    if mode == "normal" and not any(hypotheses(ctx)[h]["level"] == "likely" for h in order):
        add_basics(MOST)
    phase += take_turns(order, found, MOST - len(phase), PRIORITIES, fits)
    if mode == "normal":
        add_basics(FEWEST)
    return phase


def later_phase(ctx, found, ok, taken):
    """Two more items, neither of which only relieves."""

    def fits(item, chosen):
        category = IBY[item]["category"]
        return item in ok and category not in NEVER_FILLED_IN + RELIEF and is_new(item, chosen, taken)

    return take_turns(likeliest(ctx), found, FEWEST, PRIORITIES, fits)


def phases(ctx, raised, found, ok, mode):
    if mode == "emergency":
        return []
    drafted = [first_phase(ctx, found, ok, mode, list(basics(ctx, raised)))]
    while mode == "normal" and len(drafted) < PHASES:
        drafted.append(later_phase(ctx, found, ok, [item for phase in drafted for item in phase]))
    return [phase for phase in drafted if phase]


def withheld(ok, ctx, raised):
    """The items whose progression is left out, because it leads to an item that is contraindicated or to be asked about
    first.
    """
    limited = ("block", "ask_first")
    return sorted(
        item
        for item in ok
        if any(check_item(IBY[next_item], ctx, raised)[0] in limited for next_item in IBY[item].get("leads_to", []))
    )


def plan(ctx):
    raised = [r for r in RF["redflags"] if r["id"] in redflags(ctx)]
    top = max([URG[r["urgency"]] for r in raised], default=0)
    mode = "emergency" if top == 4 else "hold" if top == 3 else "normal"
    massage = max([r["massage"] for r in raised], key=lambda m: MASSAGE[m], default="ok")
    found = candidates(ctx, raised, mode)
    out = sorted_by_effect(found, ctx, raised)
    ok = set(out["suggested"]) | set(out["caution"])
    drafted = phases(ctx, raised, found, ok, mode)
    core = [item for item in found if item in ok and IBY[item]["core"]]
    return {
        "mode": mode,
        "massage": massage,
        "uses_alerts": alerts(ctx, raised),
        "draft": sorted(advised(ctx, found, ok) + (drafted[0] if drafted else []) + core),
        "phases": [{"phase": number, "items": items} for number, items in enumerate(drafted, 1)],
        **out,
        "progression_withheld": withheld(ok, ctx, raised),
    }
