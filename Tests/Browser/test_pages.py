"""Every page: its size, its markup, its words, and its use by people who cannot see or point well."""

import pathlib
import re

import pytest
import textstat
from conftest import PHONE, Desk
from faults import markup_faults
from walk import HURTING, NO_TO_THE_REST, Walk

PAGE_BYTES = 14_336
PICTURE = pathlib.Path(__file__).parents[2] / "deploy/sample-plan.png"
CHARTS = {"/3", "/9.2", "/9.3"}
# The answers of this page are the client's own words.
OWN_WORDS = {"/check", "/receipt"}


@pytest.fixture(scope="module")
def sites(chromium, desk):
    """Three phones with a form each: half filled, stopped by a red flag, and sent. Place -> (link, cookies)."""
    context = chromium.new_context(**PHONE)
    walk = Walk(context.new_page(), desk.invite())
    walk.begin()
    walk.press("Save and finish later")
    walk.open("/1")
    walk.through(
        HURTING
        | {"contact.date_of_birth.year": "2012", "consent.signed_by": "guardian"}
        | {"health.conditions": ["high_bp"], "health.bp_controlled": "yes"},
        until="/10",
    )
    places = {
        place: (walk.link, context.storage_state()) for place in [*walk.seen, "/check", "/privacy", "/resume", "/saved"]
    }
    places |= {place: (walk.link, context.storage_state()) for place in CHARTS}
    stopped = chromium.new_context(**PHONE)
    walk = Walk(stopped.new_page(), desk.invite())
    walk.begin()
    walk.open("/5")
    walk.answer("safety.bladder_bowel", "yes")
    walk.answer("safety.saddle_numb", "yes")
    walk.press(NO_TO_THE_REST)
    assert walk.place == "/stop"
    places["/stop"] = (walk.link, stopped.storage_state())
    sent = chromium.new_context(**PHONE)
    walk = Walk(sent.new_page(), desk.invite())
    walk.begin()
    walk.through(HURTING)
    walk.send()
    places["/receipt"] = (walk.link, sent.storage_state())
    walk.page.locator("button.card").first.click()
    walk._note()
    places[walk.place] = places["/more"] = (walk.link, sent.storage_state())
    return places


def visit(chromium, site, place, **options):
    link, cookies = site
    context = chromium.new_context(storage_state=cookies, **options)
    page = context.new_page()
    return context, page, link + place


def load(page, address):
    """Opens a page, and returns the bytes of each answer."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    loaded = []
    network.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    return loaded


class Sight:
    """What a phone gets at a place: the bytes of each answer, scripts, the markup, and the words in order."""

    def __init__(self, chromium, site, place):
        context, page, address = visit(chromium, site, place, **PHONE)
        self.loaded = load(page, address)
        self.scripts = page.locator("script").count()
        self.markup = page.request.get(address).text()
        words = page.locator("main").locator("h1, h2, p, li, legend, label, summary, button").all_inner_texts()
        self.words = [re.sub(r"\s+", " ", line).strip() for line in words if line.strip()]
        context.close()


@pytest.fixture(scope="module")
def sights(chromium, sites):
    return {place: Sight(chromium, site, place) for place, site in sites.items()}


def test_a_page_fits_the_first_flight_of_packets(sights, capsys):
    weights = {}
    for place, sight in sights.items():
        weights[place] = sum(sight.loaded)
        assert len(sight.loaded) == 2, f"{place or '/'} made {len(sight.loaded)} requests"
        assert sight.scripts == 0
    with capsys.disabled():
        pages = [weight for place, weight in weights.items() if place not in CHARTS]
        print(
            f"\nheaviest page {max(pages):.0f} bytes, body chart {max(weights[c] for c in CHARTS):.0f}, with stylesheet"
        )
    assert not {place: weight for place, weight in weights.items() if weight > PAGE_BYTES}


def test_a_portrait_stands_beside_the_welcome_and_comes_by_itself(phone, inspector):
    tom = Desk("tom")
    tom("practice", "set", "welcome", "Come as you are.")
    tom("practice", "set", "portrait", PICTURE)
    walk = Walk(phone(), tom.invite())
    loaded = list(load(walk.page, walk.link))
    walk.open()
    assert len(loaded) == 3 and sum(loaded) - max(loaded) <= PAGE_BYTES and max(loaded) <= PAGE_BYTES
    portrait = walk.page.locator(".welcome img")
    assert portrait.get_attribute("alt") == "Portrait of Tom" and portrait.evaluate("it => it.naturalWidth") > 100
    assert not inspector.faults(walk.link, walk.seen_html, walk.page.context.storage_state())
    tom("practice", "set", "portrait", "")
    tom("practice", "set", "welcome", "")


def test_everybody_can_use_every_page(sites, sights, inspector):
    faults = []
    for place, (link, cookies) in sites.items():
        faults += inspector.faults(link, {place: sights[place].markup}, cookies)
    assert not faults


def test_every_place_on_the_chart_is_24_pixels_and_most_are_more(chromium, sites, capsys):
    context, page, address = visit(chromium, sites["/3"], "/3", viewport={"width": 390, "height": 844}, is_mobile=True)
    page.goto(address)
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('.spot')].map(e => [e.offsetWidth, e.offsetHeight, e.ariaLabel])"
    )
    context.close()
    large = sum(min(width, height) >= 44 or max(width, height) >= 60 for width, height, _ in sizes)
    with capsys.disabled():
        print(f"\n{large} of {len(sizes)} places on the chart are 44 pixels or long, the smallest {min(sizes)}")
    assert len(sizes) == 77 and all(min(width, height) >= 24 and name for width, height, name in sizes)


def test_the_markup_is_valid(sights, tmp_path):
    pages = {}
    for number, (place, sight) in enumerate(sights.items()):
        name = (place or "/start").replace("/", "").replace(".", "-")
        pages[f"{number:02}-{name}"] = sight.markup
    assert not markup_faults(pages, tmp_path)


def test_the_words_are_easy(sights, capsys):
    grades = {}
    for place, sight in sights.items():
        if place in OWN_WORDS:
            continue
        sentences = (line if line[-1] in ".?!" else line + "." for line in sight.words)
        grades[place] = textstat.flesch_kincaid_grade(" ".join(sentences))
    with capsys.disabled():
        hardest = max(grades, key=grades.get)
        print(f"\nhardest page {hardest}: Flesch-Kincaid grade {grades[hardest]:.1f} (bar: 8)")
    assert max(grades.values()) <= 8, {place: grade for place, grade in grades.items() if grade > 8}
