"""What a plan is drafted from: candidates, what contraindicates each, and what is chosen beforehand."""

from reference_rules import EFF, HBY, HC, IBY, INTEREST, MASSAGE, RF, URG, ev, hypotheses, redflags

REFERRALS = ("referral", "education")
NEVER_FILLED_IN = ("referral", "education", "supplement", "topical", "equipment")
LIMIT, PER_CATEGORY = 8, 2


def check_item(i, ctx, raised):
    """-> (effect or None, [reason ids])"""
    why = [(c["effect"], c["id"]) for c in i["contra"] if ev(c["when"], ctx)]
    for r in raised:
        b = r["blocks"]
        if i["id"] in b["items"] or set(i["tags"]) & set(b["tags"]):
            why.append(("block", r["id"]))
    why = sorted(set(why), key=lambda x: (-EFF[x[0]], x[1]))
    return (why[0][0] if why else None), [w[1] for w in why]


def candidates(ctx, raised, mode):
    """Everything that could be offered: item -> the sources that name it, and the best of their priorities."""
    found = {}

    def add(item, source, priority):
        entry = found.setdefault(item, {"sources": [], "priority": priority})
        entry["sources"].append(source)
        entry["priority"] = min(entry["priority"], priority)

    if mode == "emergency":
        add("hc.ref_emergency", "redflag", 0)
        return found
    for flag in raised:
        for item in flag["suggests"]:
            add(item, flag["id"], 0)
    for item in HC["items"]:
        if item["core"]:
            add(item["id"], "core", 1)
    for hypothesis, result in hypotheses(ctx).items():
        if result["level"] != "none":
            for s in HBY[hypothesis]["suggests"]:
                if "when" not in s or ev(s["when"], ctx):
                    add(s["item"], hypothesis, s["priority"])
                    if result["level"] == "likely" and s["priority"] == 1:
                        found[s["item"]]["first"] = True
    if mode == "hold":
        return {item: entry for item, entry in found.items() if IBY[item]["safe_in_hold"]}
    for item in HC["items"]:
        if item["category"] in INTEREST and INTEREST[item["category"]] in (ctx.get("diet.interest") or []):
            add(item["id"], "interest", 5)
        if "uses_when" in item and ev(item["uses_when"], ctx):
            add(item["id"], "client_uses", 5)
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
    """What the client uses already and should not, or not without asking."""
    found = []
    for item in HC["items"]:
        if "uses_when" in item and ev(item["uses_when"], ctx):
            effect, why = check_item(item, ctx, raised)
            if effect in ("block", "ask_first"):
                found.append({"item": item["id"], "effect": effect, "reasons": why})
    return found


def begun(found, ok):
    """The items that every draft has: the core, advice that a red flag or a likely cause puts first, the emergency."""

    def belongs(item):
        sources = found[item]["sources"]
        is_first = found[item].get("first") or any(s.startswith("rf.") for s in sources)
        return IBY[item]["core"] or (IBY[item]["category"] in REFERRALS and is_first) or sources == ["redflag"]

    return [item for item in sorted(found) if item in ok and belongs(item)]


def drafted(ctx, found, ok, mode):
    """What is chosen for the therapist to edit: hypotheses take turns, the strongest first, with two to begin."""
    draft = begun(found, ok)
    levels = hypotheses(ctx)
    # Stable: the order of the file breaks ties.
    order = sorted([h for h in HBY if levels[h]["level"] != "none"], key=lambda h: -levels[h]["score"])

    def queue(h):
        named = [s for s in HBY[h]["suggests"] if h in found.get(s["item"], {"sources": []})["sources"]]
        return [item for _, item in sorted((s["priority"], s["item"]) for s in named)]

    queues = {h: queue(h) for h in order}
    per, turns, moved = {}, order[:1] + order, mode != "emergency"

    def is_full():
        return len([item for item in draft if IBY[item]["category"] not in REFERRALS]) >= LIMIT

    while moved and not is_full():
        moved = False
        for h in turns:
            if is_full():
                break
            for item in queues[h]:
                category = IBY[item]["category"]
                fits = category not in NEVER_FILLED_IN and per.get(category, 0) < PER_CATEGORY
                if item in ok and item not in draft and fits:
                    per[category] = per.get(category, 0) + 1
                    draft.append(item)
                    moved = True
                    break
        turns = order
    return sorted(draft)


def withheld(ok, ctx, raised):
    """The items whose progression is not told: it leads to what is contraindicated, or to be asked about first."""
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
    return {
        "mode": mode,
        "massage": massage,
        "uses_alerts": alerts(ctx, raised),
        "draft": drafted(ctx, found, ok, mode),
        **out,
        "progression_withheld": withheld(ok, ctx, raised),
    }
