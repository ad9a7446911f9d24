"""The photo formulas: what landmarks on a picture measure."""

import math


def level(points, roll):
    return {
        k: (x * math.cos(roll) - y * math.sin(roll), x * math.sin(roll) + y * math.cos(roll))
        for k, (x, y) in points.items()
    }


class Picture:
    """Landmarks on one picture, rotated so that the plumb line is vertical."""

    def __init__(self, test):
        self.test, self.points = test, test["points"]
        self.toward_front = -1 if test.get("view") == "lateral_l" else 1
        self.scale = test.get("k", 1.0)
        self.roll = 0.0
        if "lm.plumb_top" in self.points:
            (xt, yt), (xb, yb) = self.points["lm.plumb_top"], self.points["lm.plumb_bottom"]
            self.roll = math.atan2(xb - xt, yb - yt)
        self.level = level(self.points, self.roll)

    def up(self, name):
        return -self.level["lm." + name][1]

    def front(self, name):
        return self.toward_front * self.level["lm." + name][0]

    def across(self, name):
        return self.level["lm." + name][0]

    def slope(self, *, rise, run):
        """The angle of the line between two landmarks, in degrees."""
        return math.degrees(math.atan2(self.up(rise[1]) - self.up(rise[0]), self.front(run[1]) - self.front(run[0])))

    def angle(self, a, b, c):
        a, b, c = (self.level["lm." + name] for name in (a, b, c))
        v, w = (a[0] - b[0], a[1] - b[1]), (c[0] - b[0], c[1] - b[1])
        cosine = (v[0] * w[0] + v[1] * w[1]) / (math.hypot(*v) * math.hypot(*w))
        return math.degrees(math.acos(max(-1, min(1, cosine))))

    def off_line(self, top, middle, bottom):
        """The distance of the middle from the line between top and bottom, in the picture's unit."""
        t, m, b = (self.level["lm." + name] for name in (top, middle, bottom))
        return m[0] - (t[0] + (m[1] - t[1]) / (b[1] - t[1]) * (b[0] - t[0]))

    def first(self, matches):
        return next(name for name in self.points if matches(name))


def line(picture, in_mm):
    left = picture.first(lambda name: name.endswith("_l"))
    a, b = picture.level[left], picture.level[left[:-1] + "r"]
    return (a[1] - b[1]) / picture.scale if in_mm else math.degrees(math.atan2(a[1] - b[1], abs(b[0] - a[0])))


def scapula_distance(picture):
    m = picture.first(lambda name: name.startswith("lm.scap"))
    (x7, y7), (xt, yt) = picture.level["lm.c7"], picture.level["lm.t7"]
    u = (picture.level[m][1] - y7) / (yt - y7)
    return abs(picture.level[m][0] - (x7 + u * (xt - x7))) / picture.scale


def knee_from_the_front(picture):
    side = picture.first(lambda name: name.startswith("lm.hip_"))[-1]
    leg = ("hip_" + side, "patella_" + side, "ankle_mid_" + side)
    inward = 1 if (side == "r") == (picture.test["view"] == "anterior") else -1
    return math.copysign(180 - picture.angle(*leg), picture.off_line(*leg) * inward)


def knee_from_the_side(picture):
    leg = ("trochanter", "knee_axis", "malleolus")
    return math.copysign(180 - picture.angle(*leg), -picture.toward_front * picture.off_line(*leg))


def plumb_deviation(picture):
    name = picture.first(lambda name: not name.startswith("lm.plumb"))
    return picture.toward_front * (picture.level[name][0] - picture.level["lm.plumb_top"][0]) / picture.scale


def trunk_shift(picture):
    to_the_right = 1 if picture.test["view"] == "posterior" else -1
    return to_the_right * (picture.across("c7") - picture.across("s2")) / picture.scale


def picture_scale(picture):
    (xa, ya), (xb, yb) = picture.points["lm.scale_a"], picture.points["lm.scale_b"]
    return math.hypot(xa - xb, ya - yb) / picture.test["scale_mm"]


FORMULAS = {
    "fm.roll": lambda p: math.degrees(p.roll),
    "fm.scale": picture_scale,
    "fm.cva": lambda p: p.slope(rise=("c7", "tragus"), run=("c7", "tragus")),
    "fm.head_tilt_sag": lambda p: p.slope(rise=("tragus", "canthus"), run=("tragus", "canthus")),
    "fm.shoulder_c7": lambda p: p.slope(rise=("acromion", "c7"), run=("c7", "acromion")),
    "fm.kyphosis_photo": lambda p: 180 - p.angle("c7", "t7", "t12"),
    "fm.lordosis_photo": lambda p: 180 - p.angle("t12", "l3", "s1"),
    "fm.pelvic_tilt": lambda p: p.slope(rise=("asis", "psis"), run=("psis", "asis")),
    "fm.line_level_deg": lambda p: line(p, in_mm=False),
    "fm.line_level_mm": lambda p: line(p, in_mm=True),
    "fm.atr_photo": lambda p: line(p, in_mm=False),
    "fm.trunk_shift": trunk_shift,
    "fm.scap_distance": scapula_distance,
    "fm.knee_front": knee_from_the_front,
    "fm.knee_side": knee_from_the_side,
    "fm.plumb_dev": plumb_deviation,
}


def formula(fid, test):
    if fid == "fm.kyphosis_incl":
        return test["values"]["a_T1"] - test["values"]["a_T12"]
    if fid == "fm.lordosis_incl":
        return test["values"]["a_S1"] - test["values"]["a_T12"]
    return FORMULAS[fid](Picture(test))
