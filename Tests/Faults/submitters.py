"""Clients that submit forms or check-ins whatever happens, and an account of the outcome.

They do what browsers and people do: after an error they send the same again, under the same key.
"""

import http.client
import itertools
import pathlib
import sys
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Load"))
from instance import form, form_request, submission_key
from plans import IssuedPlans


class Forms:
    """Intake forms, each for an invite of its own."""

    name = "forms"

    def __init__(self, instance):
        self.instance, self.form = instance, form()

    def request(self, number):
        return form_request(number, self.form)

    def stored(self, first):
        """The submission keys that are stored for each number from the first on."""
        return keys_by_number(
            self.instance,
            f"""
            select b.i, string_agg(k.submission_key::text, ' ') from bench.invites as b
            join clinic.intakes as k on k.practice_id = b.practice_id and k.invite_id = b.id
            where b.i >= {first} group by b.i""",
        )


class CheckIns(IssuedPlans):
    """Check-ins through the pages of a few plans."""

    name = "check-ins"

    def __init__(self, instance):
        super().__init__(instance, 8)

    def stored(self, first):
        # A submission key begins with its number.
        return keys_by_number(
            self.instance,
            f"""
            select n, string_agg(submission_key::text, ' ')
            from (
              select ('x' || left(submission_key::text, 8))::bit(32)::integer as n, submission_key
              from clinic.checkins) as k
            where n >= {first} group by n""",
        )


def keys_by_number(instance, query):
    rows = [row.split("|") for row in instance.sql("--command", query).splitlines()]
    return {int(number): keys.split() for number, keys in rows}


class Submitters:
    """Clients that submit one number after another until they are stopped."""

    def __init__(self, work, clients, first):
        self.work = work
        self.numbers = itertools.count(first)
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
        """Submits a number; true when it is acknowledged."""
        connection = http.client.HTTPConnection(self.work.instance.host, timeout=15)
        try:
            connection.connect()
        except OSError:
            return False
        try:
            connection.request(*self.work.request(number))
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
    """Compares a database with what was acknowledged."""

    def __init__(self, work, first, acknowledged):
        stored = work.stored(first)
        self.acknowledged = len(acknowledged)
        self.lost = [n for n in acknowledged if submission_key(n) not in stored.get(n, [])]
        self.twice = [n for n, keys in stored.items() if len(keys) > 1]

    @property
    def is_whole(self):
        return not self.lost and not self.twice

    def __str__(self):
        return f"{self.acknowledged} acknowledged, {len(self.lost)} of them lost, {len(self.twice)} stored twice"
