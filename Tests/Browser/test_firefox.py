"""The whole form in Firefox, which draws and posts with an engine of its own."""

import pytest
from firefox import ANSWER, Firefox
from walk import HEALTHY, HURTING, NO_TO_THE_REST


@pytest.fixture
def firefox():
    browser = Firefox()
    yield browser
    browser.close()


def through(firefox, link, answers, until):
    """Answers page after page; returns the places."""
    seen = []
    while len(seen) < 40:
        place = firefox.run("() => location.pathname").removeprefix("/i/" + link.split("/i/")[1])
        if place == until:
            return seen
        seen.append(place)
        firefox.run(ANSWER, answers)
        assert firefox.press(NO_TO_THE_REST) or firefox.press("Continue"), place
    raise AssertionError(seen)


@pytest.mark.parametrize("answers", [HEALTHY, HURTING], ids=["healthy", "hurting"])
def test_the_whole_form_arrives_from_firefox(firefox, link, answers):
    firefox.open(link)
    firefox.press("Start")
    through(firefox, link, answers, until="/check")
    firefox.press("Send my form")
    assert firefox.run("() => document.querySelector('h1').innerText") == "Thank you. Your form has arrived."


SPOTS = """() => [...document.querySelectorAll('input.spot')].length"""
CENTRE = """number => {
  const spot = document.querySelectorAll('input.spot')[number]
  spot.scrollIntoView({ block: 'center', behavior: 'instant' })
  const box = spot.getBoundingClientRect()
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2), scrollY]
}"""
AFTER = "number => [scrollY, document.querySelectorAll('input.spot')[number].checked]"


def test_a_tap_on_the_chart_ticks_its_region_in_firefox_and_does_not_move_the_page(firefox, link):
    firefox.open(link)
    firefox.press("Start")
    through(firefox, link, HURTING, until="/3")
    wrong = []
    for number in range(firefox.run(SPOTS)):
        x, y, scrolled = firefox.run(CENTRE, number)
        firefox.tap(x, y)
        now, is_ticked = firefox.run(AFTER, number)
        # Firefox scrolls to parts of a pixel and tells whole ones.
        if abs(now - scrolled) > 1 or not is_ticked:
            wrong.append((number, scrolled, now, is_ticked))
    assert firefox.run(SPOTS) == 77 and not wrong
