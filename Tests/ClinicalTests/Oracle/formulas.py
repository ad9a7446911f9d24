#!/usr/bin/env python3
"""Prints what the specification gives for the worked test of every photo formula, to all decimals."""
import json
import reference_eval

tests = {f["id"]: f["test"] for f in reference_eval.F["formulas"] if "test" in f}
print(json.dumps({i: reference_eval.formula(i, t) for i, t in tests.items()}))
