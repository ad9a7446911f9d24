"""The whole form in Firefox and in WebKitGTK, each of which draws, taps and posts with an engine of its own."""

import pytest
from engines import AFTER, CENTRE, SPOTS, form_through
from firefox import Firefox
from sampling import sample
from walk import HEALTHY, HURTING
from webkit import WebKit


@pytest.fixture(scope="module", params=[Firefox, lambda: WebKit(390, 844)], ids=["firefox", "webkit"])
def browser(request):
    window = request.param()
    yield window
    window.close()


# Whoever hurts is asked what a healthy client is asked, and more.
@pytest.mark.parametrize("answers", sample(1, [HURTING, HEALTHY]))
def test_the_whole_form_arrives(browser, link, answers):
    browser.open(link)
    browser.press("Start")
    form_through(browser, link, answers, until="/check")
    browser.press("Send my form")
    assert browser.call("() => document.querySelector('h1').innerText") == "Thank you. Your form has arrived."


def test_a_tap_on_the_chart_ticks_its_region_and_does_not_move_the_page(browser, link):
    browser.open(link)
    browser.press("Start")
    form_through(browser, link, HURTING, until="/3")
    wrong, spots = [], browser.call(SPOTS)
    for number in sample(20, range(spots)):
        x, y, scrolled = browser.call(CENTRE, number)
        browser.tap(x, y)
        now, is_ticked = browser.call(AFTER, number)
        # Firefox scrolls to parts of a pixel and tells whole ones.
        if abs(now - scrolled) > 1 or not is_ticked:
            wrong.append((number, scrolled, now, is_ticked))
    assert spots == 77 and not wrong
