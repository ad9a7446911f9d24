#!/usr/bin/env python3
"""The specification of the engine as a program: Plumbline's assessment must give the same, to the last digit.

Reads the content pack in the folder $PLUMBLINE_CONTENT."""
import json, math, os, sys, datetime
HERE = os.environ["PLUMBLINE_CONTENT"]
def load(n):
    with open(os.path.join(HERE, n), encoding="utf-8") as fh: return json.load(fh)
Q = load("questions.json"); R = load("regions.json"); F = load("findings.json")
RF = load("redflags.json"); HY = load("hypotheses.json"); HC = load("homecare.json")
QBY = {q["id"]: q for q in Q["questions"]}; FBY = {f["id"]: f for f in F["findings"]}
HBY = {h["id"]: h for h in HY["hypotheses"]}; IBY = {i["id"]: i for i in HC["items"]}
GROUP = {g["id"]: set(g["regions"]) for g in R["groups"]}; REGION = {r["id"] for r in R["regions"]}
URG = {"emergency": 4, "urgent": 3, "refer": 2, "caution": 1}
EFF = {"block": 3, "ask_first": 2, "caution": 1}
MASSAGE = {"stop": 3, "defer": 2, "modify": 1, "ok": 0}
INTEREST = {"supplement": "supplements", "topical": "oils", "equipment": "equipment", "food": "food"}

def years(a, b): return b.year - a.year - ((b.month, b.day) < (a.month, a.day))
class Ctx:
    def __init__(self, answers, findings=None, trps=None):
        self.a = dict(answers); self.f = findings or {}; self.t = trps or []
        self.rf = None; self.hy = None
        self.derive(); self.prune()
    def derive(self):
        a = self.a; d = {}
        def dt(k): return datetime.date.fromisoformat(a[k]) if k in a else None
        b, v = dt("contact.date_of_birth"), dt("visit.date")
        if b and v: d["derived.age_years"] = years(b, v)
        if "habit.bag_kg" in a and a.get("contact.weight_kg"): d["derived.bag_pct"] = 100 * a["habit.bag_kg"] / a["contact.weight_kg"]
        if a.get("contact.height_cm") and a.get("contact.weight_kg"): d["derived.bmi"] = a["contact.weight_kg"] / (a["contact.height_cm"] / 100) ** 2
        if "pain.duration_days" in a: d["derived.phase"] = "acute" if a["pain.duration_days"] <= 42 else "subacute" if a["pain.duration_days"] <= 84 else "chronic"
        if "pregnancy.weeks" in a: d["derived.trimester"] = 1 if a["pregnancy.weeks"] <= 13 else 2 if a["pregnancy.weeks"] <= 27 else 3
        if "pain.first_year" in a and v: d["derived.years_since_first"] = v.year - a["pain.first_year"]
        s = [a[k] for k in ("psfs.score1", "psfs.score2", "psfs.score3") if k in a]
        if s: d["derived.psfs_mean"] = sum(s) / len(s)
        self.d = d
    def prune(self):
        # answers to hidden questions are dropped (repeat until stable)
        while True:
            hidden = [k for k in self.a if k in QBY and "show_if" in QBY[k] and not ev(QBY[k]["show_if"], self)]
            if not hidden: return
            for k in hidden: del self.a[k]
            self.derive()
    def get(self, k): return self.d.get(k) if k.startswith("derived.") else self.a.get(k)

def expand(ids):
    out = set()
    for i in ids: out |= GROUP[i] if i in GROUP else {i}
    return out
def cmp(op, x, v):
    return {"gte": x >= v, "gt": x > v, "lte": x <= v, "lt": x < v}[op]
def band(bands, v):
    for b in bands:
        if (b["min"] is None or v >= b["min"]) and (b["max"] is None or v < b["max"]): return b
    return None
