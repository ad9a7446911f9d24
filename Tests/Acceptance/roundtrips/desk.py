"""The therapist at the command line, and what went wrong."""

import json
import os
import pathlib
import subprocess

PROGRAM = pathlib.Path(os.environ["PLUMBLINE_BIN"]) / "plumbline"


class Refused(Exception):
    pass


def run(*words, last=None, stdin=None):
    """Runs a command. `last` is an argument that may begin as an option does."""
    words = [*words, "--service", "tom", *(["--", last] if last else [])]
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True)
    if done.returncode != 0:
        raise Refused(done.stderr.decode())
    return done


def text(*words, last=None, stdin=None):
    return run(*words, last=last, stdin=stdin).stdout.decode()


def told(*words, last=None):
    """The remarks of a command."""
    return run(*words, last=last).stderr.decode()


def plumbline(*words, last=None, stdin=None):
    said = text(*words, "--json", last=last, stdin=stdin and json.dumps(stdin).encode())
    return json.loads(said) if said.strip() else None


class Tally:
    """Counts what came back as it was, and prints what did not."""

    def __init__(self):
        self.well = {}
        self.faults = 0

    def expect(self, kind, found, wanted, of):
        if found == wanted:
            self.well[kind] = self.well.get(kind, 0) + 1
        else:
            self.faults += 1
            print(f"{kind} of {of!r}: {found!r}, not {wanted!r}")
