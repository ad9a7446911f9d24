"""A client who fills the form: reads the questions of a page, answers them, and continues."""

import re

# Answers of a healthy client to the required questions and no others.
HEALTHY = {
    "visit.filled_by": "self",
    "contact.full_name": "Ana Lima",
    "contact.date_of_birth.day": "9",
    "contact.date_of_birth.month": "March",
    "contact.date_of_birth.year": "1988",
    "contact.phone": "+351 555 010 100",
    "emergency.name": "Rui Lima",
    "emergency.phone": "+351 555 010 101",
    "visit.reason": "A quiet hour. Nothing hurts.",
    "visit.goals": ["relax"],
    "pain.present": "no",
    "spasm.present": "no",
    "knots.present": "no",
    "stress.low_mood": "none",
    "session.pressure": "medium",
    "session.draping": "standard",
    "agree.treatment": "yes",
    "agree.data": "yes",
    "consent.truth": "yes",
    "consent.contact_physician": "yes",
    "consent.photos": "no",
    "consent.signature": "Ana Lima",
}

# Answers of the same client with a sore back.
HURTING = HEALTHY | {
    "visit.reason": "My low back clamps about once a week.",
    "pain.present": "yes",
    "pain.map": ["low_back_l", "neck_back_r"],
    "pain.map.low_back_l.symptoms": ["pain", "spasm"],
    "pain.map.low_back_l.nrs": "7",
    "pain.map.neck_back_r.symptoms": ["stiff"],
    "pain.now": "4",
    "pain.avg7": "5",
    "pain.onset": "sudden",
    "pain.duration_days": "60",
    "pain.kind": "same",
    "pain.course": "same",
    "pain.night": "none",
    "pain.spreads": ["local"],
    "pain.triggers": ["sitting"],
    "pain.swelling_now": "no",
    "spasm.present": "no",
    "care.seen": ["none"],
    "care.had": ["none"],
    "care.equipment": ["none"],
    "care.physician_knows": "no",
    "family.scoliosis": "no",
    "activity.hurts": "no",
    "diet.supplements": ["none"],
}

# The lines of the agreements, for a form that is posted in one piece.
LINES = dict.fromkeys(
    """consent.treatment consent.scope consent.stop consent.draping consent.plan_info consent.privacy
    consent.health_data consent.truth""".split(),
    "yes",
)

# The questions that "No to all the rest on this page" answers, for a form that is posted in one piece.
NOTHING_WRONG = dict.fromkeys(
    """safety.bladder_bowel safety.saddle_numb safety.clumsy safety.unsteady safety.leg_clot
    safety.belly_pulse safety.fever safety.weight_loss safety.night_sweats safety.morning_stiff safety.contagious
    safety.alcohol_drugs health.reduced_feeling meds.painkiller_today pregnancy.status""".split(),
    "no",
) | dict.fromkeys(
    """safety.leg_weak safety.leg_tingle safety.arm_weak safety.arm_tingle safety.head_signs
    safety.chest_signs safety.urine safety.clot_risk safety.trauma safety.infection_risk safety.skin health.conditions
    health.limits meds.classes meds.stopped allergy.list injury.history surgery.recent surgery.implants""".split(),
    "none",
)

# The words of a page that a client sees: what is folded away, written for screen readers alone, or a number is none.
WORDS = """() => {
  const count = text => text.split(/\\s+/).filter(word => /\\p{L}/u.test(word)).length
  const unseen = [...document.querySelectorAll('main .hide')].filter(e => e.checkVisibility())
  return count(document.querySelector('main').innerText) - unseen.reduce((sum, e) => sum + count(e.textContent), 0)
}"""

# The figures of the start page: words read in a minute, and seconds for an input.
READING, TAPPING = 238, 5

# The outermost fold around a control that is not open.
FOLDED_INTO = """control => {
  let fold = null
  for (let e = control.parentElement; e; e = e.parentElement) if (e.localName === 'details' && !e.open) fold = e
  return fold
}"""

# How far down the page is, with a choice in sight; nothing where the choice is folded away.
SCROLLED_TO = f"""choice => {{
  if (({FOLDED_INTO})(choice)) return null
  choice.scrollIntoViewIfNeeded()
  return scrollY
}}"""

