"""Clients that submit forms whatever happens, and the account of what became of them.

They do what browsers and people do: after an error they send the same form again, under the same key.
"""

import http.client
import itertools
import pathlib
import sys
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Load"))
from instance import form, submission_key, token


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
        """True once it is acknowledged."""
        connection = http.client.HTTPConnection(self.instance.host, timeout=15)
        try:
            connection.connect()
        except OSError:
            return False
        try:
            connection.request(
                "POST",
                f"/i/{token(number)}",
                f"submission={submission_key(number)}&{self.form}",
                {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Connection": "close",
                    "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
                },
            )
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
            self.last_answer = time.monotonic()
        return True

    def is_served_after(self, moment):
        """Waits for an acknowledgement; the seconds it took."""
        while self.last_answer <= moment:
            assert time.monotonic() - moment < 60, "no answer for a minute"
            time.sleep(0.005)
        return self.last_answer - moment

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()


class Account:
    """What a database has of the forms that were acknowledged."""

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
