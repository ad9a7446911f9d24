"""Links as clients meet them: with a sign of the message stuck to them, in a browser without cookies, and too late."""

import json
import os
import subprocess

from conftest import PHONE

# What mail programs and people leave at the end of a link: signs of a sentence, a space, one of no width.
STUCK = [".", ",", ")", ">", "/", "%20", "%E2%80%8B"]


def test_a_link_with_a_sign_stuck_to_it_opens(phone, link):
    page = phone()
    for sign in STUCK:
        page.goto(link + sign)
        assert page.locator("h1").inner_text() == "Before your massage", sign
    page.get_by_role("button", name="Start").click()
    assert page.url.split("?")[0] == link + "/1"


def test_a_browser_that_keeps_no_cookie_is_told_at_once_and_nothing_is_typed_in_vain(chromium, link, tmp_path):
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    context = chromium.browser_type.launch_persistent_context(
        tmp_path, executable_path="/usr/bin/chromium", args=["--no-sandbox"], **PHONE
    )
    try:
        page = context.pages[0]
        page.goto(link)
        page.get_by_role("button", name="Start").click()
        assert page.locator("h1").inner_text() == "This browser keeps nothing"
        assert "Allow cookies for this page, or open your link in another browser." in page.inner_text("main")
        assert page.locator("input, textarea").count() == 0
    finally:
        context.close()


def test_a_link_that_ended_asks_for_a_new_one_and_names_nobody(phone, desk):
    client = desk.new_client()
    link = desk.invite(client)
    name = desk("client", "show", client)["name"]
    end_newest_invite()
    page = phone(viewport={"width": 320, "height": 740})
    page.goto(link)
    assert page.locator("h1").inner_text() == "This link has ended"
    assert name not in page.content() and "Stillwater" not in page.content() and "Mira" not in page.content()
    page.get_by_role("button", name="Ask for a new link").click()
    assert "You asked for a new link." in page.inner_text("main")
    assert "new link" in desk.text("today") and name in desk.text("today")


def test_the_code_for_another_device_stands_on_one_line_on_a_narrow_phone(phone, link):
    page = phone(viewport={"width": 320, "height": 740})
    page.goto(link)
    page.get_by_role("button", name="Start").click()
    code = page.locator("footer b")
    line = float(code.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)"))
    assert code.bounding_box()["height"] < 1.5 * line
    assert page.locator(".stages li").last.bounding_box()["y"] == page.locator(".stages li").first.bounding_box()["y"]


def end_newest_invite():
    """Lets the invite that was made last end, as days that go by would."""
    ended = "update clinic.invites set created_at = now() - interval '9 days', expires_at = now() - interval '1 hour'"
    newest = "(select id from clinic.invites order by created_at desc limit 1)"
    command = ["psql", "-Xq", "service=superuser", "-c", f"{ended} where id = {newest}"]
    subprocess.run(command, env=os.environ, check=True)
