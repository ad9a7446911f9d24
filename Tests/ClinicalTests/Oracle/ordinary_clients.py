#!/usr/bin/env python3
"""Prints how many of 1,000 made-up ordinary clients of a massage practice each red flag would stop.

Usage: PLUMBLINE_CONTENT=sql/content ordinary_clients.py [COUNT]

The clients have everyday complaints and the illnesses that people of their age have, and nothing that a friend would
call an emergency. The shares are our own judgement, rounded from population figures. They serve to compare rules with
each other and with the last release, and do not predict the figures of a practice.
"""

import collections
import json
import os
import random
import sys

import reference_rules as oracle

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
with open(os.path.join(TESTS, "Data", "probes.json"), encoding="utf-8") as file:
    HEALTHY = json.load(file)["baseline"]

COMPLAINTS = [
    (30, ["low_back_l", "low_back_r"]),
    (8, ["low_back_r", "buttock_r"]),
    (14, ["neck_back_l", "shoulder_top_l"]),
    (10, ["shoulder_top_l", "shoulder_top_r", "neck_back_r"]),
    (10, ["between_blades_l", "shoulder_blade_l"]),
    (5, ["mid_back_l"]),
    (4, ["neck_back_r", "head_back"]),
    (3, ["hip_side_l"]),
    (4, ["shoulder_front_r"]),
    (3, ["knee_front_l"]),
    (3, ["forearm_front_r"]),
    (2, ["calf_l"]),
    (2, ["jaw_l", "neck_back_l"]),
    (2, ["foot_sole_r"]),
]
# share in percent at 20 and at 80 years
CONDITIONS = {
    "high_bp": (2, 50),
    "asthma": (8, 8),
    "diabetes": (1, 14),
    "reflux": (5, 15),
    "migraine": (12, 5),
    "anxiety": (12, 6),
    "depression": (8, 6),
    "disc": (2, 10),
    "arthritis_oa": (1, 45),
    "osteoporosis": (0, 20),
    "cancer_past": (0.3, 10),
    "thyroid": (2, 8),
    "heart_rhythm": (0.3, 8),
    "heart_disease": (0, 12),
    "varicose": (3, 20),
    "vertigo": (1, 4),
    "scoliosis": (3, 3),
    "hypermobility": (4, 1),
    "fibromyalgia": (2, 2),
    "carpal_tunnel": (1, 4),
    "eczema": (6, 3),
    "stenosis": (0, 4),
    "copd": (0, 6),
    "gout": (0.2, 4),
    "clot_past": (0.5, 4),
    "kidney_stones": (1, 4),
    "tmj": (4, 2),
    "neuropathy": (0.2, 5),
    "aneurysm": (0, 0.8),
    "spine_fracture": (0.3, 4),
    "low_bp": (3, 2),
    "stroke_tia": (0, 5),
}
MEDICINES = {
    "hormones": (18, 1),
    "antidepressant": (8, 8),
    "statin": (0, 40),
    "ace_arb": (1, 30),
    "nsaid": (10, 8),
    "anticoagulant": (0.2, 10),
    "antiplatelet": (0.2, 15),
    "steroid": (0.3, 2),
    "thyroid_med": (2, 8),
    "muscle_relaxant": (2, 2),
    "sedative": (1, 4),
    "opioid": (0.5, 3),
    "immunosuppressant": (0.5, 1.5),
}


