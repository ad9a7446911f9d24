"""Writes one file a seed for a fuzzer, from the corpora of Tests/Acceptance.

usage: python3 Tests/Fuzz/seeds.py RequestParser | Form | Multipart | Picture | LinkToken FOLDER
"""

import json
import pathlib
import re
import struct
import sys
import zlib

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


def chunk(kind, content):
    """A chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def pictures():
    """A JPEG and a PNG with a few of everything that a camera writes."""
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    segments = [
        (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        (0xE1, exif),
        (0xDB, b"\0" + b"\x10" * 64),
        (0xC0, b"\x08\x02\x80\x01\xe0\x01\x01\x11\0"),
        (0xC4, b"\0\x01" + b"\0" * 15 + b"\0"),
        (0xDA, b"\x01\x01\0\0\x3f\0"),
    ]
    jpeg = b"".join(b"\xff" + bytes([kind]) + struct.pack(">H", len(body) + 2) + body for kind, body in segments)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 480, 640, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"\0" * 481 * 640)
    png += chunk(b"tEXt", b"Comment\0x") + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return [b"\xff\xd8" + jpeg + b"\0\xff\0\xff\xd9", png]


SEEDS = {
    "RequestParser": lambda: [b"\0" + raw for raw in raw_bytes("http/cases.jsonl")],
    "Form": lambda: list(raw_bytes("forms/urlencoded.jsonl")),
    "Multipart": lambda: [b"\0" + raw for raw in raw_bytes("forms/multipart.jsonl")],
    "Picture": pictures,
    "LinkToken": lambda: [b"A" * 43, b"_-" * 21 + b"8", b"A" * 42 + b"B", b"A" * 42 + b"="],
}

target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
for number, seed in enumerate(SEEDS[target]()):
    (folder / str(number)).write_bytes(seed)
