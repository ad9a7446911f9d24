"""The whole form, as a client sees it."""

import re

import pytest
from conftest import PHONE
from sampling import sample
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


def test_the_whole_form_arrives(healthy):
    assert healthy.heading == "Thank you. Your form has arrived."


def test_no_to_the_rest_is_recorded_with_its_origin(healthy, desk):
    answers = desk.answers_sent(healthy.page)
    assert answers["safety.fever"] == "no" and answers["safety.head_signs"] == ["none"]
    assert {"safety.fever", "safety.head_signs", "health.conditions"} <= set(answers["form.no_to_rest"])
    assert re.fullmatch("[0-9a-f]{64}", answers["form.consent_sha256"])


def test_the_part_stands_in_the_title_and_the_parts_before_it_are_ticked(healthy):
    screens = {place: html for place, html in healthy.seen_html.items() if re.fullmatch(r"/[\d.]+", place)}
    parts = []
    for html in screens.values():
        part = re.search(r"<title>(\w+) \((\d) of 5\): ", html)
        assert part and f'<li aria-current="step">{part[1]}</li>' in html
        assert html.count('<li class="done">') == int(part[2]) - 1
        parts.append(part[1])
    assert list(dict.fromkeys(parts)) == ["You", "Why", "Safe", "Agree"]


def test_the_copy_to_keep_holds_every_answer(healthy):
    copy = healthy.page.context.request.get(healthy.link + "/copy.txt")
    assert copy.headers["content-type"] == "text/plain; charset=utf-8"
    for words in ("Ana Lima", "9 March 1988", "A quiet hour. Nothing hurts.", "I agree"):
        assert words in copy.text()
    healthy.page.locator("summary", has_text="What you sent").click()
    healthy.page.emulate_media(media="print")
    assert healthy.page.locator("dd", has_text="A quiet hour").is_visible()


def test_a_client_in_pain_is_asked_where_and_how(walk, desk):
    walk.begin()
    walk.through(HURTING)
    assert {"/3", "/4"} <= set(walk.seen)
    assert "Left low back: pain or ache, spasm or cramp, 7 of 10" in walk.page.locator("main").inner_text()
    walk.send()
    assert walk.place == "/receipt"
    answers = desk.answers_sent(walk.page)
    assert answers["pain.map"] == [
        {"region": "neck_back_r", "symptoms": ["stiff"]},
        {"region": "low_back_l", "symptoms": ["pain", "spasm"], "nrs": 7},
    ]
    assert answers["pain.now"] == 4


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
    for place in ("/check", "/9", "", "/receipt", "/more"):
        walk.open(place)
        assert walk.place == "/receipt" and codes == {walk.page.locator(".code").inner_text()}
    stranger = Walk(phone(), walk.link)
    stranger.open("/receipt")
    assert stranger.heading == "This form was sent"
    assert "Ana Lima" not in stranger.page.content()


def test_going_over_a_page_again_keeps_where_a_no_came_from(walk, desk):
    walk.begin()
    walk.through(HEALTHY)
    walk.open("/5")
    walk.answer("safety.contagious", "yes")
    walk.press("Continue")
    walk.through(HEALTHY)
    walk.send()
    swept = desk.answers_sent(walk.page)["form.no_to_rest"]
    assert "safety.contagious" not in swept and "safety.fever" in swept


def test_what_no_to_all_the_rest_set_can_be_looked_at(walk):
    walk.begin()
    walk.through(HEALTHY, until="/7")
    assert re.match(r"\d+ answers set to “no”", walk.page.locator("details.note summary").inner_text())
    walk.page.locator("details.note summary").click()
    assert walk.page.locator("details.note li", has_text="Fever").is_visible()
    walk.page.locator("details.note a").click()
    assert walk.place == "/5"


def test_the_lines_of_an_agreement_can_be_answered_one_by_one(walk, desk):
    walk.begin()
    walk.through(HEALTHY, until="/9")
    walk.fill(HEALTHY)
    walk.answer("consent.draping", "no")
    walk.press("Continue")
    walk.open("/9")
    assert walk.page.locator('[name="consent.draping"][value="no"]').is_checked()
    assert walk.page.locator('[name="consent.stop"][value="yes"]').is_checked()
    assert not walk.page.locator('[name="agree.treatment"][value="yes"]').is_checked()
    walk.open("/check")
    walk.send()
    answers = desk.answers_sent(walk.page)
    assert answers["consent.draping"] is False and answers["consent.stop"] is True


def test_a_client_who_hurts_can_tell_more_after_sending(walk, desk):
    walk.begin()
    walk.through(HURTING)
    walk.send()
    first = walk.page.locator(".code").inner_text()
    walk.page.get_by_role("button", name=re.compile("^Your working day")).click()
    walk._note()
    walk.answer("work.pattern", ["desk"])
    walk.answer("work.sit_hours", "6,5")
    walk.press("Continue")
    assert walk.place == "/more"
    walk.page.get_by_role("button", name=re.compile("^Your desk")).click()
    walk._note()
    walk.answer("work.breaks", "rarely")
    walk.press("Continue")
    walk.press("Send this to Mira")
    assert walk.place == "/receipt" and walk.page.locator(".code").inner_text() != first
    answers = desk.answers_sent(walk.page)
    assert answers["work.breaks"] == "rarely" and answers["work.sit_hours"] == 6.5
    assert answers["visit.reason"] == HURTING["visit.reason"]


def test_a_client_who_comes_to_relax_is_asked_neither_for_sofas_nor_for_bags(healthy):
    offered = " ".join(healthy.page.locator("button.card").all_inner_texts())
    assert "Stress" in offered
    assert "Sofa" not in offered and "desk" not in offered


def test_looking_changes_nothing(walk):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    request = walk.page.context.request
    before = walk.page.content()
    for _ in sample(10, range(100)):
        assert request.get(walk.link + "/2").status == 200
        assert request.head(walk.link + "/check").status == 200
    walk.open("/2")
    assert walk.page.content() == before


def test_a_chosen_area_can_be_marked_for_the_session(walk, desk):
    walk.begin()
    walk.through(HEALTHY, until="/9")
    walk.fill(HEALTHY)
    walk.page.locator("summary", has_text="More, if you like").click()
    walk.page.get_by_role("button", name=re.compile("Areas to leave out")).click()
    walk._note()
    assert walk.heading == "Areas to leave out"
    walk.answer("session.avoid", ["thigh_inner_l"])
    walk.press("Keep these areas")
    assert walk.place == "/9"
    walk.through(HEALTHY)
    walk.send()
    assert desk.answers_sent(walk.page)["session.avoid"] == [{"region": "thigh_inner_l"}]
