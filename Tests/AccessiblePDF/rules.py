"""Rules of ISO 14289-1 and of tagged PDF (ISO 32000-1, 14.8) that neither pdfua nor outloud checks."""

import collections
import io
import re

import pikepdf
from fontTools.ttLib import TTFont

CHILDREN = {  # Table 336 to 337: what may stand in an element of lists and tables
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot"},
    "/TR": {"/TH", "/TD"},
}
PARENTS = {"/LI": {"/L"}, "/Lbl": {"/LI"}, "/LBody": {"/LI"}, "/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}}


def findings(path):
    with pikepdf.open(path) as pdf:
        tree = Tree(pdf)
        return claim(pdf) + tree.faults + marked_content(pdf, tree) + parent_tree(pdf, tree) + fonts(pdf)


class Tree:
    """The structure tree: its elements with their parents, and which element each marked content belongs to."""

    def __init__(self, pdf):
        self.faults, self.owners, self.links = [], {}, {}
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.boxes = [[float(value) for value in page.mediabox] for page in pdf.pages]
        root = pdf.Root.StructTreeRoot
        for element in kids(root):
            self.walk(element, "", root)

    def walk(self, element, parent, above):
        kind, page = str(element.S), element.get("/Pg")
        if element.get("/P") is None or element.P.objgen != above.objgen:
            self.faults.append(f"{kind} names another parent than the element that contains it")
        if parent in CHILDREN and kind not in CHILDREN[parent]:
            self.faults.append(f"{kind} in {parent}")
        if kind in PARENTS and parent not in PARENTS[kind]:
            self.faults.append(f"{kind} outside of {', '.join(PARENTS[kind])}")
        if kind == "/Figure":
            self.check_figure(element, page)
        for kid in kids(element):
            if isinstance(kid, int):
                self.own(page, kid, element)
            elif kid.get("/Type") == "/MCR":
                self.own(kid.get("/Pg", page), int(kid.MCID), element)
            elif kid.get("/Type") == "/OBJR":
                self.links[kid.Obj.objgen] = element.objgen
            else:
                self.walk(kid, kind, element)

    def own(self, page, number, element):
        place = (self.pages[page.objgen], number)
        if place in self.owners:
            self.faults.append(f"page {place[0] + 1}: marked content {number} belongs to two elements")
        self.owners[place] = element.objgen

    def check_figure(self, figure, page):
        box = figure.get("/A", {}).get("/BBox")
        if box is None:
            self.faults.append("Figure has no bounding box")
        elif page is not None:
            left, bottom, right, top = map(float, box)
            edge = self.boxes[self.pages[page.objgen]]
            if not (edge[0] <= left < right <= edge[2] and edge[1] <= bottom < top <= edge[3]):
                self.faults.append(f"Figure is at {left, bottom, right, top}, which is not on its page")


def kids(element):
    kids = element.get("/K", pikepdf.Array())
    return [int(kid) if isinstance(kid, int) else kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])]


def claim(pdf):
    """5: the claim, in the namespace of the standard; 7.1: the title is the same in both places."""
    packet = pdf.Root.Metadata.read_bytes().decode()
    faults = []
    if (
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' not in packet
        or "<pdfuaid:part>1</pdfuaid:part>" not in packet
    ):
        faults.append("the XMP does not claim PDF/UA-1")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if metadata.get("dc:title") != str(pdf.docinfo.get("/Title", "")):
            faults.append("the title of the XMP is another than that of the information dictionary")
    if pdf.Root.MarkInfo.get("/Suspects", False):
        faults.append("the structure is marked as suspect")
    return faults


