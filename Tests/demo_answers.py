"""The answers of the demo's client, Ana, as of today."""

import datetime
import pathlib

ANSWERS = pathlib.Path(__file__).resolve().parent.parent / "deploy/demo/answers.txt"


def demo_answers():
    """Fields and values, in the order of the form. Days are in UTC, the time zone of the practices of the tests."""
    today = datetime.datetime.now(datetime.UTC).date()
    text = ANSWERS.read_text()
    for place, value in {"@TODAY": today, "@DAY": today.day, "@MONTH": today.month, "@YEAR": today.year}.items():
        text = text.replace(place, str(value))
    return [tuple(line.split("=", 1)) for line in text.splitlines() if "=" in line]
