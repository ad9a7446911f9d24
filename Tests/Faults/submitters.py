"""Clients that submit forms whatever happens, and an account of the outcome.

They do what browsers and people do: after an error they send the same form again, under the same key.
"""

import http.client
import itertools
import pathlib
import sys
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Load"))
from instance import form, form_request, submission_key


class Submitters:
    """Clients that submit one invite after another until they are stopped."""

    def __init__(self, instance, clients, first):
        self.instance = instance
        self.numbers = itertools.count(first)
        self.form = form()
        self.acknowledged = []
        self.unanswered = 0
        self.refused = 0
        self.last_answer = time.monotonic()
        # Between two acknowledgements; whoever measures sets it to 0 before.
        self.longest_pause = 0
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self.run, daemon=True) for _ in range(clients)]
        for thread in self.threads:
            thread.start()

    def run(self):
        while not self.stopping.is_set():
            with self.lock:
                number = next(self.numbers)
            while not self.submit(number):
                time.sleep(0.02)

    def submit(self, number):
        """Submits a form; true when it is acknowledged."""
        connection = http.client.HTTPConnection(self.instance.host, timeout=15)
        try:
            connection.connect()
        except OSError:
            return False
        try:
            connection.request(*form_request(number, self.form))
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            with self.lock:
                self.unanswered += 1
            return False
        finally:
            connection.close()
        with self.lock:
            if status != 303:
                self.refused += 1
                return False
            self.acknowledged.append(number)
            now = time.monotonic()
            self.longest_pause = max(self.longest_pause, now - self.last_answer)
            self.last_answer = now
        return True

    def is_served_after(self, moment, within=60):
        """Waits for an acknowledgement, and returns the seconds that it took."""
        while self.last_answer <= moment:
            assert time.monotonic() - moment < within, f"no answer for {within} seconds"
            time.sleep(0.005)
        return self.last_answer - moment

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()


class Account:
    """Compares a database with the forms that were acknowledged."""

    def __init__(self, instance, first, acknowledged):
        rows = instance.sql(
            "--command",
            f"""
            select b.i, count(k.id), min(k.submission_key::text) from bench.invites as b
            join clinic.intakes as k on k.practice_id = b.practice_id and k.invite_id = b.id
            where b.i >= {first} group by b.i""",
        ).splitlines()
        stored = {int(number): (int(count), key) for number, count, key in (row.split("|") for row in rows)}
        self.acknowledged = len(acknowledged)
        self.lost = [n for n in acknowledged if stored.get(n, (0, ""))[1] != submission_key(n)]
        self.twice = [n for n, (count, _) in stored.items() if count > 1]

    @property
    def is_whole(self):
        return not self.lost and not self.twice

    def __str__(self):
        return f"{self.acknowledged} acknowledged, {len(self.lost)} of them lost, {len(self.twice)} stored twice"
