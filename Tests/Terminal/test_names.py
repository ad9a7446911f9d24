"""A name is found however it is spelled: the same in every command that takes one."""

import os
import subprocess
import unicodedata

import pytest
from conftest import PROGRAM, plumbline

# A name as it is kept, and as people type it.
SPELLINGS = {
    "Łukasz Żółć": ["lukasz zolc", "ŁUKASZ ŻÓŁĆ"],
    "Nguyễn Thị Ánh": ["nguyen thi anh", "Nguyễn Thi Ánh"],
    "Søren Ødegård": ["soren odegard", "SØREN odegård"],
    "Jürgen Weiß": ["jurgen weiss", "JÜRGEN WEISS"],
    "Siobhán O’Brien-Đurić": ["siobhan o'brien duric", "siobhan obrien-duric", "Siobhán O'Brien‐Đurić"],
    "İpek Işık": ["ipek isik", "İPEK IŞIK"],
    "Æsa Œdipe": ["aesa oedipe"],
    "Ёлка Йорданова": ["елка иорданова", "ЁЛКА ЙОРДАНОВА"],
    "Άννα Παπαδοπούλου": ["αννα παπαδοπουλου", "ΑΝΝΑ ΠΑΠΑΔΟΠΟΥΛΟΥ"],
    "שָׂרָה כֹּהֵן": ["שרה כהן"],
}


@pytest.fixture(scope="module")
def spelled():
    """Clients of these names, and a word that they alone have."""
    tag = "quor" + "".join(chr(ord("a") + byte % 26) for byte in os.urandom(8)) + "ab"
    return tag, {name: plumbline("client", "add", f"{name} {tag}", "--yes")["id"] for name in SPELLINGS}


def run(*words, **environment):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, env=os.environ | environment)


def completed(prefix):
    words = ["plumbline", "client", "show", prefix]
    asked = ["---completion", "client", "show", "--", "positional@0", "3", str(len(prefix)), *words]
    return run(*asked, PGSERVICE="mira", SAP_SHELL="bash").stdout.split("\n")


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_command_finds_every_spelling(spelled, name):
    tag, clients = spelled
    client = clients[name]
    for typed in [name, unicodedata.normalize("NFD", name), *SPELLINGS[name]]:
        words = f"{typed} {tag}"
        assert plumbline("client", "show", words)["id"] == client, words
        assert [one["id"] for one in plumbline("client", "list", "--search", words)] == [client], words
        assert {place["client"] for place in plumbline("find", words, "--kind", "client")} == {client}, words
        warned = run("client", "add", words, "-n", "--service", "mira").stderr
        assert "Much like a client you have" in warned and name in warned, words
        first = typed.split()[0]
        assert any(word.startswith(first[:-1]) for word in completed(first[:-1])), first


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_slip_is_told_from_whatever_spelling(spelled, name):
    tag, _ = spelled
    for typed in SPELLINGS[name]:
        slip = f"{typed} {tag[:-2]}ba"
        for words in [("client", "show", slip), ("invite", "link", slip, "-n")]:
            told = run(*words, "--service", "mira")
            assert name in " ".join(told.stderr.split()), words
        assert told.returncode != 0, "what writes never guesses"
