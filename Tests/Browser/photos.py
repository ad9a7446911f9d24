"""Synthetic posture photos: a figure with known landmarks, drawn and stored as a camera would."""

import math
import struct

# The body in millimetres, y downwards from the crown, x towards the right of the picture; the floor is at 1,750.
SIDE = {
    "lm.canthus": (75, 105),
    "lm.tragus": (0, 115),
    "lm.c7": (-85, 230),
    "lm.acromion": (-30, 310),
    "lm.psis": (-110, 790),
    "lm.asis": (40, 815),
    "lm.trochanter": (-20, 880),
    "lm.knee_axis": (-30, 1290),
    "lm.malleolus": (-45, 1680),
}
FRONT = {
    "lm.ear_r": (-70, 130),
    "lm.ear_l": (70, 122),
    "lm.hip_l": (165, 880),
    "lm.hip_r": (-165, 886),
    "lm.patella_r": (-85, 1290),
    "lm.patella_l": (95, 1290),
    "lm.ankle_mid_l": (75, 1680),
    "lm.ankle_mid_r": (-80, 1680),
}
BACK = {
    "lm.c7": (12, 235),
    "lm.acromion_r": (195, 318),
    "lm.scap_med_r": (62, 405),
    "lm.scap_med_l": (-58, 402),
    "lm.acromion_l": (-190, 304),
    "lm.t7": (6, 520),
    "lm.iliac_l": (-130, 742),
    "lm.iliac_r": (132, 756),
    "lm.s2": (0, 850),
}
VIEWS = {
    "anterior": FRONT,
    "lateral_l": {name: (-x, y) for name, (x, y) in SIDE.items()},
    "posterior": BACK,
    "lateral_r": SIDE,
}
BAR_MM = 500
BARS = {
    "lm.plumb_top": (-25, 20),
    "lm.plumb_bottom": (-25, 1740),
    "lm.scale_a": (330, 700),
    "lm.scale_b": (330, 700 + BAR_MM),
}


class Photo:
    """A view at a scale, with the camera rolled. `turn` is how it was held: Exif's orientation."""

    def __init__(self, view, *, width=900, height=1200, roll=0.0, turn=1):
        self.view, self.width, self.height, self.turn = view, width, height, turn
        body = {**VIEWS[view], **BARS}
        if view == "lateral_l":
            body |= {name: (-x, y) for name, (x, y) in BARS.items()}
        scale, angle = height / 1950, math.radians(roll)
        self.truth = {"view": view, "scale_mm": BAR_MM, "landmarks": {name: list(at) for name, at in body.items()}}
        self.landmarks = {}
        for name, (x, y) in body.items():
            dx, dy = x, y - 875
            self.landmarks[name] = (
                width / 2 + scale * (dx * math.cos(angle) + dy * math.sin(angle)),
                height / 2 + scale * (dy * math.cos(angle) - dx * math.sin(angle)),
            )

    def svg(self):
        """The picture as it is seen: each landmark a small ring with a dot in its middle."""
        marks = "".join(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="6" fill="none" stroke="#a33"/>'
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.5" fill="#000"/>'
            for x, y in self.landmarks.values()
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}">'
            f'<rect width="100%" height="100%" fill="#d8d2c8"/>{marks}</svg>'
        )

    def jpeg(self, browser):
        """The file: stored as the camera was held, with its orientation, a place and a maker's name in its header."""
        # What turns the stored picture upright, backwards: Exif 2.32, tag 274.
        matrices = {
            1: "1,0,0,1,0,0",
            3: f"-1,0,0,-1,{self.width},{self.height}",
            6: f"0,-1,1,0,0,{self.width}",
            8: f"0,1,-1,0,{self.height},0",
        }
        size = (self.width, self.height) if self.turn < 5 else (self.height, self.width)
        page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        style = f"margin:0;transform-origin:0 0;transform:matrix({matrices[self.turn]});width:{self.width}px"
        page.set_content(f'<body style="margin:0;overflow:hidden"><div style="{style}">{self.svg()}</div></body>')
        bytes_ = page.screenshot(type="jpeg", quality=90)
        page.close()
        return bytes_[:2] + exif(self.turn) + bytes_[2:]


CANARY = b"CANARY-49.2827,-123.1207"


def exif(turn):
    """A segment as phones write it: the maker (here a canary) and the orientation."""
    entries = struct.pack(">HHII", 271, 2, len(CANARY), 38) + struct.pack(">HHIHH", 274, 3, 1, turn, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 2) + entries + struct.pack(">I", 0) + CANARY
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