def severity(fid, ctx, side="any"):
    fd, val = FBY[fid], ctx.f.get(fid)
    if val is None: return None
    def one(v):
        if v is None: return None
        k = fd["kind"]
        if k == "measure":
            bs = fd.get("bands") or []
            if "bands_female" in fd and ctx.get("contact.sex") == "female": bs = fd["bands_female"]
            b = band(bs, abs(v) if fd.get("abs") else v); return b["sev"] if b else 0
        if k in ("grade", "mmt"):
            b = band(fd["bands"], v); return b["sev"] if b else 0
        if k == "test": return 1 if v == "positive" else 0
        if k == "choice": return next(c["sev"] for c in fd["choices"] if c["id"] == v)
        if k == "multi_choice": return 1 if v else 0
    if isinstance(val, dict) and ("left" in val or "right" in val):
        s = {k: one(val.get(k)) for k in ("left", "right")}
        if side in ("left", "right"): return s[side]
        best = max([x for x in s.values() if x is not None], default=None)
        if "diff_bands" in fd and val.get("left") is not None and val.get("right") is not None:
            b = band(fd["diff_bands"], abs(val["left"] - val["right"]))
            if b: best = max(best or 0, b["sev"])
        return best
    if isinstance(val, dict): val = val.get("value")
    return one(val)
def raw(fid, ctx, side):
    val = ctx.f.get(fid)
    if val is None: return []
    if isinstance(val, dict) and ("left" in val or "right" in val):
        return [val[k] for k in ("left", "right") if k in val and val[k] is not None and side in ("any", "none", k)]
    return [val["value"] if isinstance(val, dict) else val]

def ev(e, ctx):
    if "all" in e: return all(ev(x, ctx) for x in e["all"])
    if "any" in e: return any(ev(x, ctx) for x in e["any"])
    if "not" in e: return not ev(e["not"], ctx)
    if "at_least" in e: return sum(ev(x, ctx) for x in e["of"]) >= e["at_least"]
    if "q" in e:
        v, op = ctx.get(e["q"]), e["op"]
        if op == "answered": return v is not None and v != "" and v != []
        if v is None: return False
        if op == "eq": return v == e["v"]
        if op == "in": return v in e["v"]
        if op == "has_any": return bool(set(v) & set(e["v"]))
        if op == "region_any":
            want = expand(e["v"])
            return any(x["region"] in want and (not e.get("symptoms") or set(x.get("symptoms", [])) & set(e["symptoms"])) and x.get("nrs", 0) >= e.get("min_nrs", 0) for x in v)
        return cmp(op, v, e["v"])
    if "f" in e:
        op = e["op"]
        if op == "sev_gte":
            s = severity(e["f"], ctx, e["side"]); return s is not None and s >= e["v"]
        vs = raw(e["f"], ctx, e["side"])
        if op == "positive": return "positive" in vs
        if op == "eq": return e["v"] in vs
        return any(cmp(op, x, e["v"]) for x in vs)
    if "trp" in e:
        return any((e["trp"] == ["*"] or t["muscle"] in e["trp"]) and (e["status"] == "any" or t["status"] == e["status"]) and t["tender"] >= e["min_grade"] for t in ctx.t)
    if "pattern" in e: return ev(next(p for p in F["patterns"] if p["id"] == e["pattern"])["when"], ctx)
    if "rf" in e: return e["rf"] in redflags(ctx)
    if "hyp" in e: return {"none": 0, "possible": 1, "likely": 2}[hypotheses(ctx)[e["hyp"]]["level"]] >= {"possible": 1, "likely": 2}[e["min"]]
    raise ValueError(e)

def redflags(ctx):
    if ctx.rf is None: ctx.rf = {r["id"] for r in RF["redflags"] if ev(r["when"], ctx)}
    return ctx.rf
def hypotheses(ctx):
    if ctx.hy is None:
        ctx.hy = {}
        for h in HY["hypotheses"]:
            hit = [r for r in h["rules"] if ev(r["when"], ctx)]
            s = sum(r["weight"] for r in hit)
            if "requires" in h and not ev(h["requires"], ctx): s, hit = 0, []
            ctx.hy[h["id"]] = {"score": s, "level": "likely" if s >= h["likely_min"] else "possible" if s >= h["possible_min"] else "none", "reasons": [r["id"] for r in hit]}
    return ctx.hy
def check_item(i, ctx, raised):
    """-> (effect or None, [reason ids])"""
    why = [(c["effect"], c["id"]) for c in i["contra"] if ev(c["when"], ctx)]
    for r in raised:
        b = r["blocks"]
        if i["id"] in b["items"] or set(i["tags"]) & set(b["tags"]): why.append(("block", r["id"]))
    why = sorted(set(why), key=lambda x: (-EFF[x[0]], x[1]))
    return (why[0][0] if why else None), [w[1] for w in why]
