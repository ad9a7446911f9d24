"""Runs three checkers of PDF/UA-1 on every PDF of a folder; ends with 1 if any finds an error.

Warnings are printed but do not count, because they are guesses: outloud takes a short answer ("No") that is repeated
near the edge of three pages for a running header.
usage: check.py FOLDER
"""

import collections
import logging
import pathlib
import sys

import outloud
import pdfua
import rules


def found_by_pdfua(path):
    return [
        (finding.severity.name.lower(), f"{finding.rule_id} {finding.message}")
        for finding in pdfua.validate(path).findings
    ]


def found_by_outloud(path):
    result = outloud.check(path)
    if result.error:
        return [("error", f"could not be read: {result.error}")]
    return [(finding.severity, f"{finding.rule} {finding.message}") for finding in result.findings]


def found_by_rules(path):
    return [("error", finding) for finding in rules.findings(path)]


CHECKERS = {"pdfua": found_by_pdfua, "outloud": found_by_outloud, "own rules": found_by_rules}


def main():
    # fontTools warns of dates inside Debian's fonts, which do not matter here.
    logging.disable(logging.WARNING)
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.pdf"))
    if not files:
        sys.exit(f"check.py: no PDF in {sys.argv[1]}")
    errors, warnings = collections.Counter(), collections.Counter()
    for file in files:
        for name, checker in CHECKERS.items():
            for severity, finding in checker(str(file)):
                (errors if severity == "error" else warnings)[name] += 1
                print(f"{file.name}: {name}: {severity}: {finding}")
    figures = (f"{name} {errors[name]} errors, {warnings[name]} warnings" for name in CHECKERS)
    print(f"{len(files)} documents: " + "; ".join(figures))
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
