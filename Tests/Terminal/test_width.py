"""Whatever the width, no line is wider than the terminal, nothing is cut without a sign, nothing hostile gets through."""
import re

import pytest
from wcwidth import wcswidth

from conftest import HOSTILE, NAMES, PAINT, Screen

COMMANDS = [
    ["client", "list"], ["client", "show", "{client}"], ["client", "timeline", "{client}"], ["client", "trend", "{client}"],
    ["today"], ["find", "spasm"],
    ["intake", "list"], ["intake", "show", "{client}"], ["intake", "review", "{client}", "--no-input"],
    ["evaluation", "list", "{client}"],
    ["evaluation", "show", "{client}"], ["evaluation", "compare", "{client}"], ["plan", "list"],
    ["plan", "show", "{client}"], ["plan", "explain", "{client}", "hc.inversion_table"], ["plan", "preview", "{client}"],
    ["invite", "list"], ["audit", "list"], ["audit", "who", "{client}"], ["report", "flags"], ["report", "retention"],
    ["practitioner", "list"], ["form", "list"], ["doctor"], ["whoami"], ["client", "show", "nobody of that name"],
]


def lines(text):
    assert not re.search(r"\x1b(?!\[[0-9;]*m)", text), "an escape sequence that is not the program's own"
    return PAINT.sub("", text).replace("\r\n", "\n").split("\n")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(command, width, treated):
    text, _ = Screen(*[word.format(client=treated) for word in command], width=width).end()
    wide = [line for line in lines(text) if wcswidth(line) > width]
    assert wide == []


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_names_are_whole_or_end_in_an_ellipsis(width, people):
    text, status = Screen("client", "list", "--limit", "500", width=width).end()
    assert status == 0
    shown = " ".join(" ".join(lines(text)).split())
    for name in NAMES:
        beginnings = [name[:length] + "…" for length in range(1, len(name))]
        whole = name in shown or "".join(name.split()) in "".join(shown.split())
        assert whole or any(cut in shown for cut in beginnings), name


def test_a_hostile_name_shows_as_text(people):
    text, _ = Screen("client", "show", people[HOSTILE], width=80).end()
    assert "␛" in text and "\x07" not in text and "\u202e" not in text


def test_zero_columns_mean_eighty(people):
    text, _ = Screen("client", "list", width=0).end()
    assert max(wcswidth(line) for line in lines(text)) > 50


def test_colour_is_off_when_asked(people):
    text, _ = Screen("client", "list", NO_COLOR="1").end()
    assert "\x1b" not in text
    text, _ = Screen("client", "list", "--color", "never").end()
    assert "\x1b" not in text
