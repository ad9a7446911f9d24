"""A therapist with a phone or tablet in the room, and what the photos should measure."""

import json
import os
import re
import subprocess

NAMES = {"anterior": "front", "lateral_l": "left", "posterior": "back", "lateral_r": "right"}


def link_for(desk, views, client=None):
    """A link for photos of these views, as `evaluation photo` gives it."""
    names = ",".join(NAMES[view] for view in views)
    return desk("evaluation", "photo", client or desk.new_client(), "--views", names, "--scale", "500")


class Room:
    """A therapist with a device in the room, and a link for some views."""

    def __init__(self, desk, page, views, client=None):
        self.desk, self.page = desk, page
        self.client = client or desk.new_client()
        self.link = link_for(desk, views, self.client)

    def take(self, photo, browser):
        self.page.goto(f"{self.link['url']}/{photo.view}")
        file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo.jpeg(browser)}
        self.page.locator("input[type=file]").set_input_files(file)
        self.page.get_by_role("button", name="Use this photo").click()

    def tap(self, x, y, noise=None):
        """Taps a pixel of the picture: about on the whole picture, exactly on the enlarged part."""
        whole = self.page.locator("input[type=image]:visible")
        width = whole.bounding_box()["width"]
        picture = self.size()
        scale = width / picture[0]
        off = noise or (lambda: 0)
        whole.click(position={"x": x * scale + off(), "y": y * scale + off()})
        exact = self.page.locator("input[name=exact]")
        zoom = exact.bounding_box()["width"] / picture[0]
        exact.click(position={"x": (x + off()) * zoom, "y": (y + off()) * zoom})

    def size(self):
        box = self.page.locator("svg.over").first.get_attribute("viewBox").split()
        return int(box[2]), int(box[3])

    def place_all(self, photo, noise=None):
        while "/lm." in self.page.url:
            landmark = re.search(r"/(lm\.\w+)", self.page.url)[1]
            self.tap(*photo.landmarks[landmark], noise)

    def confirm(self):
        return self.desk("evaluation", "confirm", self.link["short_id"], "--yes")


def truth(tmp_path, photo):
    """What the figure measures, from its own millimetres, without camera, roll or scale."""
    file = tmp_path / "truth.json"
    file.write_text(json.dumps(photo.truth))
    command = [
        os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline"),
        "evaluation",
        "measure",
        "--landmarks",
        str(file),
    ]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["findings"]


def values(findings):
    """Each measure by finding and side."""
    return {
        (name, side): value
        for name, finding in findings.items()
        for side, value in (finding.items() if isinstance(finding, dict) else [("", finding)])
    }


def is_length(name):
    return (
        name.startswith(("pf.plumb", "pf.shoulder_height", "pf.scap", "pf.pelvic_ob", "pf.trunk")) and "deg" not in name
    )


def assert_measures(evaluation, photo, tmp_path):
    """Each angle is right to within 0.5 degrees, each distance to within 2 mm."""
    found, true = values(evaluation["findings"]), values(truth(tmp_path, photo))
    assert set(found) == set(true) and len(true) >= 3
    off = {key: abs(found[key] - true[key]) for key in true}
    print(photo.view, {key: round(value, 2) for key, value in off.items()})
    for (name, side), difference in off.items():
        assert difference <= (2.0 if is_length(name) else 0.5), (name, side, found, true)
