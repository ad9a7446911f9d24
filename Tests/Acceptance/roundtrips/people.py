"""Names and phone numbers: kept to the letter, and found however they are spelled."""

import csv
import io
import re
import unicodedata
import urllib.request

import phonenumbers
from desk import Refused, plumbline, text, told
from phonenumbers import PhoneNumberFormat

# The last letters fall into no base letter and mark by Unicode, and are typed as these.
TYPED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
LETTERS = (
    "abcdefghijklmnopqrstuvwxyz"
    + "àáâãäåçèéêëìíîïñòóôõöùúûüýÿăąćčďęěğįłńňőřśşšťůűźžżșțøđæœßǎṭạảấầẩẫậệịọỏốồổỗộớủứừửữựỳỵ"
)
JOINTS = ["-", "'", "’", " ", " "]
FIRSTS = ["=", "+", "-", "@", "＝", "0"]
FORMULA = re.compile(r"(^|[;\t\n\r])\s*[=+\-@＝＋－＠]")


def name_of(random):
    """Two to four words that no other record has, sometimes decomposed, or beginning as a formula does."""
    words = ["".join(random.choices(LETTERS, k=random.randint(5, 9))).capitalize() for _ in range(random.randint(2, 4))]
    name = words[0]
    for word in words[1:]:
        name += random.choice(JOINTS) + word
    if random.random() < 0.2:
        name = random.choice(FIRSTS) + name
    return unicodedata.normalize(random.choice(["NFC", "NFD"]), name)


def typed(name):
    """A name as somebody types it who has neither its accents nor its capitals."""
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(TYPED)


def try_names(random, count, tally):
    names = {}
    for _ in range(count):
        name = name_of(random)
        client = plumbline("client", "add", "--yes", last=name)
        names[client["id"]] = name
        tally.expect("name", client["name"], name, name)
        searched = typed(name).strip("=+-@＝")
        for command in (["client", "show"], ["client", "list", "--search"]):
            try:
                found = plumbline(*command, searched)
            except Refused as refusal:
                found = str(refusal)
            found = found[0] if isinstance(found, list) and found else found
            found = found.get("id", found.get("client")) if isinstance(found, dict) else found
            tally.expect(" ".join(command), found, client["id"], searched)
    exact, safe = (
        {row["id"]: row["name"] for row in csv.DictReader(io.StringIO(text("client", "list", form), newline=""))}
        for form in ("--csv-raw", "--csv")
    )
    for client, name in names.items():
        tally.expect("exact CSV", exact.get(client), name, name)
        tally.expect("formula", FORMULA.search(safe.get(client, "=")), None, name)
        tally.expect("safe CSV", visible(safe.get(client, "")), visible(name), name)


def visible(name):
    """What is seen of a name, without the mark that keeps a spreadsheet from running or changing it."""
    return "".join(letter for letter in name if letter.isalnum() or unicodedata.combining(letter))


def spellings(number):
    """The ways to write a number by which it is known wherever one is."""
    whole = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    ways = [whole, international, international.replace(" ", "-"), "00" + whole[1:], "00 " + international[1:]]
    return [*ways, phonenumbers.national_significant_number(number)]


def try_phones(random, count, tally):
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    for _ in range(count):
        region = random.choice(regions)
        example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
        if example is None:
            continue
        digits = phonenumbers.national_significant_number(example)
        if len(digits) < 6:
            continue
        changed = digits[:-4] + "".join(random.choices("0123456789", k=4))
        number = phonenumbers.parse(f"+{example.country_code}{changed}")
        written, searched = random.sample(spellings(number), 2)
        client = plumbline("client", "add", "--yes", "--phone", written, last=name_of(random))
        tally.expect("phone", client["phone"], written, written)
        found = [one["id"] for one in plumbline("client", "list", "--search", searched)]
        tally.expect("phone found", client["id"] in found, True, f"{written} by {searched}")
        warned = told("client", "add", "-n", "--phone", searched, last="Zzyzx Qwfp")
        tally.expect("phone warned of", client["short_id"] in warned, True, f"{written} by {searched}")
        try_link(random, number, tally)


def try_link(random, number, tally):
    """The practice's number as a link that calls it."""
    form = random.choice([PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL, PhoneNumberFormat.E164])
    if form != PhoneNumberFormat.E164:
        number.extension = random.choice([None, "12", "705"])
    written = phonenumbers.format_number(number, form)
    plumbline("practice", "set", "phone", written)
    with urllib.request.urlopen(try_link.page) as answer:
        [address] = set(re.findall(r'href="(tel:[^"]*)"', answer.read().decode()))
    if form == PhoneNumberFormat.NATIONAL:
        extension = number.extension or ""
        dialled = "".join(sign for sign in written[: len(written) - len(extension)] if sign.isdecimal())
        tally.expect("tel link", address, f"tel:{dialled}" + (f";ext={extension}" if extension else ""), written)
    else:
        tally.expect("tel link", phonenumbers.parse(address), number, written)
