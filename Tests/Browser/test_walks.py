"""How much the form asks of clients, each on a phone of their own, and what each of them is told."""

import re

import pytest
from clients import HUSBAND, PREGNANT, YOUNG, judy
from sampling import sample
from test_saving import returning
from walk import HEALTHY, HURTING, NO_TO_THE_REST, Walk


@pytest.mark.parametrize(
    "name, answers, pages, taps, words",
    [("healthy", HEALTHY, 9, 30, 1000), ("back pain", HURTING, 15, 60, 2000)],
    ids=["healthy", "hurting"],
)
def test_a_client_is_done_soon_and_in_the_time_that_was_said(walk, tell, name, answers, pages, taps, words):
    walk.begin()
    said = dict(zip(("healthy", "back pain"), re.findall(r"(\d+)", walk.seen_html[""].split("About")[1]), strict=False))
    walk.through(answers)
    tell(walk, name)
    assert len(walk.seen) <= pages and walk.taps <= taps and walk.words <= words
    assert 0 <= int(said[name]) - walk.minutes <= 1.5, f"{said} were said"


@pytest.mark.exhaustive
def test_judy_tells_more_on_cards_after_sending(walk, tell, desk):
    walk.begin()
    walk.through(judy())
    tell(walk, "Judy")
    walk.send()
    for card in walk.page.locator("button.card b").all_inner_texts():
        walk.page.get_by_role("button", name=re.compile(f"^{re.escape(card)}")).click()
        walk._note()
        walk.through(judy(), until="/more")
    tell(walk, "Judy with every card")
    walk.press("Send this to Mira")
    answers = desk.answers_sent(walk.page)
    assert answers["work.sit_hours"] == 8 and answers["sleep.position"] == ["back"]
    assert answers["habit.sofa"] == "varies" and answers["stress.level"] == 2
    assert answers["pain.map"] == [
        {"region": "mid_back_l", "symptoms": ["knot"], "nrs": 5},
        {"region": "low_back_l", "symptoms": ["spasm", "knot"], "nrs": 6},
    ]


def test_a_wife_answers_for_her_husband(walk, tell, desk):
    walk.begin()
    assert "Of the person who comes for the massage." in walk.page.locator("main").inner_text()
    walk.through(HUSBAND)
    assert all("“They” is Rui Lima, who comes" in walk.seen_html[place] for place in ("/2", "/5", "/7", "/9"))
    assert "What brings them here?" in walk.seen_html["/2"] and "Are they" not in walk.seen_html["/1"]
    assert "read it out to Rui Lima" in walk.seen_html["/9"]
    assert "I can ask for less pressure" in walk.seen_html["/9"]
    tell(walk, "for her husband")
    walk.send()
    assert "What brings them here?" in walk.page.content()
    shown = desk.text("intake", "show", walk.page.locator(".code").first.inner_text())
    assert "What brings you here?" in shown and "What brings them here?" not in shown
    answers = desk.answers_sent(walk.page)
    assert answers["contact.full_name"] == "Rui Lima" and answers["visit.filled_by_name"] == "Eva Lima"


def test_who_is_pregnant_with_a_swollen_calf_is_told_whom_to_call(walk, tell, desk):
    walk.begin()
    walk.through(PREGNANT, until="/5")
    walk.fill(PREGNANT)
    walk.press(NO_TO_THE_REST)
    assert walk.heading == "Call your doctor today" and not walk.has_button("Continue")
    walk.through(PREGNANT)
    tell(walk, "pregnant")
    walk.send()
    assert "blood clot" in walk.page.locator(".stop").inner_text()
    flags = {flag["id"]: flag["urgency"] for flag in desk.intake_sent(walk.page)["redflags"]}
    assert "urgent" in flags.values(), flags


def test_a_guardian_signs_for_who_is_sixteen(walk, tell, desk):
    walk.begin()
    walk.through(YOUNG)
    tell(walk, "sixteen")
    walk.send()
    answers = desk.answers_sent(walk.page)
    assert answers["consent.guardian_name"] == "Eva Lima" and answers["consent.minor_assent"] is True


def test_a_returning_client_with_nothing_new_sees_four_pages(phone, desk, tell):
    client, _ = returning(desk, phone, HEALTHY)
    walk = Walk(phone(), desk.invite(client))
    walk.open()
    walk.prove_birth("9", "March", "1988")
    walk.through(HEALTHY)
    tell(walk, "returning")
    assert len(walk.seen) <= 4


def test_a_tap_on_the_chart_does_not_move_the_page(walk, capsys):
    walk.begin()
    walk.through(HURTING, until="/3")
    before, spots = walk.jumps, walk.page.locator("input.spot").all()
    tapped = sample(26, spots)
    for spot in tapped:
        walk._tap(spot)
    with capsys.disabled():
        print(f"\n{walk.jumps - before} of {len(tapped)} taps on the chart move the page")
    assert len(spots) == 77 and walk.jumps == before