def marked_content(pdf, tree):
    """7.1: everything painted is an artifact or belongs to exactly one element; neither is inside the other."""
    faults, seen = [], set()
    for number, page in enumerate(pdf.pages):
        open_marks = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                mark = mark_of(operands, number, seen)
                if mark in ("artifact", "element") and any(other in ("artifact", "element") for other in open_marks):
                    faults.append(f"page {number + 1}: an {mark} inside another")
                open_marks.append(mark)
            elif name == "EMC":
                open_marks.pop()
            elif name in PAINTING and not any(mark in ("artifact", "element") for mark in open_marks):
                faults.append(f"page {number + 1}: {name} outside of marked content")
        if open_marks:
            faults.append(f"page {number + 1}: marked content does not end")
    for place in seen ^ set(tree.owners):
        faults.append(f"page {place[0] + 1}: marked content {place[1]} is in the page or in the tree alone")
    return faults


PAINTING = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"'}


def mark_of(operands, page, seen):
    if str(operands[0]) == "/Artifact":
        return "artifact"
    if len(operands) > 1 and "/MCID" in operands[1]:
        seen.add((page, int(operands[1].MCID)))
        return "element"
    return "span"


def parent_tree(pdf, tree):
    """The parent tree leads from marked content and links back to their element (ISO 32000-1, 14.7.4.4)."""
    entries = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    faults = []
    for number, page in enumerate(pdf.pages):
        owners = entries[int(page.obj.StructParents)] if "/StructParents" in page.obj else []
        for (place, content), owner in tree.owners.items():
            if place == number and (content >= len(owners) or owners[content].objgen != owner):
                faults.append(f"page {number + 1}: the parent tree leads from {content} to another element")
        for link in page.obj.get("/Annots", []):
            if entries[int(link.StructParent)].objgen != tree.links.get(link.objgen):
                faults.append(f"page {number + 1}: the parent tree leads from a link to another element")
    return faults


def fonts(pdf):
    """7.21: fonts are embedded, with the widths of the font program and a character for every code."""
    faults = []
    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Type") != "/Font" or "/Encoding" not in font:
            continue
        name = str(font.BaseFont)
        if "/ToUnicode" not in font:
            faults.append(f"{name} has no ToUnicode")
        elif re.search(rb"<(0000|feff|fffe)>\s*$", font.ToUnicode.read_bytes().lower(), re.M):
            faults.append(f"{name} maps a code to no character")
        for key in ("/CIDSet", "/CharSet"):
            if key in descriptor(font):
                faults.append(f"{name} has a {key}, which nothing here checks")
        faults += widths(font, name)
    return faults


def descriptor(font):
    return (font.DescendantFonts[0] if "/DescendantFonts" in font else font).FontDescriptor


def widths(font, name):
    program = descriptor(font).get("/FontFile2")
    if program is None:
        return [] if "/FontFile3" in descriptor(font) else [f"{name} is not embedded"]
    truetype = TTFont(io.BytesIO(program.read_bytes()))
    glyphs, scale = truetype.getGlyphOrder(), 1000 / truetype["head"].unitsPerEm
    if "/DescendantFonts" in font:
        said = {
            glyphs[code]: width for code, width in composite_widths(font.DescendantFonts[0].W) if code < len(glyphs)
        }
    else:
        tables = {(table.platformID, table.platEncID): table.cmap for table in truetype["cmap"].tables}
        if list(tables) != [(3, 1)]:
            return [f"{name} has the character maps {list(tables)}"]
        said = {}
        for code, width in enumerate(font.Widths, start=int(font.FirstChar)):
            if width != 0:
                said[tables[3, 1].get(ord(bytes([code]).decode("cp1252")), ".notdef")] = width
    wrong = [glyph for glyph, width in said.items() if abs(float(width) - truetype["hmtx"][glyph][0] * scale) > 1]
    return [f"{name} says other widths than its program: {wrong}"] if wrong else []


def composite_widths(entries):
    entries = collections.deque(entries)
    while entries:
        first, second = int(entries.popleft()), entries.popleft()
        if isinstance(second, pikepdf.Array):
            yield from enumerate(second, start=first)
        else:
            width = entries.popleft()
            yield from ((code, width) for code in range(first, int(second) + 1))
