"""Measures and dates as people write them."""

import datetime
import json
import pathlib
import unicodedata

from desk import Refused, plumbline

PROBES = pathlib.Path(__file__).parents[2] / "ClinicalTests" / "Data" / "probes.json"
DIGITS = ["0", "٠", "۰", "०", "０"]


def in_script(random, written):
    """The same with the digits of some script."""
    zero = ord(random.choice(DIGITS))
    return "".join(chr(zero + unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in written)


def height(random):
    """A height as written, and in centimetres."""
    cm = random.randint(1400, 2050) / 10
    feet, inches = random.randint(4, 6), random.randint(0, 11)
    imperial = feet * 30.48 + inches * 2.54
    comma = f"{cm:.1f}".replace(".", ",")
    return random.choice(
        [
            (f"{cm:.1f}", cm),
            (comma, cm),
            (f"{comma} cm", cm),
            (f"{round(cm) / 100:.2f} m", round(cm)),
            (f"{round(cm) / 100:.2f}".replace(".", ","), round(cm)),
            (f"{feet}'{inches}\"", imperial),
            (f"{feet} ft {inches}", imperial),
            (f"{feet}′{inches}″", imperial),
            (f"{feet} feet {inches} inches", imperial),
        ]
    )


def weight(random):
    """A weight as written, and in kilograms."""
    kg, pounds, stone, rest = (
        random.randint(400, 1190) / 10,
        random.randint(90, 260),
        random.randint(7, 18),
        random.randint(0, 13),
    )
    return random.choice(
        [
            (f"{kg}", kg),
            (f"{kg}".replace(".", ","), kg),
            (f"{kg} kg", kg),
            (f"{pounds} lb", pounds * 0.45359237),
            (f"{pounds}lbs", pounds * 0.45359237),
            (f"{stone}st {rest}", (stone * 14 + rest) * 0.45359237),
            (f"{stone} stone {rest} pounds", (stone * 14 + rest) * 0.45359237),
        ]
    )


def hours(random):
    whole, minutes = random.randint(4, 9), random.choice([0, 15, 30, 45])
    return random.choice(
        [(f"{whole} h {minutes}", whole + minutes / 60), (f"{whole},5", whole + 0.5), (f"{whole}.5 hours", whole + 0.5)]
    )


def date(random):
    """A date as written, the day, and whether no other day can be meant."""
    day = datetime.date(1940, 1, 1) + datetime.timedelta(days=random.randint(0, 24_000))
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    written = random.choice(
        [
            f"{day:%Y-%m-%d}",
            f"{day.day} {day:%B %Y}",
            f"{day:%B} {day.day}{ending}, {day.year}",
            f"{day.day}. {day:%b} {day.year}",
            f"{day.day}.{day.month}.{day.year}",
            f"{day.year}年{day.month}月{day.day}日",
            f"{day.day}/{day.month}/{day.year}",
            f"{day.month}/{day.day}/{day.year}",
        ]
    )
    # Month before day is asked even where only one of them can be the month.
    is_clear = "/" not in written or day.day == day.month or (day.day > 12 and written.startswith(f"{day.day}/"))
    return written, day, is_clear


def try_answers(random, count, tally):
    baseline = json.loads(PROBES.read_text())["baseline"]
    client = plumbline("client", "add", f"Answers {random.getrandbits(64):x}", "--yes")["id"]
    for _ in range(count):
        measures = {
            "contact.height_cm": height(random),
            "contact.weight_kg": weight(random),
            "sleep.hours": hours(random),
        }
        born, day, is_clear = date(random)
        typed = {name: in_script(random, written) for name, (written, _) in measures.items()}
        given = baseline | typed | {"contact.date_of_birth": in_script(random, born)}
        try:
            kept = plumbline("intake", "start", client, "--from-json", "-", stdin=given)["answers"]
        except Refused as refusal:
            asked = f"{day.day} {day:%B} {day.year}" in " ".join(str(refusal).split())
            tally.expect("date that is asked", (is_clear, asked), (False, True), f"{born}: {refusal}")
            continue
        tally.expect("date", (is_clear, kept["contact.date_of_birth"]), (True, day.isoformat()), born)
        for name, (_, value) in measures.items():
            tally.expect(name, abs(kept[name] - value) <= 0.051, True, f"{typed[name]} {kept[name]}")