class Client:
    def __init__(self, random):
        self.random = random
        self.age = min(88, max(18, round(random.gauss(46, 16))))
        self.answers = json.loads(json.dumps(HEALTHY))
        self.answers["contact.date_of_birth"] = f"{2026 - self.age}-05-04"
        self.health()
        self.pain()
        self.small_things()

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def of(self, **weights):
        return self.random.choices(list(weights), list(weights.values()))[0]

    def by_age(self, table):
        share = (min(80, max(20, self.age)) - 20) / 60
        return [name for name, (young, old) in table.items() if self.chance(young + (old - young) * share)]

    def health(self):
        answers = self.answers
        answers["health.conditions"] = self.by_age(CONDITIONS) or ["none"]
        answers["meds.classes"] = self.by_age(MEDICINES) or ["none"]
        if "high_bp" in answers["health.conditions"]:
            answers["health.bp_controlled"] = self.of(yes=85, no=5, unsure=10)
        if "nsaid" in answers["meds.classes"]:
            answers.update({"meds.nsaid_days": self.random.choice([1, 2, 3, 7]), "meds.nsaid_weeks": 2})
        if "aneurysm" in answers["health.conditions"]:
            answers["health.aneurysm_where"] = self.of(aorta=60, brain=25, other=15)

    def pain(self):
        answers = self.answers
        if self.chance(12):
            return
        answers["pain.present"] = "yes"
        regions = self.random.choices([c[1] for c in COMPLAINTS], [c[0] for c in COMPLAINTS])[0]
        strength = self.random.choice([2, 3, 3, 4, 4, 5, 5, 6, 7])
        symptom = self.of(pain=60, stiff=20, knot=20)
        answers["pain.map"] = [{"region": region, "symptoms": [symptom], "nrs": strength} for region in regions]
        kind = self.of(same=60, different=10, first=30)
        answers.update(
            {
                "pain.now": strength,
                "pain.avg7": strength,
                "pain.kind": kind,
                "pain.onset": self.of(gradual=60, sudden=15, after_event=10, unsure=15),
                "pain.duration_days": min(9000, int(self.random.lognormvariate(4, 1.6))),
                "pain.course": self.of(same=40, comes_goes=35, better=15, worse=10),
                "pain.night": self.of(none=78, position_helps=20, nothing_helps=2),
                "pain.spreads": [self.of(local=75, arm=6, leg=9, head=8, elsewhere=2)],
                "pain.triggers": [
                    self.of(sitting=35, screen_mouse=20, bending=12, lift_heavy=8, stress=12, exercise=8, morning=5)
                ],
                "pain.relievers": [self.of(heat=30, move=20, rest=20, massage=20, medicine=10)],
                "pain.swelling_now": self.of(no=98, yes=2),
            }
        )
        if kind == "same":
            answers["pain.first_year"] = 2026 - self.random.randint(1, 15)
        answers["knots.present"] = self.of(yes=60, no=40)

    def small_things(self):
        answers = self.answers
        answers["safety.leg_tingle"] = self.of(none=93, one=5.5, both=1.5)
        answers["safety.arm_tingle"] = self.of(none=93, left=3, right=3, both=1)
        if answers["safety.leg_tingle"] != "none" or answers["safety.arm_tingle"] != "none":
            answers["safety.neuro_course"] = self.of(same=50, comes_goes=30, better=15, worse=5)
        if answers["safety.arm_tingle"] != "none":
            answers["safety.arm_extent"] = [self.of(index=50, ring_little=25, forearm=25)]
        answers["safety.bladder_bowel"] = self.of(no=98.5, unsure=1.5)
        answers["safety.head_signs"] = ["dizzy"] if self.chance(2.5) else ["none"]
        answers["safety.chest_signs"] = ["palpitations"] if self.chance(1.5) else ["none"]
        answers["safety.clot_risk"] = [self.of(none=90, long_travel=8, bed_rest=1, surgery=1)]
        answers["safety.fever"] = self.of(no=99.5, yes=0.5)
        answers["safety.night_sweats"] = self.of(no=97, yes=3)
        answers["safety.weight_loss"] = self.of(no=98, unsure=1.5, yes=0.5)
        answers["safety.trauma"] = self.of(none=90, minor=9.5, major=0.5)
        if answers["safety.trauma"] == "major":
            answers["safety.trauma_kind"] = self.of(simple=75, dangerous=15, unsure=10)
            answers["safety.neck_turn"] = self.of(yes=80, no=10, unsure=10)
        answers["safety.infection_risk"] = [self.of(none=94, recent_infection=4, weak_immune=1.5, spine_procedure=0.5)]
        answers["safety.morning_stiff"] = self.of(no=88, unsure=5, yes=7)
        answers["safety.skin"] = [self.of(none=93, bruise=4, wound=2, rash=0.5, lump=0.5)]
        if answers["safety.skin"] == ["wound"]:
            answers["safety.wound_where"] = self.of(foot=25, other=75)
        answers["safety.urine"] = [self.of(none=97.5, burning=2, dark=0.3, blood=0.2)]
        answers["meds.stopped"] = [self.of(none=98.5, opioid=0.4, relaxant=0.4, sedative=0.4, steroid=0.3)]
        answers["surgery.recent"] = self.of(none=35, older=60, under_6m=3.5, under_6w=1.5)
        answers["diet.supplements"] = [
            self.of(none=60, vitamin_d=15, magnesium=10, omega3=8, turmeric=4, glucosamine=3)
        ]
        answers["care.equipment"] = [self.of(none=60, heat_pad=20, ball=14, tens=3, wintergreen=3)]
        answers["stress.low_mood"] = self.of(none=55, some_days=32, most_days=6, every_day=3, not_said=4)
        if 20 <= self.age <= 42:
            answers["pregnancy.status"] = self.of(no=95.5, pregnant=2, postpartum=1, breastfeeding=1, maybe=0.5)
        if answers.get("pregnancy.status") == "pregnant":
            answers.update(
                {"pregnancy.weeks": self.random.randint(5, 40), "pregnancy.high_risk": "no", "pregnancy.warning": "no"}
            )


def main():
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    source = random.Random(20_261_129)
    raised, levels = collections.Counter(), collections.Counter()
    urgency = {flag["id"]: flag["urgency"] for flag in oracle.RF["redflags"]}
    for _ in range(count):
        flags = oracle.redflags(oracle.Ctx(Client(source).answers))
        raised.update(flags)
        levels[max((urgency[flag] for flag in flags), key=oracle.URG.get, default="none")] += 1
    for level in ("emergency", "urgent", "refer", "caution", "none"):
        print(f"{level:34}{1000 * levels[level] / count:8.1f}")
    for flag in urgency:
        print(f"{flag:34}{1000 * raised[flag] / count:8.1f}  {urgency[flag]}")


if __name__ == "__main__":
    main()
