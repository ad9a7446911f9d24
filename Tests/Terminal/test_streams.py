"""Terminals with few abilities, colour, and readers that close the pipe early."""

import os
import subprocess

import pytest
from conftest import PAINT, PROGRAM, Screen
from wcwidth import wcswidth


def widest(text):
    return max(wcswidth(line) for line in PAINT.sub("", text).replace("\r\n", "\n").split("\n"))


@pytest.mark.parametrize(
    "told", [{}, {"COLUMNS": "0"}, {"COLUMNS": ""}, {"COLUMNS": "-5"}, {"COLUMNS": "wide"}], ids=str
)
def test_zero_columns_mean_eighty(told, people):
    assert 60 < widest(Screen("form", "show", width=0, **told).end()[0]) <= 80


@pytest.mark.parametrize("words", ["help", "help client edit", "client edit", "client list --bogus"])
def test_help_fits_the_narrowest_terminal(words):
    text, status = Screen(*words.split(), width=20, service=None).end()
    assert status in (0, 64) and 10 < widest(text) <= 20


def test_columns_win_over_the_terminal_and_width_over_both(people):
    assert 40 < widest(Screen("form", "show", width=120, COLUMNS="50").end()[0]) <= 50
    assert 50 < widest(Screen("form", "show", "--width", "60", width=120, COLUMNS="50").end()[0]) <= 60


@pytest.mark.parametrize("told", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"option": ["--color", "never"]}], ids=str)
def test_colour_is_off_when_asked(told, people):
    told = dict(told)
    text, _ = Screen("client", "list", *told.pop("option", []), **told).end()
    assert "\x1b" not in text and "○" not in text.splitlines()[0]


def test_colour_is_on_in_a_pipe_only_when_asked(people):
    def piped(**told):
        return subprocess.run(
            [PROGRAM, "client", "show", people["陈波"], "--service", "mira"],
            capture_output=True,
            text=True,
            env=os.environ | {"TERM": "xterm-256color"} | told,
        ).stdout

    assert "\x1b" not in piped() and "\x1b[" in piped(CLICOLOR_FORCE="1")
    assert "\x1b" not in piped(CLICOLOR_FORCE="1", NO_COLOR="1")


@pytest.mark.parametrize(
    "command", ["form show", "client list --json", "audit list --csv --quiet", "form print --text"]
)
def test_a_reader_that_leaves_early_is_no_error(command, people):
    done = subprocess.run(
        ["bash", "-c", f"'{PROGRAM}' {command} --service mira | head -n 1"], capture_output=True, text=True
    )
    assert len(done.stdout.splitlines()) == 1 and done.stderr == ""


def test_a_pager_left_early_is_no_error(people):
    text, status = Screen("form", "show", height=20, PLUMBLINE_PAGER="head -n 1").end()
    assert status == 0 and len(text.splitlines()) == 1


def test_a_full_disk_is_told_and_leaves_nothing(people):
    done = subprocess.run(
        [PROGRAM, "client", "list", "-o", "/proc/nothing", "--service", "mira"], capture_output=True, text=True
    )
    assert done.returncode == 1 and "/proc/nothing could not be written" in done.stderr


@pytest.mark.parametrize("words", [["--help"], ["help"], ["client", "edit", "--help"], ["--version"]])
def test_help_that_could_not_be_written_is_an_error_too(words):
    with open("/dev/full", "w") as full:
        assert subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE).returncode == 1


def test_a_closed_output_is_an_error_and_no_connection_takes_its_place(people):
    done = subprocess.run(["bash", "-c", f"'{PROGRAM}' client list --service mira >&-"], capture_output=True, text=True)
    assert done.returncode == 1 and "Bad file descriptor" in done.stderr
