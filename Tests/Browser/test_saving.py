"""Stopping and continuing: on the same phone, on another one, and as a client who returns."""

import pytest
from walk import HEALTHY, NO_TO_THE_REST, Walk


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
    assert "Do not come for a massage today." in walk.page.locator("main").inner_text()
    walk.press("Go on with the form")
    walk.through(HEALTHY)
    walk.send()
    assert "Go to an emergency department now." in walk.page.locator(".stop").inner_text()
    flags = desk.intake_sent(walk.page)["redflags"]
    assert flags[0]["id"] == "rf.cauda_equina" and flags[0]["urgency"] == "emergency"


@pytest.mark.parametrize(
    "pregnant, heading", [("no", "Call your doctor today"), ("yes", "Call your midwife or doctor today")]
)
def test_signs_of_the_same_day_say_whom_to_call_today(walk, pregnant, heading):
    walk.begin()
    walk.through(HEALTHY, until="/5")
    if pregnant == "no":
        walk.answer("safety.leg_clot", "yes")
        walk.press(NO_TO_THE_REST)
    else:
        walk.press(NO_TO_THE_REST)
        walk.fill(HEALTHY | {"pregnancy.status": "pregnant"})
        walk.press(NO_TO_THE_REST)
        walk.fill({"pregnancy.weeks": "20", "pregnancy.high_risk": "no", "pregnancy.warning": "yes"})
        walk.press("Continue")
    assert walk.place == "/stop" and walk.heading == heading
    main = walk.page.locator("main").inner_text()
    assert "Do not come for a massage today." in main and "It gets worse" in main


def test_a_refusal_is_recorded_and_not_an_error(walk, desk):
    walk.begin()
    walk.through(HEALTHY | {"consent.contact_physician": "no", "agree.treatment": "no"})
    walk.send()
    answers = desk.answers_sent(walk.page)
    assert answers["consent.draping"] is False and answers["consent.treatment"] is False
    assert answers["consent.contact_physician"] == "no"


def test_without_consent_to_keep_health_data_nothing_is_sent(walk):
    walk.begin()
    walk.through(HEALTHY, until="/9")
    walk.fill(HEALTHY | {"agree.data": "no"})
    assert walk.press("Continue").status == 422


def sender(desk, phone, answers):
    """A new client who has sent a form, and the intake."""
    client = desk.new_client()
    first = Walk(phone(), desk.invite(client))
    first.begin()
    first.through(answers)
    first.send()
    return client, desk.intake_sent(first.page)


def returning(desk, phone, answers):
    """A client whose form was accepted, and the intake."""
    client, intake = sender(desk, phone, answers)
    desk.accept(intake)
    return client, intake


def test_a_returning_client_is_asked_what_is_new_and_shown_the_rest(phone, desk):
    client, _ = returning(desk, phone, HEALTHY)
    again = Walk(phone(), desk.invite(client))
    again.open()
    again.prove_birth("9", "March", "1988")
    again.through(HEALTHY)
    assert {place.split(".")[0] for place in again.seen} == {"", "/2", "/5", "/check"}, again.seen
    assert again.heading == "Is this still right?" and "Rui Lima" in again.page.content()
    again.open("/1")
    again.answer("contact.phone", "+351 555 010 199")
    again.press("Continue")
    assert again.place == "/check"
    again.send()
    answers = desk.answers_sent(again.page)
    assert answers["contact.phone"] == "+351 555 010 199" and answers["contact.full_name"] == "Ana Lima"


def test_a_code_opens_the_old_answers_and_nothing_else_does(phone, desk):
    client, _ = returning(desk, phone, HEALTHY)
    invitation = desk("invite", "link", client)
    stranger = Walk(phone(), invitation["url"])
    stranger.begin()
    stranger.open("/check")
    assert "Rui Lima" not in stranger.page.content()
    known = Walk(phone(), invitation["url"])
    known.open()
    known.page.locator("summary", has_text="I was given a code").click()
    known.answer("identity.code", invitation["history_code"].lower())
    known.press("Start")
    known.open("/check")
    assert "Rui Lima" in known.page.content()


def test_a_wrong_birth_date_on_record_is_corrected_by_the_therapist(phone, desk):
    client, _ = returning(desk, phone, HEALTHY)
    desk("client", "edit", client, "--set", "birth_date=1988-03-19")
    walk = Walk(phone(), desk.invite(client))
    walk.open()
    assert walk.prove_birth("9", "3", "1988").status == 422
    assert walk.page.title().startswith("Error: ")
    desk("client", "edit", client, "--set", "birth_date=1988-03-09")
    assert walk.prove_birth("9", "3", "1988").status == 200
    assert walk.place == "/2"


@pytest.mark.parametrize(
    "question, told",
    [("contact.phone", "+351 555 010 177"), ("contact.email", "ana@example.org")],
    ids=["open", "folded"],
)
def test_a_form_that_was_sent_back_opens_at_its_question(phone, desk, tmp_path, question, told):
    client, intake = sender(desk, phone, HEALTHY)
    message = tmp_path / "message.txt"
    message.write_text("Is this right?")
    desk("intake", "return", intake["id"], "--question", question, "--message-file", str(message))
    again = Walk(phone(), desk.invite(client))
    again.open()
    assert "Is this right?" not in again.page.content()
    again.prove_birth("9", "March", "1988")
    note, field = again.page.locator(".note"), again.page.locator(f'[name="{question}"]')
    assert "Is this right?" in note.inner_text()
    assert field.is_visible() and field.input_value() == HEALTHY.get(question, "")
    assert note.locator("a").get_attribute("href") == f"#{field.get_attribute('id')}"
    again.answer(question, told)
    again.press("Continue")
    assert again.place == "/check"
    again.send()
    answers = desk.answers_sent(again.page)
    assert answers[question] == told and answers["visit.reason"] == HEALTHY["visit.reason"]


def test_a_shared_device_forgets_the_form(walk):
    walk.begin()
    walk.through(HEALTHY)
    walk.send()
    walk.press("Done, remove from this device")
    assert walk.heading == "Removed from this device"
    walk.open("/receipt")
    assert walk.heading == "This form was sent" and "Ana Lima" not in walk.page.content()


def test_a_link_in_webmail_opens_the_form_that_was_begun(walk):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    walk.page.goto("data:text/html,<a href='" + walk.link + ".'>your form</a>")
    walk.page.locator("a").click()
    walk.page.wait_for_url(walk.origin + "/**")
    assert walk.has_button("Go on with my form")
