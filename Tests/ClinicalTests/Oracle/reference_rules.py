#!/usr/bin/env python3
"""The meaning of the content's rules: severities, derived values, red flags and hypotheses of one case.

Reads the content pack in the folder $PLUMBLINE_CONTENT."""

import datetime
import json
import os

from reference_words import own_words, says

HERE = os.environ["PLUMBLINE_CONTENT"]


def load(n):
    with open(os.path.join(HERE, n), encoding="utf-8") as fh:
        return json.load(fh)


Q = load("questions.json")
R = load("regions.json")
F = load("findings.json")
RF = load("redflags.json")
HY = load("hypotheses.json")
HC = load("homecare.json")
QBY = {q["id"]: q for q in Q["questions"]}
FBY = {f["id"]: f for f in F["findings"]}
HBY = {h["id"]: h for h in HY["hypotheses"]}
IBY = {i["id"]: i for i in HC["items"]}
GROUP = {g["id"]: set(g["regions"]) for g in R["groups"]}
LEXICON = {x["id"]: x for x in RF["lexicons"]}
URG = {"emergency": 4, "urgent": 3, "refer": 2, "caution": 1}
EFF = {"block": 3, "ask_first": 2, "caution": 1}
MASSAGE = {"stop": 3, "defer": 2, "modify": 1, "ok": 0}
INTEREST = {"supplement": "supplements", "topical": "oils", "equipment": "equipment", "food": "food"}


def years(a, b):
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day))


