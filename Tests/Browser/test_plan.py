"""The client's home-care plan, from its link."""

import pathlib
import urllib.request

import pytest
from conftest import PHONE
from faults import INSPECTED, faults_of, markup_faults
from walk import HURTING, Walk

DEMO = pathlib.Path(__file__).parent.parent.parent / "deploy/demo"
PAGE_BYTES = 20_000


@pytest.fixture(scope="module")
def issued(chromium, desk):
    client = desk.new_client()
    walk = Walk(chromium.new_context(**PHONE).new_page(), desk.invite(client))
    walk.begin()
    walk.through(HURTING)
    walk.send()
    desk.accept(desk.intake_sent(walk.page))
    evaluation = desk("evaluation", "new", client, "--from-json", str(DEMO / "evaluation.json"))
    desk("evaluation", "sign", evaluation["id"])
    plan = desk("plan", "new", client)
    return desk("plan", "issue", plan["id"])


def test_the_plan_opens_as_page_pdf_and_text(issued, phone):
    page = phone()
    answer = page.goto(issued["url"])
    assert answer.status == 200 and page.locator("h1").count() == 1 and page.locator("script").count() == 0
    items = page.locator("main").inner_text()
    text = page.request.get(issued["url"] + "/plan.txt")
    assert text.status == 200 and text.headers["content-type"].startswith("text/plain")
    pdf = page.request.get(issued["url"] + "/plan.pdf")
    assert pdf.headers["content-type"] == "application/pdf" and pdf.body().startswith(b"%PDF-")
    titles = [title.inner_text() for title in page.locator("h3").all()]
    assert titles and all(title.split("\n")[0] in " ".join(text.text().split()) for title in titles), items


def test_the_first_screen_is_help_and_todays_things(issued, phone):
    page = phone()
    page.goto(issued["url"])
    things = page.locator("details.thing")
    assert 2 <= things.count() <= 8 and page.locator("details.thing svg").count() >= 2
    first = things.first.bounding_box()
    assert first["y"] + first["height"] <= PHONE["viewport"]["height"]
    help_signs = page.locator("details.stop").first.bounding_box()
    assert help_signs["y"] < first["y"]
    assert things.first.locator("ol").is_hidden()
    things.first.locator("summary").click()
    assert things.first.locator("ol").is_visible()
    assert "☐" not in page.content() and "http" not in page.locator("main").inner_text()


def test_the_page_is_light(issued, capsys):
    request = urllib.request.Request(issued["url"], headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        weight = len(answer.read())
        assert answer.headers["Content-Encoding"] == "gzip"
    with capsys.disabled():
        print(f"\nthe page of a plan: {weight} bytes with its pictures (bar: {PAGE_BYTES})")
    assert weight < PAGE_BYTES


PLACES = ["", "/how", "/worry", "/thanks"]


def test_everybody_can_use_the_plan_and_its_check_in(issued, chromium):
    context = chromium.new_context(**INSPECTED)
    page = context.new_page()
    faults = []
    for place in PLACES:
        assert page.goto(issued["url"] + place).status == 200
        faults += [f"{place} {fault}" for fault in faults_of(page)]
    page.goto(issued["url"] + "/how")
    page.locator("main form button").first.click()
    assert page.title().startswith("Error"), "nothing was answered"
    faults += [f"/how with errors: {fault}" for fault in faults_of(page)]
    context.close()
    assert not faults


def test_a_half_filled_check_in_is_there_again_until_it_is_sent(issued, phone):
    page = phone()
    page.goto(issued["url"] + "/worry")
    page.fill("[name='checkin.note']", "My “left” foot, since Monday")
    page.check("[name='checkin.stop_sign'][value=no]")
    page.click("button[value=save]")
    kept = "What you had filled in is here again"
    assert kept in page.inner_text("main")
    page.goto(issued["url"] + "/how")
    assert kept not in page.inner_text("main"), "each page keeps its own"
    page.goto(issued["url"] + "/worry")
    assert page.input_value("[name='checkin.note']") == "My “left” foot, since Monday"
    assert page.is_checked("[name='checkin.stop_sign'][value=no]")
    (cookie,) = [one for one in page.context.cookies() if one["name"] == "checkin"]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and "Monday" not in cookie["value"]
    assert kept not in phone().request.get(issued["url"] + "/worry").text(), "it is in this browser and nowhere else"

    page.fill("[name='checkin.note']", "ä€" * 400 + "!" * 2000)
    page.click("button[value=save]")
    assert "too long to be kept" in page.inner_text("main")
    assert page.input_value("[name='checkin.note']").endswith("!!!")
    page.fill("[name='checkin.note']", "")
    page.check("[name='checkin.safety'][value=none]")
    page.locator("main form button").first.click()
    assert page.url.endswith("/thanks")
    page.goto(issued["url"] + "/worry")
    assert kept not in page.inner_text("main"), "what was sent is begun no more"


def test_the_markup_of_the_plan_and_its_check_in_is_valid(issued, phone, tmp_path):
    request = phone().request
    pages = {f"plan{place.replace('/', '-')}": request.get(issued["url"] + place).text() for place in PLACES}
    key = "5d1c2a54-6a0c-4b52-9d37-0a64e4a1a6b1"
    refused = request.post(issued["url"] + "/how", form={"submission": key, "form": "full"})
    assert refused.status == 422
    assert not markup_faults(pages | {"plan-how-with-errors": refused.text()}, tmp_path)


def test_another_link_opens_no_plan(desk, phone, link):
    page = phone()
    token = link.rsplit("/", 1)[1]
    assert page.goto(f"{link.split('/i/')[0]}/p/{token}").status == 404