def plan(ctx):
    raised = [r for r in RF["redflags"] if r["id"] in redflags(ctx)]
    top = max([URG[r["urgency"]] for r in raised], default=0)
    mode = "emergency" if top == 4 else "hold" if top == 3 else "normal"
    massage = max([r["massage"] for r in raised], key=lambda m: MASSAGE[m], default="ok")
    cand = {}
    def add(i, src, pr):
        cand.setdefault(i, {"sources": [], "priority": pr}); cand[i]["sources"].append(src); cand[i]["priority"] = min(cand[i]["priority"], pr)
    if mode == "emergency":
        add("hc.ref_emergency", "redflag", 0)
    else:
        for r in raised:
            for i in r["suggests"]: add(i, r["id"], 0)
        for i in HC["items"]:
            if i["core"]: add(i["id"], "core", 1)
        for hid, h in hypotheses(ctx).items():
            if h["level"] == "none": continue
            for s in HBY[hid]["suggests"]:
                if "when" not in s or ev(s["when"], ctx): add(s["item"], hid, s["priority"])
        if mode == "normal":
            for i in HC["items"]:
                if i["category"] in INTEREST and INTEREST[i["category"]] in (ctx.get("diet.interest") or []): add(i["id"], "interest", 5)
                if "uses_when" in i and ev(i["uses_when"], ctx): add(i["id"], "client_uses", 5)
        if mode == "hold":
            cand = {k: v for k, v in cand.items() if IBY[k]["safe_in_hold"]}
    out = {"suggested": [], "caution": [], "ask_first": [], "blocked": [], "reasons": {}}
    for i in cand:
        eff, why = check_item(IBY[i], ctx, raised)
        key = {None: "suggested", "caution": "caution", "ask_first": "ask_first", "block": "blocked"}[eff]
        out[key].append(i)
        if why: out["reasons"][i] = why
    for k in ("suggested", "caution", "ask_first", "blocked"): out[k].sort()
    alerts = []
    for i in HC["items"]:
        if "uses_when" in i and ev(i["uses_when"], ctx):
            eff, why = check_item(i, ctx, raised)
            if eff in ("block", "ask_first"): alerts.append({"item": i["id"], "effect": eff, "reasons": why})
    # draft: what the app pre-selects for the therapist to edit
    hy = hypotheses(ctx); ok = set(out["suggested"]) | set(out["caution"])
    draft = [i for i in sorted(cand) if i in ok and (IBY[i]["core"] or (IBY[i]["category"] in ("referral", "education") and any(s.startswith("rf.") for s in cand[i]["sources"])) or cand[i]["sources"] == ["redflag"])]
    order = sorted([h for h in HBY if hy[h]["level"] != "none"], key=lambda h: -hy[h]["score"])   # stable: file order breaks ties
    queue = {h: [x[1] for x in sorted((s["priority"], s["item"]) for s in HBY[h]["suggests"] if h in cand.get(s["item"], {"sources": []})["sources"])] for h in order}
    SKIP = ("referral", "education", "supplement", "topical", "equipment"); LIMIT, PER = 8, 2
    count = lambda: len([x for x in draft if IBY[x]["category"] not in ("referral", "education")])
    per, turns, moved = {}, order[:1] + order, mode != "emergency"
    while moved and count() < LIMIT:
        moved = False
        for h in turns:
            if count() >= LIMIT: break
            for i in queue[h]:
                c = IBY[i]["category"]
                if i in ok and i not in draft and c not in SKIP and per.get(c, 0) < PER:
                    per[c] = per.get(c, 0) + 1; draft.append(i); moved = True; break
        turns = order
    return {"mode": mode, "massage": massage, "uses_alerts": alerts, "draft": sorted(draft), **out}
def evaluate(answers, findings=None, trps=None):
    ctx = Ctx(answers, findings, trps)
    return {"derived": ctx.d, "redflags": sorted(redflags(ctx)), "patterns": sorted(p["id"] for p in F["patterns"] if ev(p["when"], ctx)),
            "severity": {k: severity(k, ctx) for k in sorted(ctx.f)},
            "hypotheses": {k: v for k, v in hypotheses(ctx).items() if v["level"] != "none"}, "plan": plan(ctx)}

# ---- photo formulas ------------------------------------------------------
def level(points, roll):
    return {k: (x * math.cos(roll) - y * math.sin(roll), x * math.sin(roll) + y * math.cos(roll)) for k, (x, y) in points.items()}
