"""Debian's WebKitGTK, driven through its WebDriver (https://www.w3.org/TR/webdriver2/) on a screen in memory."""

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request

from engines import PRESS

CHOOSE = """(selector, name, bytes) => {
  const file = new File([Uint8Array.from(atob(bytes), one => one.charCodeAt(0))], name, { type: 'image/jpeg' })
  const chosen = new DataTransfer()
  chosen.items.add(file)
  document.querySelector(selector).files = chosen.files
}"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class WebKit:
    """A window of WebKitGTK. Its pages run no script; the driver's own scripts only measure and scroll."""

    def __init__(self, width, height):
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        environment = {**os.environ, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        self.driver = subprocess.Popen(
            ["xvfb-run", "--auto-servernum", "WebKitWebDriver", f"--port={port}"],
            env=environment,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait(self._is_ready, "WebKitWebDriver does not answer")
        made = self._send("POST", "/session", {"capabilities": {}})
        self.base += f"/session/{made['sessionId']}"
        self._send("POST", "/window/rect", {"width": width, "height": height})
        self.width = self.run("return innerWidth")

    def close(self):
        self._send("DELETE", "")
        os.killpg(self.driver.pid, 15)
        self.driver.wait()

    def open(self, address):
        self._send("POST", "/url", {"url": address})

    @property
    def url(self):
        return self._send("GET", "/url")

    def run(self, script):
        return self._send("POST", "/execute/sync", {"script": script, "args": []})

    def call(self, function, *arguments):
        """What a function in the language of browsers returns for these arguments."""
        return self.run(f"return ({function})(...{json.dumps(arguments)})")

    def press(self, name):
        """Presses a button, and returns once the next page is there; false where there is no such button."""
        self.run("window.isLeft = true")
        if not self.call(PRESS, name):
            return False
        self._wait(self._has_come, f"no page after {name}")
        return True

    def _has_come(self):
        return self.run("return !window.isLeft && document.readyState === 'complete'")

    def choose(self, selector, path):
        """Gives a field a picture. Told its path, the driver of Debian 13 loses the page that sends it."""
        self.call(CHOOSE, selector, path.name, base64.b64encode(path.read_bytes()).decode())

    def tap(self, x, y):
        """Clicks a place of the window, in CSS pixels."""
        steps = [
            {"type": "pointerMove", "duration": 0, "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self._send("POST", "/actions", {"actions": [pointer]})

    def click(self, x, y):
        """Clicks a place of the window, and waits for the page that this leads to."""
        before = self.url
        self.tap(x, y)
        self._wait(lambda: self.url != before, f"no page after {before}")
        self._wait(lambda: self.run("return document.readyState") == "complete", "the page does not load")

    def box(self, selector):
        """Where the first visible element stands in the window, once its frame is scrolled into it."""
        return self.run(
            f"""const all = [...document.querySelectorAll({selector!r})].filter(one => one.offsetWidth > 0);
            (all[0].closest('.window, .photo') || all[0]).scrollIntoView({{block: 'center', behavior: 'instant'}});
            const box = all[0].getBoundingClientRect();
            return {{x: box.x, y: box.y, width: box.width, height: box.height}}"""
        )

    def _is_ready(self):
        try:
            return self._send("GET", "/status")["ready"]
        except OSError:
            return False

    @staticmethod
    def _wait(condition, failure):
        """Waits until a condition holds. While one page takes another's place, the driver knows of none."""
        deadline = time.monotonic() + 30
        while True:
            try:
                if condition():
                    return
                why = ""
            except urllib.error.HTTPError as error:
                why = f": {error}"
            assert time.monotonic() < deadline, failure + why
            time.sleep(0.05)

    def _send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]
