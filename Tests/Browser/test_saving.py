"""Stopping and going on: the same phone, another one, and a client who comes back."""

from walk import HEALTHY, HURTING, NO_TO_THE_REST, Walk


def test_the_link_alone_opens_an_empty_form(walk, phone):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    other = Walk(phone(), walk.link)
    other.open("/1")
    assert other.page.locator('[name="contact.full_name"]').input_value() == ""
    walk.open()
    walk.press("Go on with my form")
    assert walk.place == "/2"


def test_a_code_opens_the_draft_on_another_device(walk, phone):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    walk.answer("visit.reason", "To be continued")
    walk.press("Save and finish later")
    code = walk.page.locator(".code").inner_text()
    other = Walk(phone(), walk.link)
    other.open()
    other.page.get_by_role("link", name="I began on another phone or computer").click()
    other.page.fill("#code", "00000-00000")
    assert other.press("Open my form").status == 422
    other.page.fill("#code", f" {code.lower().replace('-', ' ')} ")
    other.press("Open my form")
    other.press("Go on with my form")
    assert other.page.locator('[name="visit.reason"]').input_value() == "To be continued"
    other.through(HEALTHY)
    other.send()
    assert other.place == "/receipt"


def test_guessing_codes_is_limited(walk, phone):
    walk.begin()
    walk.press("Save and finish later")
    code = walk.page.locator(".code").inner_text()
    other = Walk(phone(), walk.link)
    for guess in range(10):
        other.open("/resume")
        other.page.fill("#code", f"00000-0000{guess}")
        other.press("Open my form")
    other.page.fill("#code", code)
    assert other.press("Open my form").status == 422


def test_urgent_answers_lead_to_a_calm_page_at_once(walk, desk):
    walk.begin()
    walk.through(HEALTHY, until="/5")
    walk.answer("safety.bladder_bowel", "yes")
    walk.answer("safety.saddle_numb", "yes")
    walk.press(NO_TO_THE_REST)
    assert walk.place == "/stop" and walk.heading == "Please get help now"
    assert "Go to an emergency department now." in walk.page.locator(".stop").inner_text()
    assert "Your answers are kept." in walk.page.locator("main").inner_text()
    walk.press("Go on with the form")
    walk.through(HEALTHY)
    walk.send()
    assert "Go to an emergency department now." in walk.page.locator(".stop").inner_text()
    flags = desk.intake_sent(walk.page)["redflags"]
    assert flags[0]["id"] == "rf.cauda_equina" and flags[0]["urgency"] == "emergency"


def test_a_refusal_is_recorded_and_not_an_error(walk, desk):
    walk.begin()
    walk.through(HEALTHY | {"consent.draping": "no", "consent.contact_physician": "no"})
    walk.send()
    answers = desk.answers_sent(walk.page)
    assert answers["consent.draping"] is False and answers["consent.contact_physician"] == "no"


def test_without_consent_to_keep_health_data_nothing_is_sent(walk):
    walk.begin()
    walk.through(HEALTHY, until="/9")
    walk.fill(HEALTHY | {"consent.health_data": "no"})
    assert walk.press("Continue").status == 422


def test_a_minor_needs_a_guardian(walk, desk):
    walk.begin()
    walk.through(HEALTHY | {"contact.date_of_birth.year": "2012"}, until="/9")
    shown = walk.names()
    assert {"consent.guardian_name", "consent.guardian_phone", "consent.minor_assent"} <= shown


def test_a_returning_client_says_only_what_has_changed(phone, desk):
    client = desk.new_client()
    first = Walk(phone(), desk.invite(client))
    first.begin()
    first.through(HURTING)
    first.send()
    desk.accept(desk.intake_sent(first.page))
    again = Walk(phone(), desk.invite(client))
    again.begin()
    assert again.place == "/last-time" and again.heading == "Has this changed?"
    assert "Rui Lima" in again.page.content()
    again.page.locator('[name="changed"][value="work"]').check(force=True)
    again.press("Continue")
    again.through(HURTING | {"work.sit_hours": "2"})
    assert "/1" not in again.seen and "/5" in again.seen and "/9" in again.seen
    again.send()
    answers = desk.answers_sent(again.page)
    assert answers["work.sit_hours"] == 2 and answers["contact.full_name"] == "Ana Lima"
