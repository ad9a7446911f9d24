"""What people type (texts without a visible character, broken bytes, dates in words), and what they are told."""

import json
import os
import subprocess

import pytest
from conftest import BASELINE, CASES, PROGRAM, WIDE, plumbline
from sampling import one_in

BLANK = ["\u00ad", "\u200b", "\u2060", "\u2063", "\u2800", "\u3164", "\u115f", "\ufeff", "\u00a0 \u3000", "\u034f"]


def refused(*words, stdin=None, service="mira", status=64):
    done = subprocess.run([PROGRAM, *words, "--service", service], input=stdin, capture_output=True, env=WIDE)
    assert done.returncode == status, (words, done.stdout, done.stderr)
    return done.stderr.decode()


@pytest.fixture
def client():
    return plumbline("client", "add", f"Input {os.urandom(4).hex()}")["short_id"]


@pytest.mark.parametrize("blank", BLANK, ids=ascii)
def test_a_text_of_which_nothing_is_seen_is_no_text(blank, client, tmp_path):
    text = tmp_path / "text"
    text.write_text(blank)
    everywhere = [
        ("client", "add", blank),
        ("client", "edit", client, "--set", f"full_name={blank}"),
        ("client", "note", client, "--note-file", str(text)),
        ("client", "open", client, "--reason-file", str(text)),
        ("client", "hold", client, "--reason", blank),
        ("client", "archive", client, "--reason", blank),
        ("practice", "set", "name", blank),
        ("practice", "add", "Elsewhere", "--phone", blank),
    ]
    for words in one_in(3, everywhere, BLANK.index(blank)):
        refused(*words, service="operator" if "Elsewhere" in words else "mira")
    assert plumbline("practice", "set", "phone", blank)["phone"] is None
    answers = BASELINE | {"consent.signature": blank}
    assert "consent.signature" in refused(
        "intake", "start", client, "--from-json", "-", stdin=json.dumps(answers).encode()
    )


def test_the_database_takes_no_invisible_name_either(client):
    superuser = ["psql", "service=superuser", "-XqAt", "-v", "name=\u200b\u2063"]
    update = "update clinic.clients set full_name = :'name';"
    done = subprocess.run(superuser, input=update, capture_output=True, text=True)
    assert "clients_full_name_given" in done.stderr


@pytest.mark.parametrize("name", ["Ana\nLima", "Ana\x1b[31m", "Ana\tLima", "Ana\u2028Lima"], ids=ascii)
def test_a_name_is_one_line_without_controls(name, client):
    assert "on one line" in refused("client", "add", name)
    assert "on one line" in refused("client", "edit", client, "--set", f"full_name={name}")
    practice = plumbline("practice", "list", service="operator")[0]["id"]
    for words, service in [
        (["practice", "set", "name", name], "mira"),
        (["practice", "set", "phone", name], "mira"),
        (["practice", "add", name], "operator"),
        (["practitioner", "add", name, "--practice", practice], "operator"),
        (["content", "review", "--by", name], "mira"),
    ]:
        assert "one line" in refused(*words, service=service), words
    saved = json.dumps({"name": name, "items": ["hc.chin_tuck"]}).encode()
    assert "one line" in refused("plan", "template", "save", "--from-json", "-", stdin=saved)


def test_the_database_takes_no_name_of_several_lines_either(client):
    superuser = ["psql", "service=superuser", "-XqAt", "-v", "name=Ana\nLima"]
    for table, column in [("clients", "full_name"), ("practices", "phone"), ("practitioners", "display_name")]:
        update = f"update clinic.{table} set {column} = :'name';"
        done = subprocess.run(superuser, input=update, capture_output=True, text=True)
        assert f"{table}_{column}_given" in done.stderr


def test_what_is_invisible_around_an_address_is_dropped():
    added = plumbline(
        "client",
        "add",
        "\u200bNoor\u00a0",
        "--email",
        "\u200enoor@example.org\u200b",
        "--phone",
        "\u202a+351 912\u202c",
    )
    assert [added[key] for key in ("name", "email", "phone")] == ["Noor", "noor@example.org", "+351 912"]


