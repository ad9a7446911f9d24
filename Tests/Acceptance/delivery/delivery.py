"""Messages from the command that sends them to a maildir: a client's way by mail alone, from the invitation to the
third check-in and to the click that stops it; a mail that comes back; a far end that refuses, puts off, is slow and
drops; kills.

Prints its figures; fails when a message is lost, comes under two Message-IDs, or says a word about health.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "course"))
from desk import NOON, ROOT, mira, run_outbox
from kills import Kills, instance
from mailsystem import MailSystem
from manners import come_back, meet_the_far_end
from place import Page, practice, sql

FOUND = {"findings": {"pf.fhp_cva": {"left": 44, "right": 45}}}
# Words of titles that everybody uses about anything.
ORDINARY = set(
    "about all alone also and any are ask asks been before call can for form from going has have how its keep "
    "know last link look messages minutes more need needs new not now one open our page phone please put read say "
    "send still takes that the then there this time today together true two until want what which will with year "
    "you your".split()
)


def health_words():
    """The words of the titles of everything that the content knows about health."""
    words = set()
    for name in ("redflags", "hypotheses", "findings", "regions", "homecare"):
        text = (ROOT / "sql/content" / f"{name}.json").read_text()
        for title in re.findall(r'"(?:title|label|name)": "([^"]*)"', text):
            words |= set(re.findall(r"[a-z]{3,}", title.lower()))
    return words - ORDINARY


class Way:
    """A client who has nothing but their mail."""

    def __init__(self, mails, set_clock):
        self.mails, self.set_clock, self.read = mails, set_clock, []

    def next(self, count=1):
        run_outbox(PLUMBLINE_SENDMAIL=self.mails.sendmail)
        came = self.mails.new(count)
        self.read += came
        return came[0] if came else None

    def on(self, day):
        self.set_clock(day)
        sql(NOON)

    @staticmethod
    def link(mail, path):
        text = mail.get_body(("plain",)).get_content()
        return re.search(rf"http://\S*/{path}/[A-Za-z0-9_-]{{43}}\S*", text)[0]

    def walk(self):
        run_outbox(PLUMBLINE_SENDMAIL=self.mails.sendmail)
        mira("client", "add", "Ana Bywater", "--email", "ana@example.org")
        mira("invite", "send", "Ana", "--before-visit", "+4d", "--remind", "48h,24h")
        form = self.link(self.next(), "i")
        self.on(2)
        reminder = self.next()
        assert self.link(reminder, "i") == form, "the reminder has the same link"
        fill = [ROOT / "deploy/demo/fill-form", form, ROOT / "deploy/demo/answers.txt"]
        subprocess.run(fill, check=True, capture_output=True)
        self.on(3)
        self.next(0)
        self.treat()
        page = self.link(self.next(), "p")
        assert page == self.page, "the link in the mail is the one on paper"
        for week, pain in ((1, 5), (2, 4), (3, 3)):
            self.on(3 + 7 * week)
            told = self.link(self.next(), "p")
            assert told == f"{page}/how"
            Page(page).week(pain=pain, days=5)
            self.next(0)
        self.stop()

    def treat(self):
        for flag in mira("intake", "show", "Ana")["redflags"]:
            words = ("--ack", flag["id"], "--action", "adapt", "--note-file", "-")
            mira("intake", "flag", "Ana", *words, stdin="Talked it through with her physician.")
        mira("intake", "accept", "Ana", "--keep-all")
        mira("evaluation", "new", "Ana", "--from-json", "-", stdin=json.dumps(FOUND))
        mira("evaluation", "sign", "Ana")
        mira("plan", "new", "Ana")
        self.page = mira("plan", "issue", "Ana")["url"]
        mira("plan", "send", "Ana")

    def stop(self):
        """What a mail program does when its own button is pressed (RFC 8058)."""
        mail = self.read[-1]
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = mail["List-Unsubscribe"].strip("<>")
        with urllib.request.urlopen(address) as answer:
            assert "Send me no more messages" in answer.read().decode(), "looking stops nothing"
        with urllib.request.urlopen(address, b"List-Unsubscribe=One-Click") as answer:
            assert "You get no more messages" in answer.read().decode()
        self.on(3 + 7 * 4)
        self.next(0)
        consents = mira("client", "consent", "Ana")
        reminders = next(said for said in consents if said["consent"] == "consent.reminders")
        assert (reminders["state"], reminders["source"]) == ("withdrawn", "link"), reminders

    def check_words(self):
        """No word about health, no name of the client; the same words as text and as HTML; each message once."""
        health = health_words()
        assert {"pain", "spasm", "neck", "stretch"} <= health
        said = set()
        for mail in self.read:
            plain, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
            shown = re.sub(r"<[^>]*>", " ", re.sub(r"^.*?<body[^>]*>", "", html, flags=re.S)).replace("&amp;", "&")
            assert plain.split() == shown.replace(" :", ":").split(), f"{plain}\n{shown}"
            letters = re.sub(r"http\S*", " ", f"{mail['Subject']} {plain}").replace("Stillwater Massage", " ").lower()
            said |= set(re.findall(r"[a-z]{3,}", letters))
            assert "bywater" not in mail.as_string().lower() and mail["To"] == "ana@example.org"
        assert not said & health, f"about health: {said & health}"
        assert len({mail["Message-ID"] for mail in self.read}) == len(self.read)
        print(
            f"by mail alone: {len(self.read)} mails from the invitation to the third check-in, none after the stop; "
            f"{len(said)} words in them, 0 of {len(health)} about health"
        )


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=12)
    options.add_argument("--postgres", type=int, default=1)
    wanted = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="plumbline-delivery.") as folder, MailSystem(folder) as mails:
        os.environ |= {
            "PLUMBLINE_OUTBOX_KEY": f"{folder}/key",
            "PLUMBLINE_MAIL_FROM": "desk@stillwater.example",
            "PLUMBLINE_MAIL_RETURN": "returns@stillwater.example",
        }
        with instance(folder):
            Kills(folder).run(wanted.kills, wanted.postgres)
        with practice() as set_clock:
            sql(NOON)
            way = Way(mails, set_clock)
            way.walk()
            way.check_words()
            come_back(mails)
            meet_the_far_end(folder)


if __name__ == "__main__":
    main()
