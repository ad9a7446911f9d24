#!/usr/bin/env python3
"""Prints the same words with WeasyPrint and ReportLab, in this process, and the ratios to Plumbline's time."""
import html.parser, json, statistics, sys, time

folder = sys.argv[1]
page = open(f"{folder}/page.html").read()
ours = json.load(open(f"{folder}/plumbline.json"))


def median(render, times):
    render()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        render()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def report(name, version, milliseconds, pages):
    print(f"{name:12} pdf {milliseconds:.1f} ms a plan ({version}, {pages} pages): {milliseconds / ours:.1f} times")


import weasyprint

document = weasyprint.HTML(string=page).render()
report("WeasyPrint", weasyprint.__version__,
       median(lambda: weasyprint.HTML(string=page).write_pdf(f"{folder}/weasyprint.pdf"), 7), len(document.pages))

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Table

for weight in ("Regular", "Bold"):
    pdfmetrics.registerFont(TTFont(f"Lato-{weight}", f"/usr/share/fonts/truetype/lato/Lato-{weight}.ttf"))
styles = getSampleStyleSheet()
for style in styles.byName.values():
    style.fontName = "Lato-Bold" if style.name.startswith("Heading") else "Lato-Regular"
    if style.name in ("BodyText", "Normal"):
        style.fontSize, style.leading = 11, 15


class Blocks(html.parser.HTMLParser):
    """The page as (tag, lines) in order."""

    def __init__(self):
        super().__init__()
        self.blocks, self.rows, self.line = [], [], ""

    def handle_starttag(self, tag, attributes):
        if tag in ("h1", "h2", "h3", "p", "li", "th", "td"):
            self.line = ""
        elif tag in ("ul", "ol", "table"):
            self.rows = []
        elif tag == "tr":
            self.rows.append([])

    def handle_data(self, data):
        self.line += data

    def handle_endtag(self, tag):
        if tag in ("h1", "h2", "h3", "p"):
            self.blocks.append((tag, self.line))
        elif tag == "li":
            self.rows.append(self.line)
        elif tag in ("th", "td"):
            self.rows[-1].append(self.line)
        elif tag in ("ul", "ol", "table"):
            self.blocks.append((tag, self.rows))


def story():
    parser = Blocks()
    parser.feed(page)
    out = []
    escape = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    for tag, content in parser.blocks:
        if tag in ("ul", "ol"):
            items = [Paragraph(escape(line), styles["BodyText"]) for line in content]
            out.append(ListFlowable(items, bulletType="bullet" if tag == "ul" else "1"))
        elif tag == "table":
            out.append(Table([[Paragraph(escape(cell), styles["BodyText"]) for cell in row] for row in content]))
        else:
            name = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3"}.get(tag, "BodyText")
            out.append(Paragraph(escape(content), styles[name]))
    return out


def foot(canvas, document):
    canvas.setFont("Lato-Regular", 8.5)
    canvas.drawRightString(541, 30, f"Page {document.page}")


pages = []


def render():
    document = SimpleDocTemplate(f"{folder}/reportlab.pdf", pagesize=A4, title="Plan")
    document.build(story(), onFirstPage=foot, onLaterPages=foot)
    pages[:] = [document.page]


report("ReportLab", reportlab.Version, median(render, 15), *pages or [0])