@pytest.mark.parametrize("words", [["client", "show", b"Nguy\xe1"], ["client", "add", b"\xff\xfe"], [b"\xc3\x28"]])
def test_an_argument_that_is_not_utf_8_is_refused(words):
    assert "not UTF-8" in refused(*words)


def test_a_byte_order_mark_means_nothing(client, tmp_path):
    answers = json.loads(CASES.read_text())["cases"][0]["answers"]
    for name, content in [("note", "a note"), ("answers", json.dumps(answers))]:
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + content.encode())
    plumbline("client", "note", client, "--note-file", str(tmp_path / "note"))
    assert plumbline("client", "notes", client)[0]["note"] == "a note"
    assert plumbline("intake", "start", client, "--from-json", str(tmp_path / "answers"))["state"] == "flagged"


@pytest.mark.parametrize(
    "written, read",
    [
        ({"contact.height_cm": "5'11\"", "contact.weight_kg": "180 lb"}, (180.3, 81.6)),
        ({"contact.height_cm": "1,80", "contact.weight_kg": "82,5"}, (180, 82.5)),
    ],
)
def test_a_file_may_hold_measures_as_people_write_them(written, read, client):
    answers = BASELINE | written
    intake = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(answers))
    assert (intake["answers"]["contact.height_cm"], intake["answers"]["contact.weight_kg"]) == read


@pytest.mark.parametrize(
    "written, told",
    [
        ({"contact.weight_kg": "180"}, "“180” could be 180 kg or 180 lb"),
        ({"contact.date_of_birth": "1/13/1980"}, "“1/13/1980” could be 13 January 1980"),
        ({"contact.height_cm": "tall"}, "170 cm, 1.70 m or 5 ft 7"),
    ],
)
def test_a_file_that_is_unclear_is_asked_about(written, told, client):
    answers = BASELINE | written
    assert told in refused("intake", "start", client, "--from-json", "-", stdin=json.dumps(answers).encode())


@pytest.mark.parametrize("day", ["friday", "next fri", "tomorrow", "today", "+1w", "+3", "+1m", "12 April", "April 12"])
def test_a_day_to_come_may_be_said_in_words(day, client):
    said = plumbline("client", "share", client, "Jonas", "--until", day, "-n")
    assert said["dry_run"]


@pytest.mark.parametrize("day", ["yesterday", "monday", "-1w", "12 April", "today", "9 March 2020"])
def test_a_list_may_begin_with_a_day_in_words(day):
    entries = plumbline("audit", "list", f"--since={day}", "--limit", "1")
    assert entries or day == "today"


def test_a_day_that_could_be_two_is_asked_about():
    told = refused("audit", "list", "--since", "3/4/2026")
    assert "“3/4/2026” could be 3 April 2026 or 4 March 2026." in told and "YYYY-MM-DD" in told


@pytest.mark.parametrize(
    "words, told",
    [
        (["practice", "set", "colour", "red"], "#2a6f6b"),
        (["practice", "set", "name", ""], "a practice needs a name"),
        (["practice", "set", "retention_years", "0"], "1 to 100 years"),
        (["practice", "set", "retention_years", "ten"], "1 to 100 years"),
        (["content", "review", "--by", "x" * 300], "at most 200 characters"),
        (["client", "edit", "{client}", "--set", "full_name="], "a client needs a name"),
    ],
)
def test_a_refusal_names_no_constraint(words, told, client):
    said = refused(*[word.format(client=client) for word in words])
    assert told in said and "_" not in said and "null" not in said


def test_the_operator_is_told_who_they_are_and_who_works_where():
    assert plumbline("whoami", service="operator")["operator"] is True
    members = plumbline("practitioner", "list", service="operator")
    assert {"Mira", "Jonas", "Tom"} <= {member["name"] for member in members}
    assert all(member["role"].startswith("t_") and member["practice"] for member in members)


def test_a_form_dated_in_the_past_is_listed_by_its_date_and_says_when_it_was_typed_in(client):
    answers = BASELINE | {"visit.date": "2020-03-09"}
    intake = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(answers))
    listed = next(row for row in plumbline("intake", "list") if row["id"] == intake["id"])
    assert listed["dated_on"] == "2020-03-09"
    command = [PROGRAM, "intake", "list", "--format", "table", "--limit", "999", "--service", "mira"]
    shown = subprocess.run(command, capture_output=True, text=True, env=WIDE, check=True).stdout
    [line] = [line for line in shown.splitlines() if intake["short_id"] in line]
    assert "9 Mar 2020, typed in " in line
    command = [PROGRAM, "intake", "show", intake["id"], "--service", "mira"]
    assert "Dated 9 Mar 2020, and typed in on " in subprocess.run(command, capture_output=True, text=True).stdout


