"""The whole form, as a client sees it."""

import re

import pytest
from conftest import PHONE
from walk import HEALTHY, HURTING, Walk


@pytest.fixture(scope="module")
def healthy(chromium, desk):
    """A healthy client who has sent the form."""
    context = chromium.new_context(**PHONE)
    walk = Walk(context.new_page(), desk.invite())
    walk.begin()
    walk.through(HEALTHY)
    walk.send()
    yield walk
    context.close()


def test_a_healthy_client_is_done_in_few_touches(healthy, capsys):
    assert healthy.heading == "Thank you. Your form has arrived."
    with capsys.disabled():
        print(f"\na healthy client touches {healthy.touched} inputs (bar: 60) and {healthy.buttons + 1} buttons")
    assert healthy.touched <= 60


def test_no_to_the_rest_is_recorded_with_its_origin(healthy, desk):
    answers = desk.answers_sent(healthy.page)
    assert answers["safety.fever"] == "no" and answers["safety.head_signs"] == ["none"]
    assert {"safety.fever", "safety.head_signs", "health.conditions"} <= set(answers["form.no_to_rest"])
    assert re.fullmatch("[0-9a-f]{64}", answers["form.consent_sha256"])


def test_the_step_and_its_total_stand_in_title_and_text(healthy):
    steps = [html for place, html in healthy.seen_html.items() if re.fullmatch(r"/[\d.]+", place)]
    for html in steps:
        step = re.search(r"<title>Step (\d) of 9: ", html)
        assert step and f'<p class="step">Step {step[1]} of 9</p>' in html


def test_the_copy_to_keep_holds_every_answer(healthy):
    copy = healthy.page.context.request.get(healthy.link + "/copy.txt")
    assert copy.headers["content-type"] == "text/plain; charset=utf-8"
    for words in ("Ana Lima", "9 March 1988", "A quiet hour. Nothing hurts.", "I agree"):
        assert words in copy.text()
    healthy.page.emulate_media(media="print")
    assert healthy.page.locator("dd", has_text="A quiet hour").is_visible()


def test_a_client_in_pain_is_asked_where_and_how(walk, desk):
    walk.begin()
    walk.through(HURTING)
    assert {"/3", "/3.2", "/4"} <= set(walk.seen)
    assert "Left low back: pain or ache, spasm or cramp, 7 of 10" in walk.page.locator("main").inner_text()
    walk.send()
    assert walk.place == "/receipt"
    answers = desk.answers_sent(walk.page)
    assert answers["pain.map"] == [
        {"region": "neck_back_r", "symptoms": ["stiff"]},
        {"region": "low_back_l", "symptoms": ["pain", "spasm"], "nrs": 7},
    ]
    assert answers["pain.now"] == 4 and answers["work.sit_hours"] == 6.5


def test_a_double_click_a_reload_and_back_after_sending_are_one_submission(walk, phone):
    walk.begin()
    walk.through(HEALTHY)
    request = walk.page.context.request
    key = walk.page.locator('input[name="submission"]').get_attribute("value")
    headers = {"Origin": walk.origin, "Sec-Fetch-Site": "same-origin"}
    receipts = [
        request.post(walk.link + "/check", form={"submission": key, "action": "send"}, headers=headers).text()
        for _ in range(3)
    ]
    codes = {re.search(r'<p class="code">(\w+)</p>', receipt)[1] for receipt in receipts}
    assert len(codes) == 1
    walk.page.go_back()
    for place in ("/check", "/9", "", "/receipt"):
        walk.open(place)
        assert walk.place == "/receipt" and codes == {walk.page.locator(".code").inner_text()}
    stranger = Walk(phone(), walk.link)
    stranger.open("/receipt")
    assert stranger.heading == "This form was sent"
    assert "Ana Lima" not in stranger.page.content()


def test_going_over_a_page_again_keeps_where_a_no_came_from(walk, desk):
    walk.begin()
    walk.through(HEALTHY)
    walk.open("/5.2")
    walk.answer("safety.contagious", "yes")
    walk.press("Continue")
    walk.through(HEALTHY)
    walk.send()
    swept = desk.answers_sent(walk.page)["form.no_to_rest"]
    assert "safety.contagious" not in swept and "safety.fever" in swept


def test_looking_changes_nothing(walk):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    request = walk.page.context.request
    before = walk.page.content()
    for _ in range(100):
        assert request.get(walk.link + "/2").status == 200
        assert request.head(walk.link + "/check").status == 200
    walk.open("/2")
    assert walk.page.content() == before


def test_a_chosen_area_can_be_marked_for_the_session(walk, desk):
    walk.begin()
    walk.through(HEALTHY, until="/8.5")
    walk.fill(HEALTHY)
    walk.page.locator("summary").first.click()
    walk.page.get_by_role("button", name=re.compile("Areas to leave out")).click()
    walk._note()
    assert walk.heading == "Areas to leave out"
    walk.answer("session.avoid", ["thigh_inner_l"])
    walk.press("Keep these areas")
    assert walk.place == "/8.5"
    walk.through(HEALTHY)
    walk.send()
    assert desk.answers_sent(walk.page)["session.avoid"] == [{"region": "thigh_inner_l"}]
