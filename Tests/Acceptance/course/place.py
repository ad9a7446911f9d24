"""A practice whose clock can be moved on, and the page of a plan as a client uses it."""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

TESTS = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(TESTS / "Load"))
from faketime import preloaded


@contextlib.contextmanager
def practice():
    """Starts an instance whose processes all see one clock; yields what sets that clock, so many days ahead."""
    forget_ended_processes()
    with tempfile.TemporaryDirectory(prefix="plumbline-course.") as folder:
        os.chmod(folder, 0o711)
        clock = pathlib.Path(folder) / "clock"
        clock.write_text("+0\n")
        os.environ |= {
            "LD_PRELOAD": preloaded(folder),
            "FAKETIME_TIMESTAMP_FILE": str(clock),
            "FAKETIME_NO_CACHE": "1",
            # Otherwise the library changes the environment, beside which a program of Swift looks for its arguments.
            "FAKETIME_SHARED": f"/faketime_sem_{os.getpid()} /faketime_shm_{os.getpid()}",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }
        place = f"{folder}/instance"
        scratch = TESTS.parent / "deploy" / "scratch"
        started = subprocess.run([scratch, "start", "--dir", place], check=True, stdout=subprocess.PIPE, text=True)
        try:
            os.environ |= dict(line.split("=", 1) for line in started.stdout.splitlines())
            yield lambda days: set_clock(clock, days)
        finally:
            subprocess.run([scratch, "stop", "--dir", place], check=True)


def forget_ended_processes():
    """Takes away what the library keeps of processes that are no more. It is named by their numbers, and a process of
    another account that gets such a number again could not start.
    """
    for kept in pathlib.Path("/dev/shm").glob("*faketime_s[eh]m_*"):
        if not pathlib.Path("/proc", kept.name.rpartition("_")[2]).exists():
            with contextlib.suppress(OSError):
                kept.unlink()


def set_clock(clock, days):
    moved = clock.with_suffix(".new")
    moved.write_text(f"+{days}d\n")
    moved.rename(clock)
    shown = float(sql("select extract(epoch from clock_timestamp())"))
    assert abs(shown - time.time() - days * 86400) < 60, "the database sees another day"


def sql(query):
    done = subprocess.run(
        ["psql", "service=superuser", "-XqAt", "-c", query], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()


class Page:
    """The page of a plan, as a client on a phone uses it."""

    def __init__(self, address):
        self.address = address

    def read(self):
        """The status, and the words of the page."""
        try:
            with urllib.request.urlopen(self.address) as answer:
                return answer.status, words(answer.read().decode())
        except urllib.error.HTTPError as refusal:
            return refusal.code, words(refusal.read().decode())

    def form(self):
        """Which check-in is due: the fuller one asks for sleep."""
        with urllib.request.urlopen(f"{self.address}/how") as answer:
            return "full" if 'name="checkin.sleep"' in answer.read().decode() else "weekly"

    def tell(self, form, page="how", **told):
        """Sends a check-in; __ stands for the dot in the names. Returns the words of the page that it leads to."""
        fields = {"form": form, "submission": str(uuid.uuid4())}
        fields |= {f"checkin.{name.replace('__', '.')}": value for name, value in told.items()}
        body = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(f"{self.address}/{page}", body) as answer:
            return words(answer.read().decode())

    def week(self, pain, days, change="z", **told):
        """Sends the check-in that is due, with the plan kept on so many days; returns which it was."""
        form = self.form()
        if form == "weekly":
            fields = {"pain_avg7": pain, "days_done": days, "worry": "no"}
        else:
            fields = {"pain_now": pain, "pain_avg7": pain, "days_done": days, "spasm7": 1, "sleep": 6, "change": change}
            fields |= {"stop_sign": "no", "safety": "none"}
        assert "Thank you" in self.tell(form, **(fields | told))
        return form


def words(page):
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


sys.path.append(str(TESTS / "Terminal"))
