"""Firefox, driven through its own remote protocol (WebDriver BiDi), because Debian has no geckodriver."""

import itertools
import json
import re
import subprocess
import tempfile

from engines import PRESS
from websockets.sync.client import connect


class Firefox:
    """One window of a Firefox without a screen."""

    def __init__(self):
        self._numbers = itertools.count(1)
        self._profile = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            ["firefox-esr", "--headless", "--remote-debugging-port", "0", "--profile", self._profile.name],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        found = None
        while not found:
            line = self._process.stderr.readline()
            assert line, "Firefox ended before it listened"
            found = re.search(r"WebDriver BiDi listening on (ws://\S+)", line)
        self._socket = connect(f"{found[1]}/session", max_size=None)
        self.send("session.new", capabilities={})
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]
        self.send("session.subscribe", events=["browsingContext.load"])

    def close(self):
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._process.stderr.close()
        self._profile.cleanup()

    def send(self, method, **parameters):
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=60))
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, address):
        self.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def call(self, function, *arguments):
        """What a function in the language of browsers returns for these arguments."""
        called = f"() => JSON.stringify(({function})(...{json.dumps(arguments)}) ?? null)"
        answer = self.send(
            "script.callFunction", functionDeclaration=called, target={"context": self.context}, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def press(self, name):
        """Presses a button, and returns once the next page is there; false where there is no such button."""
        if not self.call(PRESS, name):
            return False
        while json.loads(self._socket.recv(timeout=60)).get("method") != "browsingContext.load":
            pass
        return True

    def tap(self, x, y):
        pointer = {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}}
        moves = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}]
        self.send(
            "input.performActions",
            context=self.context,
            actions=[pointer | {"actions": [*moves, {"type": "pointerUp", "button": 0}]}],
        )
