"""The instance, its command line, and a phone without script."""

import itertools
import json
import os
import subprocess

import pytest
from playwright.sync_api import sync_playwright

from walk import Walk

PHONE = dict(java_script_enabled=False, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
_numbers = itertools.count(1)


class Desk:
    """The therapist at the command line."""

    def __init__(self, service="mira"):
        self.service = service

    def __call__(self, *words):
        command = [os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline"), *words, "--service", self.service, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else None

    def new_client(self):
        return self("client", "add", f"Browser Test {os.getpid()}-{next(_numbers)}")["id"]

    def invite(self, client=None):
        return self("invite", "link", client or self.new_client())["url"]

    def intake_of(self, client_name_or_id):
        """The newest intake to review of a client."""
        lines = self("intake", "list")
        mine = [line for line in lines if client_name_or_id in (line.get("client"), line.get("client_id"))]
        return self("intake", "show", mine[0]["id"])


@pytest.fixture(scope="session")
def desk():
    return Desk()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium):
    """Opens a new phone: a page of its own, with no cookie."""
    contexts = []

    def open_phone(**options):
        contexts.append(chromium.new_context(**{**PHONE, **options}))
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
