"""While the database is down, the page keeps what was typed."""

import os
import pathlib
import signal
import subprocess

import pytest
from conftest import Desk
from walk import HEALTHY, Walk

SCRATCH = str(pathlib.Path(__file__).parent.parent.parent / "deploy/scratch")


@pytest.fixture
def own_instance(tmp_path, monkeypatch):
    """A separate instance that the test may break."""
    folder = f"/tmp/plumbline-down.{os.getpid()}"
    lines = subprocess.run([SCRATCH, "start", "--dir", folder], capture_output=True, text=True, check=True).stdout
    environment = dict(line.split("=", 1) for line in lines.splitlines())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    yield environment
    subprocess.run([SCRATCH, "stop", "--dir", folder], capture_output=True)


def test_a_page_that_cannot_be_stored_keeps_its_answers(own_instance, phone):
    walk = Walk(phone(), Desk().invite())
    walk.begin()
    walk.fill(HEALTHY)
    os.kill(int(own_instance["POSTGRES_PID"]), signal.SIGQUIT)
    answer = walk.press("Continue")
    assert answer.status == 503 and answer.headers["retry-after"]
    assert "Your answers are still here, in this page" in walk.page.content()
    assert walk.page.locator('[name="contact.full_name"]').get_attribute("value") == "Ana Lima"
    assert walk.press("Try again").status == 503
    assert walk.page.locator('[name="contact.full_name"]').get_attribute("value") == "Ana Lima"
    assert walk.open("/2").status == 503
    assert "What you saved is safe" in walk.page.content()