def test_an_intake_as_it_is_shown_is_an_intake_to_type_in(client):
    case = json.loads(CASES.read_text())["cases"][0]["answers"]
    first = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(case))
    shown = plumbline("intake", "show", first["id"])
    again = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(shown))
    assert plumbline("intake", "show", again["id"])["answers"] == shown["answers"]


def test_a_plan_as_it_is_shown_is_a_plan_to_draft(treated):
    first = plumbline("plan", "new", treated)["id"]
    items = [item["item"] for item in plumbline("plan", "show", first)["items"]]
    dose = ("--days-a-week", "1", "--note", "Slowly.")
    assert next(item for item in items if plumbline("plan", "dose", first, item, *dose, check=False))
    plumbline("plan", "edit", first, "--next-visit", "2099-01-05", "--message-file", "-", stdin="See you.")
    shown = plumbline("plan", "show", first)
    again = plumbline("plan", "new", treated, "--from-json", "-", stdin=json.dumps(shown))
    both = plumbline("plan", "show", again["id"])
    assert both["message"] == "See you."
    for part in ("items", "phases", "next_visit", "message"):
        assert both[part] == shown[part], part
    refusing = json.dumps(shown | {"items": [shown["items"][0] | {"item": "hc.levitation"}]}).encode()
    assert "hc.levitation" in refused("plan", "new", treated, "--from-json", "-", stdin=refusing, status=3)
    for malformed in ({}, {"items": [{"item": "hc.chin_tuck"}]}, shown | {"next_visit": "soon"}):
        told = refused("plan", "new", treated, "--from-json", "-", stdin=json.dumps(malformed).encode())
        assert "does not hold a plan" in told


def test_templates_and_items_as_they_are_listed_are_taken_by_another_practice(tmp_path):
    mark = os.urandom(4).hex()
    steps = tmp_path / "steps"
    steps.write_text("Nod.\nRest.")
    dose = ["--kind", "stretch", "--load", "prone", "--repeats", "5", "--times-a-day", "2", "--days-a-week", "5"]
    item = plumbline("item", "add", f"Nod {mark}", *dose, "--steps-file", str(steps), "--stop", "Dizziness")
    content = ("id", "title", "kind", "loads", "dose", "causes", "regions", "steps", "stop_if")
    [taken] = plumbline("item", "add", "--from-json", "-", service="tom", stdin=json.dumps([item]))
    assert [taken[key] for key in content] == [item[key] for key in content]
    assert "own.nod" in refused("item", "add", "--from-json", "-", stdin=json.dumps(item).encode(), status=6)
    template = {"name": f"Neck {mark}", "items": ["hc.chin_tuck", item["id"]]}
    plumbline("plan", "template", "save", "--from-json", "-", service="tom", stdin=json.dumps([template]))
    listed = plumbline("plan", "template", "list", service="tom")
    [row] = [row for row in listed if row["name"] == template["name"]]
    plumbline("plan", "template", "save", "--from-json", "-", stdin=json.dumps(row))
    assert row["items"] == template["items"]
    unknown = json.dumps([template, {"name": f"Other {mark}", "items": ["hc.levitation"]}]).encode()
    refused("plan", "template", "save", "--from-json", "-", stdin=unknown, service="tom", status=3)
    assert len(plumbline("plan", "template", "list", service="tom")) == len(listed)


def test_an_evaluation_as_it_is_shown_is_an_evaluation_to_record(client):
    case = json.loads(CASES.read_text())["cases"][0]
    given = {"findings": case["findings"], "trigger_points": case["trigger_points"]}
    first = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(given))
    shown = plumbline("evaluation", "show", first["id"])
    again = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(shown))
    both = plumbline("evaluation", "show", again["id"])
    assert [both[key] for key in given] == [shown[key] for key in given]
