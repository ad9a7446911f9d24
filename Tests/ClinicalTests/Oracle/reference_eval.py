#!/usr/bin/env python3
"""The specification of the engine as a program: Plumbline's assessment must be equal to it, to the last digit.

Reads the content pack in the folder $PLUMBLINE_CONTENT."""

import json
import sys

from reference_plan import plan
from reference_rules import Ctx, F, ev, hypotheses, redflags, severity


def evaluate(answers, findings=None, trps=None):
    ctx = Ctx(answers, findings, trps)
    return {
        "derived": ctx.d,
        "redflags": sorted(redflags(ctx)),
        "patterns": sorted(p["id"] for p in F["patterns"] if ev(p["when"], ctx)),
        "severity": {k: severity(k, ctx) for k in sorted(ctx.f)},
        "hypotheses": {k: v for k, v in hypotheses(ctx).items() if v["level"] != "none"},
        "plan": plan(ctx),
    }


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        case = json.load(file)
    assessed = evaluate(case["answers"], case.get("findings"), case.get("trigger_points"))
    print(json.dumps(assessed, indent=1, ensure_ascii=False))
