"""Breaks a sound document in each way below, and ends with 1 if there is one that no checker finds.

usage: broken.py FILE
"""

import logging
import pathlib
import sys
import tempfile

import check
import pikepdf


def elements(pdf, kind):
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == kind and "/P" in o]


def change_page(pdf, old, new):
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    assert old in content, old
    page.Contents = pdf.make_stream(content.replace(old, new, 1))


def change_packet(pdf, old, new):
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet, old
    pdf.Root.Metadata = pdf.make_stream(packet.replace(old, new), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def font(pdf, kind):
    return next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Subtype") == kind)


def move_label(pdf):
    body, label = elements(pdf, "/LBody")[0], elements(pdf, "/Lbl")[0]
    body.S, label.S = label.S, body.S
    label.P.S = pikepdf.Name.TR


def reverse_parents(pdf):
    for owners in pdf.Root.StructTreeRoot.ParentTree.Nums:
        if isinstance(owners, pikepdf.Array):
            owners.reverse()


WAYS = {
    "no claim": lambda pdf: change_packet(pdf, b"pdfuaid:part", b"pdfuaid:fart"),
    "another title": lambda pdf: pdf.docinfo.__setitem__("/Title", "Another"),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "not marked": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "title not shown": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "figure without words": lambda pdf: elements(pdf, "/Figure")[0].__delitem__("/Alt"),
    "figure without a place": lambda pdf: elements(pdf, "/Figure")[0].__delitem__("/A"),
    "figure beside the page": lambda pdf: elements(pdf, "/Figure")[0].A.__setitem__("/BBox", [900, 0, 990, 90]),
    "heading skipped": lambda pdf: elements(pdf, "/H2")[0].__setitem__("/S", pikepdf.Name.H4),
    "header without a scope": lambda pdf: [e.__delitem__("/A") for e in elements(pdf, "/TH")],
    "label outside of an item": move_label,
    "paint outside of content": lambda pdf: change_page(pdf, b"/Artifact << /Type /Layout >> BDC", b"/Span << >> BDC"),
    "content of no element": lambda pdf: change_page(pdf, b"/MCID 0 ", b"/MCID 999 "),
    "content of two elements": lambda pdf: elements(pdf, "/P")[1].__setitem__("/K", elements(pdf, "/P")[0].K),
    "another parent": lambda pdf: elements(pdf, "/H1")[0].__setitem__("/P", elements(pdf, "/P")[0]),
    "parent tree astray": reverse_parents,
    "link without words": lambda pdf: [page.Annots[0].__delitem__("/Contents") for page in list(pdf.pages)[:1]],
    "no order of tabs": lambda pdf: pdf.pages[0].__delitem__("/Tabs"),
    "font without characters": lambda pdf: font(pdf, "/TrueType").__delitem__("/ToUnicode"),
    "font without a glyph map": lambda pdf: font(pdf, "/CIDFontType2").__delitem__("/CIDToGIDMap"),
    "other widths": lambda pdf: font(pdf, "/TrueType").__setitem__(
        "/Widths", [width and width + 5 for width in font(pdf, "/TrueType").Widths]
    ),
    "font not embedded": lambda pdf: font(pdf, "/TrueType").FontDescriptor.__delitem__("/FontFile2"),
}


def main():
    logging.disable(logging.WARNING)
    unseen = []
    with tempfile.TemporaryDirectory() as folder:
        for name, breaks in WAYS.items():
            target = pathlib.Path(folder, "broken.pdf")
            with pikepdf.open(sys.argv[1]) as pdf:
                breaks(pdf)
                pdf.save(target)
            if not any(checker(str(target)) for checker in check.CHECKERS.values()):
                unseen.append(name)
    print(f"{len(WAYS)} broken documents, {len(unseen)} unseen: {', '.join(unseen) or 'none'}")
    sys.exit(1 if unseen else 0)


if __name__ == "__main__":
    main()
