"""Writes one file a seed for a fuzzer, from the corpora of Tests/Acceptance.

usage: python3 Tests/Fuzz/seeds.py RequestParser | Form | LinkToken FOLDER
"""

import json
import pathlib
import re
import sys

NAMES = {
    "{{HOST}}": "localhost",
    "{{GET}}": "/healthz",
    "{{POST}}": "/i/x",
    "{{GOOD}}": "a=b",
    "{{F}}": "f",
    "{{G}}": "g",
    "{{KEY}}": "k",
}
ACCEPTANCE = pathlib.Path(__file__).resolve().parent.parent / "Acceptance"


def raw_bytes(path):
    """The bytes of every case of a corpus, with long repetitions cut to 200."""
    for line in (ACCEPTANCE / path).read_text(encoding="utf-8").splitlines():
        raw = json.loads(line).get("raw")
        if raw is not None:
            for name, value in NAMES.items():
                raw = raw.replace(name, value)
            shortened = re.sub(r"\{\{REP:(.*?):(\d+)\}\}", lambda m: m[1] * min(int(m[2]), 200), raw, flags=re.S)
            yield shortened.encode("latin-1")


SEEDS = {
    "RequestParser": lambda: [b"\0" + raw for raw in raw_bytes("http/cases.jsonl")],
    "Form": lambda: list(raw_bytes("forms/urlencoded.jsonl")),
    "LinkToken": lambda: [b"A" * 43, b"_-" * 21 + b"8", b"A" * 42 + b"B", b"A" * 42 + b"="],
}

target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
for number, seed in enumerate(SEEDS[target]()):
    (folder / str(number)).write_bytes(seed)
