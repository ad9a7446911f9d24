"""Clients of the walks, each as the answers that differ from those of a healthy one."""

import json
import pathlib

from walk import HEALTHY, HURTING, NOTHING_WRONG

VIGNETTES = pathlib.Path(__file__).parent.parent / "ClinicalTests/Data/Vignettes"

HUSBAND = HEALTHY | {
    "visit.filled_by": "family",
    "visit.filled_by_name": "Eva Lima",
    "contact.full_name": "Rui Lima",
    "consent.signed_by": "self",
    "consent.signature": "Rui Lima",
}

PREGNANT = HEALTHY | {
    "safety.leg_clot": "yes",
    "pregnancy.status": "pregnant",
    "pregnancy.weeks": "28",
    "pregnancy.high_risk": "no",
    "pregnancy.warning": "no",
}

OLD = HURTING | {
    "contact.date_of_birth.year": "1944",
    "health.conditions": ["high_bp", "arthritis_oa"],
    "health.bp_controlled": "yes",
    "meds.classes": ["bp_other"],
}

YOUNG = HEALTHY | {
    "visit.filled_by": "guardian",
    "visit.filled_by_name": "Eva Lima",
    "contact.date_of_birth.year": "2010",
    "consent.signed_by": "guardian",
    "consent.guardian_name": "Eva Lima",
    "consent.guardian_relation": "Mother",
    "consent.guardian_phone": "+351 555 010 103",
    "consent.guardian_present": "yes",
    "consent.minor_assent": "yes",
    "consent.signature": "Eva Lima",
}

SCRIPTS = HEALTHY | {
    "contact.full_name": "عبد الله الكعبي",
    "emergency.name": "陈小明 👩‍👩‍👧",
    "visit.reason": "ظهري يؤلمني كل صباح",
    "consent.signature": "عبد الله الكعبي",
}


def judy():
    """The vignette whose plan is printed in deploy/sample-plan.png, as fields of the form."""
    told = json.loads((VIGNETTES / "v33_judy.json").read_text())["answers"]
    fields = {name: value for name, value in HURTING.items() if not name.startswith("pain.map")}
    for name, value in told.items():
        if name in NOTHING_WRONG and value in ("no", "none", ["none"]):
            # She says no to all of these at once.
            continue
        if name == "pain.map":
            fields[name] = [mark["region"] for mark in value]
            for mark in value:
                fields[f"{name}.{mark['region']}.symptoms"] = mark["symptoms"]
                fields[f"{name}.{mark['region']}.nrs"] = str(mark["nrs"])
        elif name == "contact.date_of_birth":
            fields |= dict(zip([f"{name}.{part}" for part in ("year", "month", "day")], value.split("-"), strict=True))
        elif isinstance(value, bool):
            fields[name] = "yes" if value else "no"
        else:
            fields[name] = value if isinstance(value, list) else str(value)
    return fields
