"""Clients to whom something happens on the way, or who do not hold a phone as others do."""

import pytest
from clients import OLD, SCRIPTS
from conftest import PHONE
from faults import SIDEWAYS
from walk import HEALTHY, HURTING, Walk, kind, names

# Words of a page that go on in the next line, but for those that a hyphen parts.
BROKEN = """() => {
  const broken = []
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node; (node = nodes.nextNode());) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('.hide, select, textarea')) continue
    for (const word of node.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange()
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].length)
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) broken.push(word[0])
    }
  }
  return broken
}"""
FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at)
  return { name: at.name ?? '', value: at.value ?? '', words: at.innerText ?? '', isChecked: at.checked ?? false,
    isSeen: at === document.body || style.outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight }
}"""


@pytest.mark.exhaustive
def test_at_82_with_text_twice_as_large_no_word_is_broken(phone, link, tell, desk):
    page = phone(viewport={"width": 320, "height": 640})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    walk = Walk(page, link)
    wrong = []
    look = walk._note

    def note():
        look()
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32
        wrong.extend(f"{walk.place} {word}" for word in page.evaluate(BROKEN))
        if page.evaluate(SIDEWAYS):
            wrong.append(f"{walk.place} scrolls sideways")

    walk._note = note
    walk.begin()
    walk.through(OLD, until="/3")
    page.get_by_role("button", name="Rather a list?").click()
    note()
    walk.through(OLD)
    tell(walk, "82, at 200 %")
    walk.send()
    note()
    assert not wrong
    assert desk.answers_sent(page)["health.conditions"] == ["high_bp", "arthritis_oa"]


@pytest.mark.exhaustive
def test_a_phone_that_dies_loses_nothing(phone, link, tell, desk):
    lost = Walk(phone(), link)
    lost.begin()
    lost.through(HURTING, until="/4")
    code = lost.page.locator("footer b").inner_text()
    lost.page.context.close()
    walk = Walk(phone(), link)
    walk.open()
    walk.page.get_by_role("link", name="I began on another phone or computer").click()
    walk.page.fill("#code", "00000-00000")
    assert walk.press("Open my form").status == 422
    walk.page.fill("#code", f" {code.lower().replace('-', ' ')} ")
    walk.press("Open my form")
    assert walk.place == "/4" and "We found your answers" in walk.page.locator("main").inner_text()
    walk.through(HURTING)
    tell(walk, "phone died")
    walk.send()
    assert desk.answers_sent(walk.page)["visit.reason"] == HURTING["visit.reason"]


def test_two_tabs_keep_what_each_was_told(walk, tell, desk):
    walk.begin()
    walk.through(HEALTHY, until="/2")
    other = Walk(walk.page.context.new_page(), walk.link)
    other.open()
    other.press("Go on with my form")
    walk.through(HEALTHY, until="/7")
    other.open("/1")
    other.answer("contact.phone", "+351 555 010 188")
    other.press("Continue")
    walk.through(HEALTHY)
    tell(walk, "two tabs")
    walk.send()
    answers = desk.answers_sent(walk.page)
    assert answers["contact.phone"] == "+351 555 010 188" and answers["visit.goals"] == ["relax"]
    other.open("/check")
    assert other.place == "/receipt"


def test_back_and_double_taps_send_one_form(phone, desk, tell):
    client = desk.new_client()
    walk = Walk(phone(), desk.invite(client))
    walk.begin()
    walk.fill(HEALTHY)
    walk.press("Continue")
    walk.page.go_back()
    assert walk.page.locator('[name="contact.full_name"]').input_value() == "Ana Lima"
    walk.page.get_by_role("button", name="Continue", exact=True).dblclick()
    walk.page.wait_for_url("**/2")
    walk.press("Back")
    walk.press("Continue")
    walk.through(HEALTHY)
    tell(walk, "Back and double taps")
    walk.page.get_by_role("button", name="Send my form to Mira").first.dblclick()
    walk.page.wait_for_url("**/receipt")
    assert len([intake for intake in desk("intake", "list") if intake["client"] == client]) == 1


class Keys:
    """A client who has a keyboard and nothing else."""

    def __init__(self, page):
        self.page = page
        self.presses = 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.presses += 1
        at = self.page.evaluate(FOCUSED)
        assert at["isSeen"], f"{self.page.url}: the focus is not seen on {at}"
        return at

    def reach(self, wanted):
        for _ in range(150):
            at = self.press("Tab")
            if wanted(at):
                return at
        raise AssertionError(f"not reached on {self.page.url}")

    def answer(self, walk, name, value):
        tag = kind(walk.page.content(), name)
        for one in value if isinstance(value, list) else [value]:
            if tag == "checkbox":
                self.reach(lambda at, one=one: (at["name"], at["value"]) == (name, one))
                self.press("Space")
            elif tag == "radio":
                at = self.reach(lambda at: at["name"] == name)
                while at["value"] != one:
                    at = self.press("ArrowDown")
                if not at["isChecked"]:
                    self.press("Space")
            else:
                self.reach(lambda at: at["name"] == name)
                self.page.keyboard.type(one)

    def push(self, walk, name):
        self.reach(lambda at: at["words"].strip() == name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        walk._note()


def test_the_whole_form_is_filled_by_keyboard(chromium, link, tell, desk, capsys):
    context = chromium.new_context(**PHONE)
    walk = Walk(context.new_page(), link)
    keys = Keys(walk.page)
    walk.open()
    keys.push(walk, "Start")
    while walk.place != "/check":
        shown = names(walk.page.content())
        for name, value in HEALTHY.items():
            if name in shown:
                keys.answer(walk, name, value)
        keys.push(walk, "No to all the rest on this page" if walk.place in ("/5", "/7") else "Continue")
    tell(walk, f"by keyboard, {keys.presses} keys")
    keys.push(walk, "Send my form to Mira")
    assert desk.answers_sent(walk.page)["contact.full_name"] == "Ana Lima"
    context.close()


def test_any_script_comes_back_and_too_much_of_it_is_said_before(walk, tell, desk):
    walk.begin()
    walk.through(SCRIPTS, until="/2")
    assert "Up to 2,000 characters." in walk.page.locator("main").inner_text()
    walk.fill(SCRIPTS)
    box = walk.page.locator('[name="visit.reason"]')
    assert box.evaluate("box => getComputedStyle(box).direction") == "rtl"
    long = "🙂" * 5000
    box.fill(long)
    assert walk.press("Continue").status == 422
    assert "room for 2000" in walk.page.locator(".summary").inner_text() and box.input_value() == long
    walk.through(SCRIPTS)
    tell(walk, "Arabic, Chinese, emoji")
    said = walk.page.locator("dd", has_text=SCRIPTS["visit.reason"])
    assert said.evaluate("said => getComputedStyle(said).direction") == "rtl"
    walk.send()
    answers = desk.answers_sent(walk.page)
    assert all(answers[name] == SCRIPTS[name] for name in ("contact.full_name", "emergency.name", "visit.reason"))


@pytest.mark.parametrize("is_sent", [False, True], ids=["half filled", "sent"])
def test_whoever_gets_a_forwarded_link_sees_nothing(walk, phone, tell, is_sent):
    walk.begin()
    walk.through(HEALTHY)
    if is_sent:
        walk.send()
    friend = Walk(phone(), walk.link)
    for place in ("", "/1", "/2", "/9", "/check", "/saved", "/stop", "/receipt", "/copy.txt", "/more", "/resume"):
        friend.open(place)
        assert not [word for word in ("Ana", "Rui", "1988", "A quiet hour") if word in friend.page.content()], place
    tell(friend, "forwarded, sent" if is_sent else "forwarded")
    walk.open("/receipt" if is_sent else "/1")
    assert "Ana Lima" in walk.page.content()
