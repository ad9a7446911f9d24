"""The course of six clients over eight weeks, each step by the built programs and over HTTP:

Ana gets better, is measured again and has her plan revised twice; Bo gets worse twice; Cem has a fever; Dora comes
again with flags that are known; Eli does little of it; Fay is handed over to Jonas.
"""

import concurrent.futures
import json
import tempfile
import time

from place import Page, practice

NAMES = ("Ana", "Bo", "Cem", "Dora", "Eli", "Fay")
FOUND = {"pf.fhp_cva": {"left": 44, "right": 45}, "pf.rounded_shoulder": {"left": 38, "right": 40}}
MOST_KEYS = 120


class Course:
    def __init__(self, client_form, therapist, folder):
        self.client_form, self.folder, self.day = client_form, folder, 0
        self.mira, self.jonas = therapist("mira"), therapist("jonas")
        self.pages = {}

    def week_0(self):
        """First visits: the form on the phone, its flags, what is found, the plan, the note of the visit."""
        with concurrent.futures.ThreadPoolExecutor(3) as rooms:
            self.pages = dict(zip(NAMES, rooms.map(self.first_visit, NAMES)))
        today = self.mira.today()
        assert not [name for name in NAMES if name in today], "nobody is left over after the first day"

    def first_visit(self, name):
        self.mira.type("client", "add", name, about=name)
        self.fill(name)
        page = Page(self.mira.first_visit(name, FOUND, f"{name}: neck and shoulders."))
        status, words = page.read()
        assert status == 200 and "How is it going?" in words
        return page

    def week_1(self):
        """The fuller check-in is due: one is good, one is bad."""
        assert self.pages["Ana"].week(pain=3, days=6, change="p2") == "full"
        assert self.pages["Ana"].form() == "weekly", "what was answered is not asked again"
        self.pages["Bo"].week(pain=8, days=5, change="m2")
        self.pages["Eli"].week(pain=5, days=1)
        assert "Bo" in self.mira.today() and "Ana" not in self.mira.today()
        assert not self.advised("Bo", "in a row") and self.advised("Bo", "worse")
        assert self.advised("Eli", "keep at most 3"), "who does little of it keeps three"

    def week_2(self):
        """A second worse one, a second better one, and a fever, which pauses the plan."""
        self.pages["Ana"].week(pain=2, days=6, change="p3")
        self.pages["Bo"].week(pain=9, days=5, change="m2")
        assert self.advised("Bo", "in a row; suggest the physician") and not self.advised("Ana", "worse")
        assert self.advised("Ana", "next phase"), "twice better goes on"

        told = self.pages["Cem"].tell("worry", page="worry", safety="fever", stop_sign="no")
        assert "Your plan is paused" in told, told
        status, page = self.pages["Cem"].read()
        assert status == 410 and "Your plan is paused" in page, page
        assert "Cem" in self.mira.today()
        self.mira.type("plan", "resume", "Cem", about="Cem", status=5)
        self.mira.answer_flags(
            "Cem", "checkin", "ack", "Cem", "--action", "refer", note="A cold. Rest until it is over."
        )

    def week_3(self):
        """Cem is well again. One angle of Ana's is measured again; all else that was found stands. Her plan goes on to
        the next step, and Eli's is cut to three things.
        """
        self.mira.type("plan", "resume", "Cem", about="Cem")
        assert self.pages["Cem"].read()[0] == 200
        held = self.things("Ana", phase=1)
        self.session("Ana", tested=["1 50"])
        assert len(self.things("Ana", phase=1)) == 3 and self.things("Ana", phase=1) != held, "twice better goes on"
        changes = self.mira.type("plan", "revise", "Eli", about="Eli")["changes"]
        assert len(changes["moved"]) == 1 and not changes["gone"], changes
        self.mira.type("plan", "issue", "Eli", about="Eli")
        assert len(self.things("Eli", phase=1)) == 3
        assert self.mira.type("evaluation", "show", "Ana")["findings"] == {"pf.fhp_cva": {"left": 50}}
        assert len(self.mira.type("session", "Ana")["standing"]) == 4

    def week_5(self):
        """Dora sends the form again; her flags are as last time."""
        self.fill("Dora", pain__now="3")
        self.session("Dora", tested=["1 47"])
        flags = self.mira.type("intake", "show", "Dora")["redflags"]
        assert len(flags) >= 2 and all(flag["note"].startswith("As last time: ") for flag in flags), flags

    def week_6(self):
        """Ana's plan is revised for the second time. Fay is handed over, and Jonas reads what was done."""
        self.pages["Ana"].week(pain=1, days=7)
        self.session("Ana", tested=["2 gone"])
        states = sorted(plan["state"] for plan in self.mira.type("plan", "list", "Ana"))
        assert states == ["issued", "revised", "revised"], states

        self.jonas.type("client", "show", "Fay", status=3)
        self.mira.type("client", "assign", "Fay", "Jonas", "--yes", about="Fay")
        assert self.jonas.type("visit", "show", "Fay", about="Fay")["done"] == "Fay: neck and shoulders."
        assert self.pages["Fay"].read()[0] == 200, "her page goes on"
        self.pages["Fay"].tell("worry", page="worry", safety="none", stop_sign="yes")
        assert "Fay" in self.jonas.today()

    def week_8(self):
        """The fuller check-in is due again; the course is told in figures, and nothing of it was tampered with."""
        assert self.pages["Bo"].week(pain=4, days=5, change="p1") == "full"
        assert not self.advised("Bo", "in a row") and self.advised("Bo", "no change that matters")
        pain = [row for row in self.mira.type("client", "trend", "Bo") if "pain" in json.dumps(row).lower()]
        assert pain, "the trend shows pain"
        assert self.mira.type("report", "outcomes") is not None
        self.mira.type("audit", "verify")

    def session(self, name, tested):
        """The visit of a returning client, after which the old page leads to nobody's plan and the new one says why."""
        keys, page = self.mira.session(name, self.folder, tested, done="neck, both shoulders")
        assert keys <= MOST_KEYS, f"{keys} keys for {name}"
        print(f"{name}, day {self.day}: {keys} keys in the session")
        assert "newer" in self.pages[name].read()[1]
        text = self.mira.text_of_plan(name)
        assert "Replaces the plan of" in text, text[:800]
        self.pages[name] = Page(page)
        assert self.pages[name].read()[0] == 200

    def fill(self, name, **changes):
        """The client fills the form behind a new link, on the day that the clock shows."""
        url = self.mira.type("invite", "link", name, about=name)["url"]
        day = time.gmtime(time.time() + self.day * 86400)
        changes |= {"contact__full_name": name, "consent__signature": name}
        changes |= {"visit__date": time.strftime("%Y-%m-%d", day), "visit__date__day": day.tm_mday}
        changes |= {"visit__date__month": day.tm_mon, "visit__date__year": day.tm_year}
        assert self.client_form.fill(url, self.client_form.answers_with(**changes)).endswith("/receipt")

    def things(self, name, phase):
        plan = self.mira.type("plan", "show", name)
        return next((one["items"] for one in plan["phases"] if one["phase"] == phase), [])

    def advised(self, name, words):
        return words in " ".join(self.mira.type("checkin", "show", name)["advice"])


def main():
    began = time.monotonic()
    with practice() as set_clock, tempfile.TemporaryDirectory() as folder:
        # These read the environment of the instance when they are imported.
        import client_form
        from therapist import Therapist

        course = Course(client_form, Therapist, folder)
        for week in (0, 1, 2, 3, 5, 6, 8):
            course.day = 7 * week
            set_clock(course.day)
            getattr(course, f"week_{week}")()
    for name in NAMES:
        print(f"{name}: {course.mira.keys[name] + course.jonas.keys[name]} keys in eight weeks")
    print(f"Eight weeks of six clients in {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
