"""A name is found however it is spelled: the same in every command that takes one."""

import os
import subprocess
import unicodedata

import pytest
from conftest import PROGRAM, plumbline
from sampling import one_in

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
    "Þóra Ŋandi": ["thora nandi", "ÞÓRA ŊANDI"],
    "Νίκος Παπάς": ["νικος παπας", "ΝΙΚΟΣ ΠΑΠΑΣ"],
    "Annemarie OConnor": ["Anne-Marie O'Connor", "anne‐marie o’connor"],
    "D`Arcy Zero\u200bwidth": ["darcy zerowidth", "d'arcy zerowidth"],
}
# A number as it is kept, and as people dial it.
DIALLED = {
    "+351 213 {}": ["00351213{}", "+351-213-{}", "(213) {}", "213{}"],
    "00351 214 {}": ["+351 214 {}", "351214{}"],
    "(604) 55{}": ["+1 604 55{}", "001-604-55{}", "60455{}"],
    "+44 (0)20 {}": ["+4420{}", "020 {}", "0044 20 {}"],
    "٠٥٥{}": ["055{}", "+966 55{}"],
    "০১৭১{}": ["0171{}", "+880 171{}", "๐๑๗๑{}"],
}


@pytest.fixture(scope="module")
def spelled():
    """Clients of these names, and a word that they alone have."""
    tag = "quor" + "".join(chr(ord("a") + byte % 26) for byte in os.urandom(8)) + "ab"
    return tag, {name: plumbline("client", "add", f"{name} {tag}", "--yes")["id"] for name in SPELLINGS}


def run(*words, **environment):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, env=os.environ | environment)


def completed(prefix, *command, place=0):
    """What a shell offers for an argument of a command, by default for the client of client show."""
    command = command or ("client", "show")
    words = ["plumbline", *command, *["x"] * place, prefix]
    asked = ["---completion", *command, "--", f"positional@{place}", str(len(words) - 1), str(len(prefix)), *words]
    return run(*asked, PGSERVICE="mira", SAP_SHELL="bash").stdout.split()


def is_shown(words, client, name):
    return plumbline("client", "show", words)["id"] == client


def is_listed(words, client, name):
    return [one["id"] for one in plumbline("client", "list", "--search", words)] == [client]


def is_found(words, client, name):
    return {place["client"] for place in plumbline("find", words, "--kind", "client")} == {client}


def is_warned_of(words, client, name):
    new = ("Somebody Else", "--phone", words) if name == "Dialled" else (words,)
    warned = run("client", "add", *new, "-n", "--service", "mira").stderr
    return "Much like a client you have" in warned and name in warned


def is_completed(words, client, name):
    first = words.split()[0]
    return any(word.startswith(first[:-1]) for word in completed(first[:-1]))


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_command_finds_every_spelling(spelled, name):
    tag, clients = spelled
    every = [is_shown, is_listed, is_found, is_warned_of, is_completed]
    spellings = [name, unicodedata.normalize("NFD", name), *SPELLINGS[name]]
    for number, typed in enumerate(spellings, start=list(SPELLINGS).index(name)):
        for finds in one_in(5, every, number):
            assert finds(f"{typed} {tag}", clients[name], name), (finds, typed)


@pytest.mark.parametrize("number", DIALLED)
def test_every_command_finds_a_number_however_it_is_dialled(number):
    digits = f"{int.from_bytes(os.urandom(4)) % 10**6:06}"
    client = plumbline("client", "add", "Dialled", "--phone", number.format(digits), "--yes")["id"]
    every = [is_shown, is_listed, is_found, is_warned_of]
    for place, typed in enumerate([number, *DIALLED[number]]):
        for finds in one_in(4, every, place):
            assert finds(typed.format(digits), client, "Dialled"), (finds, typed)


@pytest.mark.parametrize(("command", "place"), [("client show", 0), ("intake show", 0), ("plan show", 0)])
def test_a_shell_offers_ids_and_names_before_anything_is_typed(command, place, treated):
    client = plumbline("client", "show", treated)
    offered = completed("", *command.split(), place=place)
    assert {"zoe", "hara"} <= set(offered), offered[-20:]
    known = plumbline(command.split()[0], "list") if command != "client show" else [client]
    assert {one["short_id"] for one in known} <= set(offered)
    begun = completed("zo", *command.split(), place=place)
    assert "zoe" in begun
    assert all(word.startswith("zo") for word in begun), begun


def test_a_shell_offers_the_practice_s_own_items(treated):
    own = ["--kind", "strengthen", "--load", "strength", "--steps-file", "-", "--repeats", "5"]
    own += ["--times-a-day", "1", "--days-a-week", "7"]
    item = plumbline("item", "add", f"Offered {os.urandom(4).hex()}", *own, stdin="Pull slowly.")["id"]
    assert completed(item[:-2], "plan", "add", place=1) == [item]


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_slip_is_told_from_whatever_spelling(spelled, name):
    tag, _ = spelled
    for number, typed in enumerate(SPELLINGS[name]):
        slip = f"{typed} {tag[:-2]}ba"
        for words in one_in(2, [("client", "show", slip), ("invite", "link", slip, "-n")], number):
            told = run(*words, "--service", "mira")
            assert name in " ".join(told.stderr.split()), words
            assert words[0] != "invite" or told.returncode != 0, "what writes never guesses"
