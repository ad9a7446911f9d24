#!/usr/bin/env python3
"""Assesses the case on each line of standard input and prints each result on one line.

With --time, prints the microseconds of processor time each assessment takes instead, the best of ten."""

import json
import sys
import time

import reference_eval

cases = [json.loads(line) for line in sys.stdin]


def assess(case):
    return reference_eval.evaluate(case["answers"], case.get("findings"), case.get("trigger_points"))


def microseconds(case):
    start = time.process_time_ns()
    assess(case)
    return (time.process_time_ns() - start) / 1000


if sys.argv[1:] == ["--time"]:
    for case in cases:
        print(min(microseconds(case) for _ in range(10)))
else:
    for case in cases:
        print(json.dumps(assess(case), ensure_ascii=False, separators=(",", ":")))
