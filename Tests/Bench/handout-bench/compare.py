#!/usr/bin/env python3
"""Measures milliseconds per printed plan: Plumbline, WeasyPrint and ReportLab in alternating rounds on an equal page.

The words, the fonts (Lato, embedded as subsets), the drawings path for path, and the boxes to tick are equal. Only
Plumbline's page is also tagged, bookmarked and the same in every run; ReportLab shapes no letters (no kerning, one
direction, no fallback fonts). Every program renders again and again in one process, so fonts are loaded once.
usage: compare.py PROGRAM CHECKOUT FOLDER ROUNDS
"""

import statistics
import subprocess
import sys
import time
from html.parser import HTMLParser

import drawings
import reportlab
import weasyprint
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Table

program, checkout, folder, rounds = *sys.argv[1:4], int(sys.argv[4])
subprocess.run([program, checkout, "page", folder], check=True)
pictures = drawings.drawings(f"{folder}/plumbline.pdf")
words = open(f"{folder}/page.html").read()
page = words + "".join(map(drawings.svg, pictures))


def print_with_weasyprint():
    weasyprint.HTML(string=page).write_pdf(f"{folder}/weasyprint.pdf")


for weight in ("Regular", "Bold", "Black"):
    pdfmetrics.registerFont(TTFont(f"Lato-{weight}", f"/usr/share/fonts/truetype/lato/Lato-{weight}.ttf"))
styles = getSampleStyleSheet()
for style in styles.byName.values():
    style.fontName = "Lato-Black" if style.name.startswith("Heading") else "Lato-Regular"
    if style.name in ("BodyText", "Normal"):
        style.fontSize, style.leading = 11, 15


class Drawing(Flowable):
    def __init__(self, picture):
        super().__init__()
        self.picture = picture
        self.width, self.height = drawings.bounds(picture)[2:]

    def draw(self):
        drawings.paint(self.picture, self.canv, self.height)


class Boxes(Flowable):
    def __init__(self, count):
        super().__init__()
        self.count, self.width, self.height = count, 13 * count, 11

    def draw(self):
        for index in range(self.count):
            self.canv.rect(13 * index, 0, 10, 10)


class Blocks(HTMLParser):
    """Collects the page as (tag, lines) in order; a cell with boxes is given as their number."""

    def __init__(self):
        super().__init__()
        self.blocks, self.rows, self.line, self.boxes = [], [], "", 0

    def handle_starttag(self, tag, attributes):
        if tag in ("h1", "h2", "h3", "p", "li", "th", "td"):
            self.line, self.boxes = "", 0
        elif tag in ("ul", "ol", "table"):
            self.rows = []
        elif tag == "tr":
            self.rows.append([])
        elif tag == "b":
            self.boxes += 1

    def handle_data(self, data):
        self.line += data

    def handle_endtag(self, tag):
        if tag in ("h1", "h2", "h3", "p"):
            self.blocks.append((tag, self.line))
        elif tag == "li":
            self.rows.append(self.line)
        elif tag in ("th", "td"):
            self.rows[-1].append(self.boxes or self.line)
        elif tag in ("ul", "ol", "table"):
            self.blocks.append((tag, self.rows))


blocks = Blocks()
blocks.feed(words)


def paragraph(text, style="BodyText"):
    return Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), styles[style])


def story():
    for tag, content in blocks.blocks:
        if tag in ("ul", "ol"):
            yield ListFlowable(
                list(map(paragraph, content)),
                bulletType="bullet" if tag == "ul" else "1",
                bulletFontName="Lato-Regular",
            )
        elif tag == "table":
            yield Table(
                [[Boxes(cell) if isinstance(cell, int) else paragraph(cell) for cell in row] for row in content]
            )
        else:
            yield paragraph(content, {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3"}.get(tag, "BodyText"))
    yield from map(Drawing, pictures)


def foot(canvas, document):
    canvas.setFont("Lato-Regular", 8.5)
    canvas.drawRightString(541, 30, f"Page {document.page}")


def print_with_reportlab():
    SimpleDocTemplate(f"{folder}/reportlab.pdf", pagesize=A4, title="Plan").build(
        list(story()), onFirstPage=foot, onLaterPages=foot
    )


def milliseconds(render, times):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        render()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def pages(name):
    shown = subprocess.run(["pdfinfo", f"{folder}/{name}.pdf"], capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in shown.splitlines() if line.startswith("Pages"))


print_with_weasyprint(), print_with_reportlab()
figures = {"plumbline": [], "weasyprint": [], "reportlab": []}
for _ in range(rounds):
    warm, slowest, first, text = map(float, subprocess.check_output([program, checkout, "time"]).split())
    figures["plumbline"].append(warm)
    figures["weasyprint"].append(milliseconds(print_with_weasyprint, 3))
    figures["reportlab"].append(milliseconds(print_with_reportlab, 9))


def spread(values):
    return f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


print(f"equal page: the same words, fonts, {len(pictures)} drawings and boxes; medians of {rounds} rounds (spread)")
for name, version in ("plumbline", ""), ("weasyprint", weasyprint.__version__), ("reportlab", reportlab.Version):
    print(f"{name:10} {version:6} {spread(figures[name])} ms a plan, {pages(name)} pages")
for name in ("weasyprint", "reportlab"):
    ratios = [theirs / ours for theirs, ours in zip(figures[name], figures["plumbline"])]
    print(f"{name:10} takes {spread(ratios)} times as long as plumbline")
print(f"plumbline  last round: first plan {first} ms, 95% under {slowest} ms, as text {text} ms")
early, late, most = map(int, subprocess.check_output([program, checkout, "memory"]).split())
print(f"plumbline  memory {early} MB after 100 plans, {late} MB after 2,000, never more than {most} MB")
