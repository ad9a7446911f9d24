"""Fixtures: the instance, its command line, and a phone without script."""

import itertools
import json
import os
import pathlib
import subprocess
import sys

import pytest
from faults import Inspector
from playwright.sync_api import sync_playwright
from walk import Walk

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
from sampling import IS_EXHAUSTIVE

PHONE = {"java_script_enabled": False, "viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
NOTE = os.path.join(os.path.dirname(__file__), "../../deploy/demo/flag-note.txt")
# Each phone costs the whole program a window with bars and menus of its own, which nobody looks at: half its time.
ENGINE = "/usr/bin/chromium" if IS_EXHAUSTIVE else "/usr/bin/chromium-headless-shell"
_numbers = itertools.count(1)


def pytest_configure(config):
    config.addinivalue_line("markers", "exhaustive: a long way round, only in Tests/Exhaustive/run")


class Desk:
    """The therapist at the command line."""

    def __init__(self, service="mira"):
        self.service = service

    def __call__(self, *words):
        shown = self.text(*words, "--json")
        return json.loads(shown) if shown.strip() else None

    def text(self, *words):
        """What the command shows."""
        command = [os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline"), *words, "--service", self.service]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
        return done.stdout

    def new_client(self):
        return self("client", "add", f"Browser Test {os.getpid()}-{next(_numbers)}")["id"]

    def invite(self, client=None):
        return self("invite", "link", client or self.new_client())["url"]

    def intake_sent(self, page):
        """The id of the intake whose receipt the page shows."""
        return self("intake", "show", page.locator(".code").first.inner_text())

    def answers_sent(self, page):
        return self.intake_sent(page)["answers"]

    def newest_answers(self, client):
        mine = [intake for intake in self("intake", "list") if intake["client"] == client]
        return self("intake", "show", max(mine, key=lambda intake: intake["id"])["id"])["answers"]

    def accept(self, intake):
        for flag in intake["redflags"]:
            self("intake", "flag", intake["id"], "--ack", flag["id"], "--action", "proceed", "--note-file", NOTE)
        self("intake", "accept", intake["id"])


@pytest.fixture(scope="session")
def desk():
    return Desk()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ENGINE, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def inspector(chromium):
    return Inspector(chromium)


@pytest.fixture
def tell(capsys, inspector):
    """Prints what a walk costs a client, and requires what each of them may expect; call it before the form is sent."""

    def tell(walk, name):
        faults = inspector.faults(walk.link, walk.seen_html, walk.page.context.storage_state())
        with capsys.disabled():
            print(
                f"\n{name}: {len(walk.seen)} pages, {walk.taps} taps, {walk.words} words, {walk.minutes:.1f} minutes, "
                f"{walk.jumps} jumps, {len(faults)} faults (axe, names, focus, sizes)"
            )
        assert not faults and not walk.jumps, faults

    return tell


@pytest.fixture
def phone(chromium):
    """Opens a new phone: a page of its own, with no cookie."""
    contexts = []

    def open_phone(**options):
        contexts.append(chromium.new_context(**{**PHONE, **options}))
        contexts[-1].set_default_timeout(10_000)
        return contexts[-1].new_page()

    yield open_phone
    for context in contexts:
        context.close()


@pytest.fixture
def link(desk):
    return desk.invite()


@pytest.fixture
def walk(phone, link):
    return Walk(phone(), link)