def formula(fid, t):
    deg = math.degrees
    if fid == "fm.kyphosis_incl": return t["values"]["a_T1"] - t["values"]["a_T12"]
    if fid == "fm.lordosis_incl": return t["values"]["a_S1"] - t["values"]["a_T12"]
    p = t["points"]; s = -1 if t.get("view") == "lateral_l" else 1; k = t.get("k", 1.0)
    roll = 0.0
    if "lm.plumb_top" in p:
        (xt, yt), (xb, yb) = p["lm.plumb_top"], p["lm.plumb_bottom"]; roll = math.atan2(xb - xt, yb - yt)
    if fid == "fm.roll": return deg(roll)
    if fid == "fm.scale":
        (xa, ya), (xb, yb) = p["lm.scale_a"], p["lm.scale_b"]; return math.hypot(xa - xb, ya - yb) / t["scale_mm"]
    L = level(p, roll)
    U = lambda n: -L["lm." + n][1]
    Fw = lambda n: s * L["lm." + n][0]
    X = lambda n: L["lm." + n][0]
    def ang(a, b, c):
        v = (L[a][0] - L[b][0], L[a][1] - L[b][1]); w = (L[c][0] - L[b][0], L[c][1] - L[b][1])
        return deg(math.acos(max(-1, min(1, (v[0] * w[0] + v[1] * w[1]) / (math.hypot(*v) * math.hypot(*w))))))
    if fid == "fm.cva": return deg(math.atan2(U("tragus") - U("c7"), Fw("tragus") - Fw("c7")))
    if fid == "fm.head_tilt_sag": return deg(math.atan2(U("canthus") - U("tragus"), Fw("canthus") - Fw("tragus")))
    if fid == "fm.shoulder_c7": return deg(math.atan2(U("c7") - U("acromion"), Fw("acromion") - Fw("c7")))
    if fid == "fm.kyphosis_photo": return 180 - ang("lm.c7", "lm.t7", "lm.t12")
    if fid == "fm.lordosis_photo": return 180 - ang("lm.t12", "lm.l3", "lm.s1")
    if fid == "fm.pelvic_tilt": return deg(math.atan2(U("psis") - U("asis"), Fw("asis") - Fw("psis")))
    if fid in ("fm.line_level_deg", "fm.line_level_mm", "fm.atr_photo"):
        l = next(n for n in p if n.endswith("_l")); r = l[:-1] + "r"
        if fid == "fm.line_level_mm": return (-L[r][1] + L[l][1]) / k
        return deg(math.atan2(-L[r][1] + L[l][1], abs(L[r][0] - L[l][0])))
    if fid == "fm.trunk_shift": return (1 if t["view"] == "posterior" else -1) * (X("c7") - X("s2")) / k
    if fid == "fm.scap_distance":
        m = next(n for n in p if n.startswith("lm.scap")); (x7, y7), (xt, yt) = L["lm.c7"], L["lm.t7"]
        u = (L[m][1] - y7) / (yt - y7); return abs(L[m][0] - (x7 + u * (xt - x7))) / k
    if fid == "fm.knee_front":
        sd = next(n for n in p if n.startswith("lm.hip_"))[-1]; h, pt, a = L["lm.hip_" + sd], L["lm.patella_" + sd], L["lm.ankle_mid_" + sd]
        e = pt[0] - (h[0] + (pt[1] - h[1]) / (a[1] - h[1]) * (a[0] - h[0])); mu = 1 if (sd == "r") == (t["view"] == "anterior") else -1
        return math.copysign(180 - ang("lm.hip_" + sd, "lm.patella_" + sd, "lm.ankle_mid_" + sd), e * mu)
    if fid == "fm.knee_side":
        h, kn, a = L["lm.trochanter"], L["lm.knee_axis"], L["lm.malleolus"]
        e = s * (kn[0] - (h[0] + (kn[1] - h[1]) / (a[1] - h[1]) * (a[0] - h[0])))
        return math.copysign(180 - ang("lm.trochanter", "lm.knee_axis", "lm.malleolus"), -e)
    if fid == "fm.plumb_dev":
        n = next(n for n in p if not n.startswith("lm.plumb")); return s * (L[n][0] - L["lm.plumb_top"][0]) / k
    raise KeyError(fid)
if __name__ == "__main__":
    c = json.load(open(sys.argv[1], encoding="utf-8"))
    print(json.dumps(evaluate(c["answers"], c.get("findings"), c.get("trigger_points")), indent=1, ensure_ascii=False))
