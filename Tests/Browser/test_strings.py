"""Pasted text comes back byte for byte, and stays text on the page."""

import json
import pathlib

from whole import encoded, good_fields, post

TESTS = pathlib.Path(__file__).parent.parent
NAUGHTY = [text for text in json.loads((TESTS / "HandoutTests/Corpora/blns.json").read_text()) if text]
EXTRA = json.loads((TESTS / "HandoutTests/Corpora/extra_strings.json").read_text())
# Who takes a medicine is asked which, and what else they take and have tried.
MEDICINE = {"meds.classes": "statin", "diet.supplements": "none", "care.had": "none", "care.equipment": "none"}
# Fields for texts longer than a cell of the medicine table, with the characters they hold.
LONG_FIELDS = {"session.notes": 1000, "health.recent_change": 600, "injury.text": 600, "care.told": 600}


def length(text):
    """The length in code points, with a line break counted as one."""
    return len(text.replace("\r\n", "\n"))


def forms(texts):
    """Spreads the texts over as few forms as possible: two in each row of the medicine table, long ones in other
    fields.
    """
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
        assert post(link, encoded(good_fields(**MEDICINE, **form))) == 303
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
    for text in (
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "\u202ereversed",
        "'; --",
        "</textarea>",
    ):
        walk.open("/2")
        walk.answer("visit.reason", text)
        walk.press("Save and finish later")
        walk.open("/2")
        assert walk.page.locator('[name="visit.reason"]').input_value() == text
        walk.open("/check")
        assert walk.page.locator("dd", has_text=text).count() == 1
        assert walk.page.locator("script, img").count() == 0