class Ctx:
    def __init__(self, answers, findings=None, trps=None):
        self.a = dict(answers)
        self.f = findings or {}
        self.t = trps or []
        self.rf = None
        self.hy = None
        self.derive()
        self.prune()

    def derive(self):
        a = self.a
        d = {}

        def dt(k):
            return datetime.date.fromisoformat(a[k]) if k in a else None

        b, v = dt("contact.date_of_birth"), dt("visit.date")
        if b and v:
            d["derived.age_years"] = years(b, v)
        if "habit.bag_kg" in a and a.get("contact.weight_kg"):
            d["derived.bag_pct"] = 100 * a["habit.bag_kg"] / a["contact.weight_kg"]
        if a.get("contact.height_cm") and a.get("contact.weight_kg"):
            d["derived.bmi"] = a["contact.weight_kg"] / (a["contact.height_cm"] / 100) ** 2
        if "pain.duration_days" in a:
            d["derived.phase"] = (
                "acute" if a["pain.duration_days"] <= 42 else "subacute" if a["pain.duration_days"] <= 84 else "chronic"
            )
        if "pregnancy.weeks" in a:
            d["derived.trimester"] = 1 if a["pregnancy.weeks"] <= 13 else 2 if a["pregnancy.weeks"] <= 27 else 3
        if "pain.first_year" in a and v:
            d["derived.years_since_first"] = v.year - a["pain.first_year"]
        since = [d["derived.years_since_first"]] if "derived.years_since_first" in d else []
        if "pain.duration_days" in a:
            since.append(a["pain.duration_days"] // 365)
        if since and "derived.age_years" in d:
            d["derived.onset_age_years"] = d["derived.age_years"] - max(since)
        s = [a[k] for k in ("psfs.score1", "psfs.score2", "psfs.score3") if k in a]
        if s:
            d["derived.psfs_mean"] = sum(s) / len(s)
        self.d = d

    def prune(self):
        # answers to hidden questions are dropped (repeat until stable)
        while True:
            hidden = [k for k in self.a if k in QBY and "show_if" in QBY[k] and not ev(QBY[k]["show_if"], self)]
            if not hidden:
                return
            for k in hidden:
                del self.a[k]
            self.derive()

    def get(self, k):
        return self.d.get(k) if k.startswith("derived.") else self.a.get(k)


def expand(ids):
    out = set()
    for i in ids:
        out |= GROUP.get(i, {i})
    return out


def cmp(op, x, v):
    return {"gte": x >= v, "gt": x > v, "lte": x <= v, "lt": x < v}[op]


def band(bands, v):
    for b in bands:
        if (b["min"] is None or v >= b["min"]) and (b["max"] is None or v < b["max"]):
            return b
    return None


def severity(fid, ctx, side="any"):
    fd, val = FBY[fid], ctx.f.get(fid)
    if val is None:
        return None

    def one(v):
        if v is None:
            return None
        k = fd["kind"]
        if k == "measure":
            bs = fd.get("bands") or []
            if "bands_female" in fd and ctx.get("contact.sex") == "female":
                bs = fd["bands_female"]
            b = band(bs, abs(v) if fd.get("abs") else v)
            return b["sev"] if b else 0
        if k in ("grade", "mmt"):
            b = band(fd["bands"], v)
            return b["sev"] if b else 0
        if k == "test":
            return 1 if v == "positive" else 0
        if k == "choice":
            return next(c["sev"] for c in fd["choices"] if c["id"] == v)
        if k == "multi_choice":
            return 1 if v else 0

    if isinstance(val, dict) and ("left" in val or "right" in val):
        s = {k: one(val.get(k)) for k in ("left", "right")}
        if side in ("left", "right"):
            return s[side]
        best = max([x for x in s.values() if x is not None], default=None)
        if "diff_bands" in fd and val.get("left") is not None and val.get("right") is not None:
            b = band(fd["diff_bands"], abs(val["left"] - val["right"]))
            if b:
                best = max(best or 0, b["sev"])
        return best
    if isinstance(val, dict):
        val = val.get("value")
    return one(val)


def raw(fid, ctx, side):
    val = ctx.f.get(fid)
    if val is None:
        return []
    if isinstance(val, dict) and ("left" in val or "right" in val):
        return [val[k] for k in ("left", "right") if k in val and val[k] is not None and side in ("any", "none", k)]
    return [val["value"] if isinstance(val, dict) else val]


def ev(e, ctx):
    if "all" in e:
        return all(ev(x, ctx) for x in e["all"])
    if "any" in e:
        return any(ev(x, ctx) for x in e["any"])
    if "not" in e:
        return not ev(e["not"], ctx)
    if "at_least" in e:
        return sum(ev(x, ctx) for x in e["of"]) >= e["at_least"]
    if "says" in e:
        return any(says(LEXICON[e["says"]], text) for text in own_words(Q["questions"], ctx.a))
    if "q" in e:
        v, op = ctx.get(e["q"]), e["op"]
        if op == "answered":
            return v is not None and v != "" and v != []
        if v is None:
            return False
        if op == "eq":
            return v == e["v"]
        if op == "in":
            return v in e["v"]
        if op == "has_any":
            return bool(set(v) & set(e["v"]))
        if op == "region_any":
            want = expand(e["v"])
            return any(
                x["region"] in want
                and (not e.get("symptoms") or set(x.get("symptoms", [])) & set(e["symptoms"]))
                and x.get("nrs", 0) >= e.get("min_nrs", 0)
                for x in v
            )
        return cmp(op, v, e["v"])
    if "f" in e:
        op = e["op"]
        if op == "sev_gte":
            s = severity(e["f"], ctx, e["side"])
            return s is not None and s >= e["v"]
        vs = raw(e["f"], ctx, e["side"])
        if op == "positive":
            return "positive" in vs
        if op == "eq":
            return e["v"] in vs
        return any(cmp(op, x, e["v"]) for x in vs)
    if "trp" in e:
        return any(
            (e["trp"] == ["*"] or t["muscle"] in e["trp"])
            and (e["status"] == "any" or t["status"] == e["status"])
            and t["tender"] >= e["min_grade"]
            for t in ctx.t
        )
    if "pattern" in e:
        return ev(next(p for p in F["patterns"] if p["id"] == e["pattern"])["when"], ctx)
    if "rf" in e:
        return e["rf"] in redflags(ctx)
    if "hyp" in e:
        return {"none": 0, "possible": 1, "likely": 2}[hypotheses(ctx)[e["hyp"]]["level"]] >= {
            "possible": 1,
            "likely": 2,
        }[e["min"]]
    raise ValueError(e)


def redflags(ctx):
    if ctx.rf is None:
        ctx.rf = {r["id"] for r in RF["redflags"] if ev(r["when"], ctx)}
    return ctx.rf


def hypotheses(ctx):
    if ctx.hy is None:
        ctx.hy = {}
        for h in HY["hypotheses"]:
            hit = [r for r in h["rules"] if ev(r["when"], ctx)]
            s = sum(r["weight"] for r in hit)
            if "requires" in h and not ev(h["requires"], ctx):
                s, hit = 0, []
            ctx.hy[h["id"]] = {
                "score": s,
                "level": "likely" if s >= h["likely_min"] else "possible" if s >= h["possible_min"] else "none",
                "reasons": [r["id"] for r in hit],
            }
    return ctx.hy
