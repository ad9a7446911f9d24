"""Errors are explained kindly, and nothing typed is lost."""

from walk import HEALTHY, HURTING, Walk


def test_errors_are_said_at_the_top_and_beside_the_field(walk):
    walk.begin()
    walk.answer("contact.full_name", "Ana Lima")
    walk.answer("contact.date_of_birth.day", "31")
    walk.answer("contact.date_of_birth.month", "February")
    walk.answer("contact.date_of_birth.year", "1988")
    walk.answer("contact.phone", "call me")
    answer = walk.press("Continue")
    assert answer.status == 422
    assert walk.page.title().startswith("Error: You (1 of 5): About you")
    summary = walk.page.locator(".summary")
    assert summary.get_attribute("role") == "alert"
    for line in summary.locator("a").all():
        target = walk.page.locator("#" + line.get_attribute("href")[1:].replace(".", "\\."))
        assert target.count() == 1
        box = walk.page.locator(".field, fieldset").filter(has=target)
        words = line.inner_text().split(": ")[-1].split(".")[0]
        assert words in box.locator(".error").inner_text()
    assert walk.page.locator('[name="contact.full_name"]').input_value() == "Ana Lima"
    assert walk.page.locator('[name="contact.phone"]').input_value() == "call me"
    assert walk.page.locator('[name="contact.date_of_birth.month"]').input_value() == "February"


def test_the_error_summary_has_the_focus(chromium, link):
    page = chromium.new_page()
    walk = Walk(page, link)
    walk.begin()
    walk.press("Continue")
    assert page.evaluate("document.activeElement.className") == "summary"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#visit.filled_by"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "visit.filled_by"
    page.context.close()


def test_every_button_keeps_what_was_typed_even_what_is_wrong(walk):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    walk.answer("visit.reason", "Half a thou")
    walk.press("Back")
    assert walk.place == "/1"
    assert walk.page.locator('[name="contact.full_name"]').input_value() == "Ana Lima"
    walk.answer("contact.phone", "wrong")
    walk.press("Save and finish later")
    walk.open("/1")
    assert walk.page.locator('[name="contact.phone"]').input_value() == "wrong"
    walk.open("/2")
    assert walk.page.locator('[name="visit.reason"]').input_value() == "Half a thou"


def test_a_mark_without_a_symptom_is_asked_again(walk):
    walk.begin()
    walk.through(HURTING, until="/3")
    walk.answer("pain.map", ["low_back_l", "jaw_r"])
    answer = walk.press("Continue")
    assert answer.status == 422 and walk.page.locator("legend:visible ~ .error").count() == 2
    assert walk.page.locator("#pain\\.map legend").inner_text() == "Left low back"
    walk.fill(HURTING)
    walk.answer("pain.map.jaw_r.symptoms", ["pain"])
    walk.press("Continue")
    assert walk.place == "/4"


def test_an_unfinished_form_is_not_sent(walk):
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    walk.open("/check")
    assert walk.page.locator(".summary a").count() > 3
    walk.send()
    assert walk.page.title().startswith("Error: Check your answers")
    walk.page.locator(".summary a").first.click()
    assert walk.place == "/2"


def test_a_change_leads_back_to_the_check_page(walk):
    walk.begin()
    walk.through(HEALTHY)
    walk.open("/1")
    walk.answer("contact.full_name", "Ana Maria Lima")
    walk.press("Continue")
    assert walk.place == "/check" and "Ana Maria Lima" in walk.page.content()
    walk.open("/2")
    walk.answer("pain.present", "yes")
    walk.press("Continue")
    assert walk.place == "/3", "a new follow-up is asked before the check page"


def test_links_that_open_nothing_look_alike(walk, phone):
    known = walk.link.rsplit("/", 1)[0]
    answers = [walk.page.context.request.get(f"{known}/{token}") for token in ("x", "A" * 43, walk.link[-43:][::-1])]
    assert {answer.status for answer in answers} == {404}
    assert len({answer.text() for answer in answers}) == 1


def test_a_form_from_another_site_is_refused(walk):
    walk.begin()
    key = walk.page.locator('input[name="submission"]').get_attribute("value")
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
    ):
        answer = walk.page.context.request.post(walk.link + "/1", form={"submission": key}, headers=headers)
        assert answer.status == 403
