"""A therapist's portrait: set from a file, shown to their clients, and taken away."""

import random
import re
import struct
import subprocess
import urllib.request
import zlib

import pytest
from conftest import PROGRAM, WIDE, plumbline

SECRET = b"taken at home"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, pixel):
    """A picture as a camera makes it: too large, and with a note in it."""
    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(width)) for y in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    note = chunk(b"tEXt", b"Comment\0" + SECRET)
    return b"\x89PNG\r\n\x1a\n" + head + note + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def practice_set(key, value):
    command = [PROGRAM, "practice", "set", key, str(value), "--service", "tom"]
    return subprocess.run(command, capture_output=True, text=True, env=WIDE)


@pytest.fixture
def link():
    client = plumbline("client", "add", f"Portrait {random.getrandbits(40):x}", "--yes", service="tom")["short_id"]
    yield plumbline("invite", "link", client, service="tom")["url"]
    practice_set("portrait", "")


@pytest.mark.parametrize(
    "pixel", [lambda x, y: bytes((x % 256, y % 256, 90)), lambda x, y: random.randbytes(3)], ids=["calm", "noise"]
)
def test_a_portrait_is_small_and_says_nothing_but_its_pixels(link, tmp_path, pixel):
    photo = tmp_path / "me.png"
    photo.write_bytes(png(600, 800, pixel))
    assert practice_set("portrait", photo).returncode == 0
    assert plumbline("practice", "show", service="tom")["has_portrait"] is True
    page = urllib.request.urlopen(link).read().decode()
    address = re.search(r'<img src="(/i/[^"]+)" alt="Portrait of Tom"', page)[1]
    with urllib.request.urlopen(link.split("/i/")[0] + address) as answer:
        jpeg = answer.read()
        assert answer.headers["Content-Type"] == "image/jpeg" and "immutable" in answer.headers["Cache-Control"]
    assert jpeg.startswith(b"\xff\xd8\xff") and len(jpeg) <= 14_336
    assert SECRET not in jpeg and b"Exif" not in jpeg
    assert practice_set("portrait", "").stdout == "✓ Cleared your portrait.\n"
    assert "<img" not in urllib.request.urlopen(link).read().decode()


@pytest.mark.parametrize("what", [b"not a picture", b"\x89PNG\r\n\x1a\nbroken", b"\xff\xd8\xffbroken", b"GIF89a", b""])
def test_what_is_no_picture_is_refused(what, tmp_path):
    file = tmp_path / "me.png"
    file.write_bytes(what)
    refused = practice_set("portrait", file)
    assert refused.returncode == 64 and "is not taken as a picture" in refused.stderr


def test_a_setting_is_said_to_be_changed_in_one_sentence():
    said = practice_set("welcome", "Come as you are.").stdout
    assert said == "✓ Changed your welcome.\n"
    assert practice_set("welcome", "").stdout == "✓ Cleared your welcome.\n"