NO_TO_THE_REST = "No to all the rest on this page"


def names(markup):
    """The names of the fields of a page."""
    return set(re.findall(r' name="([^"]+)"', markup))


def kind(markup, name):
    """What a field of a page is: `select`, `radio`, `checkbox` or `text`."""
    if re.search(rf'<select[^>]* name="{re.escape(name)}"', markup):
        return "select"
    found = re.search(rf'<input type="(radio|checkbox)" name="{re.escape(name)}"', markup)
    return found.group(1) if found else "text"


class Walk:
    def __init__(self, page, link):
        self.page, self.link = page, link
        self.origin = link.split("/i/")[0]
        self.touched = 0
        self.jumps = 0
        self.buttons = 0
        self.seen = []
        self.words = 0
        self.seen_html = {}

    @property
    def taps(self):
        """On inputs and buttons, with the one that sends."""
        return self.touched + self.buttons + 1

    @property
    def minutes(self):
        return self.words / READING + self.taps * TAPPING / 60

    # Moving

    def open(self, path=""):
        answer = self.page.goto(self.link + path)
        self._note()
        return answer

    def press(self, name):
        with self.page.expect_navigation() as navigation:
            self._button(name).click()
        self.buttons += 1
        self._note()
        return navigation.value

    def begin(self):
        self.open()
        return self.press("Start")

    def prove_birth(self, day, month, year):
        """Gives a date of birth on the start page, and begins."""
        for part, value in {"day": day, "month": month, "year": year}.items():
            self.answer(f"identity.birth.{part}", value)
        return self.press("Start")

    @property
    def place(self):
        """The current path after the link: `/3.2`, `/check` ..."""
        return self.page.url.removeprefix(self.link).partition("?")[0]

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    def has_button(self, name):
        return self._button(name).count() > 0

    def _button(self, name):
        # By its words, because a search by role works out the name of everything on the page.
        return self.page.locator(f'button:not([aria-hidden]):text-is("{name}")')

    def _note(self):
        self.seen.append(self.place)
        self.seen_html[self.place] = self.page.content()
        self.words += self.page.evaluate(WORDS)

    # Answering

    def fill(self, answers):
        """Answers the questions of this page from `answers`, and ignores answers to other questions."""
        markup = self.page.content()
        shown = names(markup)
        for name, value in answers.items():
            if name in shown:
                self._answer(name, value, kind(markup, name))

    def _unfold(self, control):
        """Opens what the control is folded into."""
        while fold := control.first.evaluate_handle(FOLDED_INTO).as_element():
            fold.query_selector("summary").click()
            self.touched += 1

    def answer(self, name, value):
        self._answer(name, value, kind(self.page.content(), name))

    def _answer(self, name, value, tag):
        control = self.page.locator(f'[name="{name}"]')
        if tag in ("radio", "checkbox"):
            for choice in value if isinstance(value, list) else [value]:
                choice = self.page.locator(f'input[name="{name}"][value="{choice}"]')
                self._tap(choice)
            return
        self._unfold(control)
        if tag == "select":
            control.select_option(value)
        else:
            control.fill(value)
        self.touched += 1

    def _tap(self, choice):
        """Taps a choice, and counts it when the page moves under the finger."""
        if (before := choice.evaluate(SCROLLED_TO)) is None:
            self._unfold(choice)
            before = choice.evaluate(SCROLLED_TO)
        choice.check(force=True)
        self.jumps += self.page.evaluate("scrollY") != before
        self.touched += 1

    def through(self, answers, until="/check"):
        """Fills page after page until `until`, and answers no to the rest where the form offers that."""
        for _ in range(40):
            if self.place == until:
                return self
            self.fill(answers)
            wants_no = self.has_button(NO_TO_THE_REST) and not answers.get("without no")
            before = self.place
            self.press(NO_TO_THE_REST if wants_no else "Go on with the form" if self.place == "/stop" else "Continue")
            assert self.place != before, f"stuck on {before}: {self.page.locator('.summary').all_inner_texts()}"
        raise AssertionError(f"never reached {until}: {self.seen}")

    def send(self):
        return self.page.get_by_role("button", name=re.compile("^Send my form")).first.click()
