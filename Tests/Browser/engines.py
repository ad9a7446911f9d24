"""What the browsers beside Chromium are told to do with a page, in the language that all of them speak."""

from walk import NO_TO_THE_REST

# Answers the questions of a page that are among `answers`, as a person does: opens folds, ticks and types.
ANSWER = """answers => {
  for (const [name, value] of Object.entries(answers)) {
    for (const one of [value].flat()) {
      const fields = [...document.getElementsByName(name)]
      const field = fields.find(e => !['radio', 'checkbox'].includes(e.type) || e.value === one)
      if (!field) continue
      for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
      if (['radio', 'checkbox'].includes(field.type)) { if (!field.checked) field.click() } else field.value = one
    }
  }
}"""
PRESS = """name => {
  const button = [...document.querySelectorAll('button:not([aria-hidden])')].find(e => e.innerText.startsWith(name))
  if (button) setTimeout(() => button.click())
  return Boolean(button)
}"""


SPOTS = "() => document.querySelectorAll('input.spot').length"
CENTRE = """number => {
  const spot = document.querySelectorAll('input.spot')[number]
  spot.scrollIntoView({ block: 'center', behavior: 'instant' })
  const box = spot.getBoundingClientRect()
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2), scrollY]
}"""
AFTER = "number => [scrollY, document.querySelectorAll('input.spot')[number].checked]"


def form_through(browser, link, answers, until):
    """Answers page after page in a browser that has `call` and `press`; returns the places."""
    seen = []
    while len(seen) < 40:
        place = browser.call("() => location.pathname").removeprefix("/i/" + link.split("/i/")[1])
        if place == until:
            return seen
        seen.append(place)
        browser.call(ANSWER, answers)
        assert browser.press(NO_TO_THE_REST) or browser.press("Continue"), place
    raise AssertionError(seen)
