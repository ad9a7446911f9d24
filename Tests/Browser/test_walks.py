"""How much the form asks of a client: pages, taps and words."""

from test_saving import returning
from walk import HEALTHY, HURTING, Walk

# What a page says above its questions is said once, so a page is counted each time it is shown.
BARS = {"healthy": (9, 30, 1000), "hurting": (15, 60, 2000)}


def measured(walk, name, capsys):
    """The pages up to the one that sends, the taps on inputs and buttons with Send, and the words."""
    figures = (len(walk.seen), walk.touched + walk.buttons + 1, walk.words)
    with capsys.disabled():
        print(f"\n{name}: {figures[0]} pages, {figures[1]} taps, {figures[2]} words ({' '.join(walk.seen)})")
    return figures


def test_a_healthy_client_is_done_soon(walk, capsys):
    walk.begin()
    walk.through(HEALTHY)
    figures = measured(walk, "healthy", capsys)
    assert all(figure <= bar for figure, bar in zip(figures, BARS["healthy"], strict=True)), figures


def test_a_client_with_back_pain_is_done_soon(walk, capsys):
    walk.begin()
    walk.through(HURTING)
    figures = measured(walk, "back pain", capsys)
    assert all(figure <= bar for figure, bar in zip(figures, BARS["hurting"], strict=True)), figures


def test_a_returning_client_with_nothing_new_sees_four_pages(phone, desk, capsys):
    client, _ = returning(desk, phone, HEALTHY)
    walk = Walk(phone(), desk.invite(client))
    walk.open()
    walk.prove_birth("9", "March", "1988")
    walk.through(HEALTHY)
    assert measured(walk, "returning", capsys)[0] <= 4


def test_a_tap_on_the_chart_does_not_move_the_page(walk, capsys):
    walk.begin()
    walk.through(HURTING, until="/3")
    jumps, marked = 0, 0
    for spot in walk.page.locator("input.spot").all():
        spot.scroll_into_view_if_needed()
        before = walk.page.evaluate("scrollY")
        spot.click(force=True)
        jumps += walk.page.evaluate("scrollY") != before
        marked += spot.is_checked()
    with capsys.disabled():
        print(f"\n{jumps} of {marked} taps on the chart move the page")
    assert marked == 77 and jumps == 0
