"""A practice's time zone: times and days on the terminal are those of the practice, whatever the computer's time
zone.
"""

import datetime
import json
import os
import re
import subprocess
import zoneinfo

import pytest
from conftest import BASELINE, PROGRAM, VISIT, WIDE, plumbline

FAR_AWAY = WIDE | {"TZ": "Asia/Kolkata"}


def tom(*words):
    return subprocess.run([PROGRAM, *words, "--service", "tom"], capture_output=True, text=True, env=FAR_AWAY)


@pytest.fixture(params=["America/Toronto", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def zone(request):
    plumbline("practice", "set", "time_zone", request.param, service="tom")
    yield zoneinfo.ZoneInfo(request.param)
    plumbline("practice", "set", "time_zone", "UTC", service="tom")


@pytest.mark.parametrize(
    "name", ["Toronto", "Mars/Olympus", "EST5EDT4", "", "../etc/passwd", "localtime", "posix/Europe/Paris"]
)
def test_a_zone_that_there_is_not_is_refused(name):
    refused = tom("practice", "set", "time_zone", name)
    assert refused.returncode == 64 and "America/Toronto" in refused.stderr


def test_times_and_days_are_the_practices(zone):
    client = plumbline("client", "add", f"Zone {os.urandom(4).hex()}", "--yes", service="tom")["short_id"]
    before = datetime.datetime.now(zone)
    said = tom("invite", "link", client, "--expires", "1h", "-n").stdout
    [until] = re.findall(r"until (.*?);", said)
    until = datetime.datetime.strptime(until, "%d %b %Y %H:%M").replace(tzinfo=zone)
    assert -60 < (until - before).total_seconds() - 3600 < 120
    answers = BASELINE | {"visit.date": before.date().isoformat()}
    done = subprocess.run(
        [PROGRAM, "intake", "start", client, "--from-json", "-", "--service", "tom"],
        input=json.dumps(answers),
        capture_output=True,
        text=True,
        env=FAR_AWAY,
    )
    assert done.returncode == 0, "today's form is not one of tomorrow: " + done.stderr
    printed = tom("intake", "print", client, "--text").stdout
    months = f"{before.day} {before:%B} {before.year}"
    assert months in printed


@pytest.mark.parametrize(("word", "days"), [("today", 0), ("yesterday", -1), ("-1w", -7)])
def test_a_day_that_is_typed_is_counted_in_the_practices_zone(zone, word, days):
    client = plumbline("client", "add", f"Day {os.urandom(4).hex()}", "--yes", service="tom")["short_id"]
    wanted = datetime.datetime.now(zone).date() + datetime.timedelta(days=days)
    said = tom("visit", "new", client, f"--date={word}", "--from-json", str(VISIT), "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["held_on"] == wanted.isoformat()
