"""What people paste comes back byte for byte, and hostile bodies change nothing."""

import json
import pathlib
import re

import pytest

from walk import Walk
from whole import encoded, good_fields, post

TESTS = pathlib.Path(__file__).parent.parent
NAUGHTY = [text for text in json.loads((TESTS / "HandoutTests/Corpora/blns.json").read_text()) if text]
EXTRA = json.loads((TESTS / "HandoutTests/Corpora/extra_strings.json").read_text())
# Fields for texts longer than a cell of the medicine table, with the characters they hold.
LONG_FIELDS = {"session.notes": 1000, "health.recent_change": 600, "injury.text": 600, "care.told": 600}


def length(text):
    """In code points, a line break as one."""
    return len(text.replace("\r\n", "\n"))


def forms(texts):
    """The texts spread over as few forms as they need: two in each row of the medicine table, the long ones apart."""
    cells = [text for text in texts if length(text) <= 80]
    longer = sorted((text for text in texts if 80 < length(text) <= 1000), key=length, reverse=True)
    while cells or longer:
        form = {}
        for row in range(1, 41):
            for column in ("dose", "reason"):
                if cells:
                    form[f"meds.list.name.{row}"] = "x"
                    form[f"meds.list.{column}.{row}"] = cells.pop()
        for field, room in LONG_FIELDS.items():
            if longer and length(longer[0]) <= room:
                form[field] = longer.pop(0)
        yield form


def stored(answers, field):
    parts = field.split(".")
    if parts[0] == "meds" and len(parts) == 4:
        return answers["meds.list"][int(parts[3]) - 1].get(parts[2])
    return answers.get(field)


def wrongly_kept(desk, texts):
    """Posts the texts, and returns those that came back changed."""
    changed = []
    client = desk.new_client()
    for form in forms(texts):
        link = desk.invite(client)
        assert post(link, encoded(good_fields(**form))) == 303
        answers = desk.newest_answers(client)
        changed += [text for field, text in form.items() if stored(answers, field) != text]
    return changed


def test_naughty_strings_come_back_byte_for_byte(desk):
    assert wrongly_kept(desk, NAUGHTY) == []


def test_strange_texts_come_back_byte_for_byte(desk):
    assert wrongly_kept(desk, [entry["s"] for entry in EXTRA if entry["s"]]) == []


def test_a_text_too_long_for_its_field_is_refused(desk):
    link = desk.invite()
    for text in (entry["s"] for entry in EXTRA if length(entry["s"]) > 1000 and entry["s"].strip()):
        assert post(link, encoded(good_fields(**{"session.notes": text}))) in (413, 422)


def test_naughty_strings_stay_text_on_the_page(walk):
    walk.begin()
    for text in ("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u202ereversed", "'; --", "</textarea>"):
        walk.open("/2")
        walk.answer("visit.reason", text)
        walk.press("Save and finish later")
        walk.open("/2")
        assert walk.page.locator('[name="visit.reason"]').input_value() == text
        walk.open("/check")
        assert walk.page.locator("dd", has_text=text).count() == 1
        assert walk.page.locator("script, img").count() == 0


def cases(name):
    lines = (TESTS / "Acceptance/forms" / name).read_text().splitlines()
    return [json.loads(line) for line in lines]


def body_of(case, field, typed):
    raw = case["raw"].replace("{{F}}", field).replace("{{G}}", typed).replace("{{KEY}}", "submission")
    raw = re.sub(r"\{\{REP:(.*?):(\d+)\}\}", lambda found: found[1] * int(found[2]), raw, flags=re.S)
    return raw.replace("{{GOOD}}", encoded(good_fields()).decode()).encode("latin-1")


@pytest.mark.parametrize("typed", ["consent.signed_on", "contact.height_cm", "function.days_lost"])
def test_malformed_forms_are_refused(desk, typed):
    link = desk.invite()
    refused = [case for case in cases("urlencoded.jsonl") if case["expect"] == "reject"]
    if typed != "consent.signed_on":
        refused = [case for case in refused if case["id"].startswith("typed")]
    accepted = [case["id"] for case in refused if not 400 <= post(link, body_of(case, "session.notes", typed)) < 500]
    assert accepted == []
    assert post(link, encoded(good_fields())) == 303, "nothing was half taken"


def test_odd_but_good_forms_are_stored_exactly(desk):
    client = desk.new_client()
    wrong = []
    for case in cases("urlencoded.jsonl"):
        if case["expect"] == "reject":
            continue
        status = post(desk.invite(client), body_of(case, "visit.goal_text", "contact.height_cm"))
        if case["expect"] == "exact" and length(case["value"].encode("latin-1").decode()) <= 600:
            answers = desk.newest_answers(client)
            if status != 303 or answers.get("visit.goal_text") != case["value"].encode("latin-1").decode():
                wrong.append((case["id"], status))
        elif status != 303 and not 400 <= status < 500:
            wrong.append((case["id"], status))
    assert wrong == []


def test_multipart_forms_are_refused(desk):
    link = desk.invite()
    for case in cases("multipart.jsonl"):
        raw = re.sub(r"\{\{REP:(.*?):(\d+)\}\}", lambda found: found[1] * int(found[2]), case["raw"], flags=re.S)
        try:
            status = post(link, raw.replace("{{F}}", "session.notes").encode("latin-1"), case["content_type"].encode())
        except (ConnectionError, TimeoutError):
            continue
        assert 400 <= status < 500, case["id"]
