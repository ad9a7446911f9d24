"""The same taps in WebKitGTK, which rounds and scrolls in its own way."""

import re

import pytest
from photo_room import assert_measures, link_for
from photos import Photo
from sampling import sample
from webkit import WebKit

PHONE, TABLET = (390, 844), (820, 1180)
# In this order, so that a sample of two has both screens and both views.
CASES = [(PHONE, "lateral_r", 6), (PHONE, "posterior", 1), (TABLET, "posterior", 1), (TABLET, "lateral_r", 6)]


@pytest.fixture
def webkit(screen):
    window = WebKit(*screen)
    yield window
    window.close()


@pytest.mark.parametrize(("screen", "view", "turn"), sample(2, CASES))
def test_taps_measure_what_is_there(view, turn, webkit, chromium, desk, tmp_path):
    photo = Photo(view, width=1500, height=2000, roll=2.0, turn=turn)
    link = link_for(desk, [view])
    (tmp_path / "photo.jpg").write_bytes(photo.jpeg(chromium))
    webkit.open(f"{link['url']}/{view}")
    webkit.choose("input[type=file]", tmp_path / "photo.jpg")
    send = webkit.box("form[enctype] button")
    webkit.click(round(send["x"] + send["width"] / 2), round(send["y"] + send["height"] / 2))
    while "/lm." in webkit.url:
        landmark = re.search(r"/(lm\.\w+)", webkit.url)[1]
        for field in ("input[type=image]", "input[name=exact]"):
            picture = webkit.box(field)
            scale = picture["width"] / photo.width
            x, y = photo.landmarks[landmark]
            webkit.click(round(picture["x"] + x * scale), round(picture["y"] + y * scale))
    assert_measures(desk("evaluation", "confirm", link["short_id"], "--yes"), photo, tmp_path)
