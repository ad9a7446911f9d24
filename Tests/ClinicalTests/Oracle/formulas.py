#!/usr/bin/env python3
"""Prints the specification's result for the example of every photo formula, to all decimals."""

import json

import reference_formulas
import reference_rules

tests = {f["id"]: f["test"] for f in reference_rules.F["formulas"] if "test" in f}
print(json.dumps({i: reference_formulas.formula(i, t) for i, t in tests.items()}))
