"""A far end that misbehaves, a mail program that hears at once what it says, and a mail system that hears it later."""

import os
import pathlib
import re
import socket
import subprocess

from desk import DUE, mira, program, run_outbox
from place import sql


def come_back(mails):
    """A mail system takes every mail; what it cannot deliver comes back as a mail."""
    mira("client", "add", "Dee Bywater", "--email", "gone@example.org")
    mira("invite", "send", "Dee")
    run_outbox(PLUMBLINE_SENDMAIL=mails.sendmail)
    assert mira("outbox", "list", "Dee")[0]["state"] == "sent"
    [report] = mails.new(1)
    assert report["To"] == "returns@stillwater.example", report["To"]
    command = program("outbox", "receive", "--service", "outbox")
    noted = subprocess.run(command, input=report.as_bytes(), capture_output=True)
    assert noted.returncode == 0, noted.stderr
    told = mira("outbox", "list", "Dee")[0]
    assert (told["state"], told["reason"]) == ("bounced", "there is no such address (5.1.1)"), told
    print("a mail that comes back: noted from the mail system's own report")


def meet_the_far_end(folder):
    """A mail program that speaks to the far end itself, so that what that says comes back at once."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = pathlib.Path(folder) / "far"
    place.mkdir()
    manner = place / "manner"
    manner.write_text("takes")
    far = subprocess.Popen(
        ["/usr/bin/python3", pathlib.Path(__file__).with_name("far_end.py"), str(port), place],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "LD_PRELOAD"},
    )
    assert far.stdout.readline() == "ready\n"
    sendmail = f"env -u LD_PRELOAD msmtp --host=127.0.0.1 --port={port}"
    mira("client", "add", "Bo Bywater", "--email", "bo@example.org")
    mira("invite", "send", "Bo")
    for behaves, state in (("puts off", "waiting"), ("drops", "waiting"), ("refuses", "failed"), ("is slow", "sent")):
        manner.write_text(behaves)
        if behaves == "is slow":
            mira("outbox", "retry", mira("outbox", "list", "Bo")[0]["short_id"])
        sql(DUE)
        run_outbox(PLUMBLINE_SENDMAIL=sendmail)
        told = mira("outbox", "list", "Bo")[0]
        assert told["state"] == state, f"{behaves}: {told}"
    far.stdin.close()
    far.wait()
    ids = [re.search(rb"^Message-ID: (.*)\r?$", file.read_bytes(), re.M)[1] for file in place.glob("*.eml")]
    assert len(ids) == 2 and len(set(ids)) == 1, ids
    print(
        "a far end that puts off, drops after it took the mail, refuses and is slow: sent in the end, "
        "twice where the answer was lost, under one Message-ID"
    )
