"""Records as tables for other programs, and what a client's calendar gets: read back by Python's own readers."""

import csv
import io
import json
import os
import re
import subprocess
import urllib.request

import pytest
from conftest import BASELINE, CASES, PROGRAM, plumbline


def table(kind, *options):
    """What `export csv` writes: the headings, and a dictionary for each row."""
    done = subprocess.run(
        [PROGRAM, "export", "csv", kind, *options, "--service", "mira"], capture_output=True, text=True, check=True
    )
    reader = csv.DictReader(io.StringIO(done.stdout, newline=""), strict=True)
    rows = list(reader)
    return reader.fieldnames, rows


def heading_of(headings, name):
    return next(heading for heading in headings if heading.endswith(f"({name})"))


@pytest.mark.parametrize(
    ("kind", "listed"), [("intakes", "intake"), ("evaluations", "evaluation"), ("items", "plan")], ids=str
)
def test_every_record_is_a_row(kind, listed, treated):
    headings, rows = table(kind, "--exact")
    assert len(set(headings)) == len(headings) and all(None not in row for row in rows)
    listing = plumbline(listed, "list", *([] if listed == "intake" else [treated]), "--limit", "9999")
    client = plumbline("client", "show", treated)["short_id"]
    known = {record["short_id"] for record in listing if record["state"] != "discarded" and record.get("items") != 0}
    found = {row["short_id"] for row in rows if listed == "intake" or row["client"] == client}
    assert found and found == known


def test_an_intake_has_a_column_for_each_question_with_its_answer_in_words():
    reason = f'"Neck"; =1+1, {os.urandom(4).hex()}\nand the shoulder'
    client = plumbline("client", "add", f"Tabled {os.urandom(4).hex()}")
    answers = BASELINE | {"visit.reason": reason, "sleep.hours": 6.5}
    plumbline("intake", "start", client["id"], "--from-json", "-", stdin=json.dumps(answers))
    for options in [[], ["--exact"]]:
        headings, rows = table("intakes", *options)
        row = next(row for row in rows if row["client"] == client["short_id"])
        # A semicolon ends a cell in some countries, so what follows one must not begin a formula either.
        told = reason if options else reason.replace("; =", "; '=")
        assert row[heading_of(headings, "visit.reason")] == told
        assert float(row[heading_of(headings, "sleep.hours")]) == 6.5
        assert row[heading_of(headings, "safety.saddle_numb")] == "No"


def test_a_check_in_is_a_row(treated):
    headings, rows = table("checkins")
    told = [row for row in rows if row["client"] == plumbline("client", "show", treated)["short_id"]]
    assert any("Could you call me?" in row[heading_of(headings, "checkin.note")] for row in told)


def test_the_client_s_calendar_has_the_days_of_the_plan_and_no_word_of_health():
    case = json.loads(CASES.read_text())["cases"][0]
    client = plumbline("client", "add", f"Calendar {os.urandom(4).hex()}")
    plumbline("intake", "start", client["id"], "--from-json", "-", stdin=json.dumps(BASELINE))
    plumbline("intake", "accept", client["id"])
    findings = {"findings": case["findings"]}
    evaluation = plumbline("evaluation", "new", client["id"], "--from-json", "-", stdin=json.dumps(findings))
    plumbline("evaluation", "sign", evaluation["id"])
    page = plumbline("plan", "issue", plumbline("plan", "new", client["id"])["id"])["url"]
    with urllib.request.urlopen(f"{page}/days.ics") as response:
        text = response.read().decode()
        assert response.headers["Content-Type"].startswith("text/calendar")
    assert text.endswith("END:VCALENDAR\r\n") and not re.search(r"(?<!\r)\n", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    days = re.findall(r"DTSTART;VALUE=DATE:(\d{8})\r\n", text)
    assert days and len(set(re.findall(r"UID:(\S+)\r\n", text))) == text.count("BEGIN:VEVENT") == len(days)
    titles = {item["title"] for item in plumbline("item", "list")}
    assert not [word for word in [client["name"], "Stillwater", page, *titles] if word in text]
