#!/usr/bin/env python3
"""Assesses the case on each line of standard input and prints the result on a line of its own.

With --time, prints microseconds for one assessment instead, best of five rounds over all lines."""
import json, sys, time
import reference_eval

cases = [json.loads(line) for line in sys.stdin]


def assess(case):
    return reference_eval.evaluate(case["answers"], case.get("findings"), case.get("trigger_points"))


if sys.argv[1:] == ["--time"]:
    rounds = []
    for _ in range(5):
        start = time.perf_counter()
        for case in cases:
            assess(case)
        rounds.append((time.perf_counter() - start) / len(cases))
    print(min(rounds) * 1e6)
else:
    for case in cases:
        print(json.dumps(assess(case), ensure_ascii=False, separators=(",", ":")))
