"""The drawings of a printed plan as paths, read from its pages: what other typesetters must draw for an equal page."""

import re
import subprocess

TOKEN = re.compile(rb"\[[^\]]*\]|\((?:\\.|[^\\)])*\)|<[^>]*>|/?[^\s\[\]()<>/]+")


def drawings(pdf):
    """Each picture as a list of (operator, numbers), in points, y downwards from the top of its page."""
    plain = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], capture_output=True, check=True
    ).stdout
    return [operators(block) for block in re.findall(rb"/Figure << /MCID \d+ >> BDC(.*?)\nEMC", figures(plain), re.S)]


def figures(plain):
    # Numbers inside pictures are text with an empty replacement, not paths; every program leaves them out.
    return re.sub(rb"/Span << /ActualText.*?EMC", b"", plain, flags=re.S)


def operators(block):
    found, numbers = [], []
    for token in TOKEN.findall(block):
        try:
            numbers.append(float(token))
        except ValueError:
            if token in (b"m", b"l", b"c", b"h", b"re", b"f", b"S", b"B", b"rg", b"RG", b"w", b"W", b"n"):
                found.append((token.decode(), numbers))
            numbers = []
    return found


def colour(numbers):
    return "#" + "".join(f"{round(255 * value):02x}" for value in numbers)


def bounds(picture):
    points = [numbers[k : k + 2] for name, numbers in picture if name in "mlc" for k in range(0, len(numbers), 2)]
    points += [numbers[:2] for name, numbers in picture if name == "re"]
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def svg(picture):
    left, top, width, height = bounds(picture)
    shapes, path, fill, stroke, line = [], "", "#000", "#000", 1
    for name, numbers in picture:
        if name == "rg":
            fill = colour(numbers)
        elif name == "RG":
            stroke = colour(numbers)
        elif name == "w":
            line = numbers[0]
        elif name == "re":
            x, y, across, down = numbers
            path += f"M{x} {y}h{across}v{down}h{-across}z"
        elif name == "h":
            path += "z"
        elif name in "mlc":
            path += name.upper() + " ".join(f"{number:g}" for number in numbers)
        elif name == "n":
            path = ""
        elif name in "fSB":
            inside = fill if name in "fB" else "none"
            around = f' stroke="{stroke}" stroke-width="{line}" stroke-linecap="round"' if name in "SB" else ""
            shapes.append(f'<path d="{path}" fill="{inside}"{around}/>')
            path = ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="{left} {top} {width} {height}">{"".join(shapes)}</svg>'
    )


def paint(picture, canvas, height):
    """Draws it with ReportLab."""
    left, top, _, _ = bounds(picture)
    canvas.translate(-left, height + top)
    canvas.scale(1, -1)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    for name, numbers in picture:
        if name == "rg":
            canvas.setFillColorRGB(*numbers)
        elif name == "RG":
            canvas.setStrokeColorRGB(*numbers)
        elif name == "w":
            canvas.setLineWidth(numbers[0])
        elif name == "m":
            path.moveTo(*numbers)
        elif name == "l":
            path.lineTo(*numbers)
        elif name == "c":
            path.curveTo(*numbers)
        elif name == "re":
            path.rect(*numbers)
        elif name == "h":
            path.close()
        elif name in "nfSB":
            if name != "n":
                canvas.drawPath(path, fill=name in "fB", stroke=name in "SB")
            path = canvas.beginPath()
