"""A therapist at the keyboard, who counts the keys that each client takes."""

import collections
import contextlib
import json
import shlex
import subprocess

from conftest import PROGRAM, Screen


class Therapist:
    def __init__(self, login):
        self.login = login
        self.keys = collections.Counter()

    def type(self, *words, about=None, stdin=None, status=0):
        """Types a command; returns its JSON. What is read from a file or typed into an editor counts as its words."""
        self.keys[about] += len(shlex.join(["plumbline", *words])) + 1
        done = subprocess.run(
            [PROGRAM, *words, "--json", "--service", self.login], input=stdin, capture_output=True, text=True
        )
        assert done.returncode == status, f"{shlex.join(words)} ended with {done.returncode}: {done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else None

    def today(self):
        """What `today` prints on a wide terminal."""
        words = [PROGRAM, "today", "--service", self.login, "--width", "1000"]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout

    def text_of_plan(self, name):
        words = [PROGRAM, "plan", "export", name, "--format", "text", "-o", "-", "--service", self.login]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout

    def accept(self, name):
        """Answers the red flags of the newest form with one action and one note, and takes it into the record."""
        flags = [flag["id"] for flag in self.type("intake", "show", name, about=name)["redflags"]]
        if flags:
            self.answer_flags(name, "intake", "flag", name, "--ack", ",".join(flags), "--action", "adapt")
        self.type("intake", "accept", name, "--keep-all", about=name)

    def answer_flags(self, name, *words, note="Small packs; told her why."):
        self.keys[name] += len(note)
        self.type(*words, "--note-file", "-", about=name, stdin=note)

    def first_visit(self, name, findings, done):
        """Takes the form, signs what was found, issues the plan and writes the visit down; returns the plan's page."""
        self.accept(name)
        found = json.dumps({"findings": findings})
        self.keys[name] += len(found)
        self.type("evaluation", "new", name, "--from-json", "-", about=name, stdin=found)
        self.type("evaluation", "sign", name, about=name)
        self.type("plan", "new", name, about=name)
        page = self.type("plan", "issue", name, about=name)["url"]
        self.keys[name] += len(done)
        visit = json.dumps({"minutes": 60, "done": done})
        self.type("visit", "new", name, "--from-json", "-", about=name, stdin=visit)
        self.type("visit", "sign", name, about=name)
        return page

    def session(self, name, folder, tested, done):
        """Goes through the visit of a returning client by Enter but for what was tested and done; returns the keys and
        the page of the new plan.
        """
        with contextlib.chdir(folder):
            screen = Screen("session", name, width=80, service=self.login)
        before, page = self.keys[name], None
        self.keys[name] += len(f"plumbline session {shlex.quote(name)}") + 1
        tested = list(tested)
        # A new sheet is made even where nothing changes.
        typed = {
            "ew paper all the same:": lambda: "n",
            "Tested again": lambda: tested.pop(0) if tested else "",
            "What was done": lambda: done,
        }
        questions = [
            "as last time?",
            "[t]ake the answer:",
            "into the record?",
            "that stays with it:",
            "Tested again",
            "Sign it?",
            "Draft it so?",
            "ew paper all the same:",
            "Next visit",
            "Issue it",
            "PDF for the printer",
            "What the client said",
            "What was found",
            "What was done",
            "responded",
            "What comes next",
            "Minutes",
            "Sign the visit?",
            "That was the session",
        ]
        while True:
            question = questions[screen.process.expect_exact(questions)]
            if "/p/" in screen.process.before:
                page = next(word for word in screen.process.before.split() if "/p/" in word)
            if question == "That was the session":
                break
            answer = typed.get(question, lambda: "")()
            screen.type(answer)
            self.keys[name] += len(answer) + 1
        text, status = screen.end()
        assert status == 0, text
        return self.keys[name] - before, page
