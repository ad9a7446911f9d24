"""Issued plans whose pages take check-ins, for a load test on an instance of `instance.py`."""

import json
import pathlib
import subprocess

from instance import HERE, submission_key

PROBES = HERE.parent / "ClinicalTests" / "Data" / "probes.json"
FORM = "form=weekly&checkin.pain_avg7=3&checkin.days_done=5&checkin.worry=no"


class IssuedPlans:
    """Plans of as many clients, spread over the practices, each with the secret of its page."""

    def __init__(self, instance, count):
        self.instance = instance
        answers = json.dumps(json.loads(PROBES.read_text())["baseline"])
        self.tokens = [self.issue(number, answers) for number in range(count)]
        instance.sql("--file", HERE / "plans.sql")

    def issue(self, number, answers):
        client = self.plumbline("client", "add", f"Load {number}")["id"]
        self.plumbline("intake", "start", client, "--from-json", "-", stdin=answers)
        self.plumbline("intake", "accept", client, "--keep-all")
        page = self.plumbline("plan", "issue", self.plumbline("plan", "new", client)["id"])["url"]
        return page.rpartition("/")[2]

    def plumbline(self, *arguments, stdin=None):
        program = pathlib.Path(self.instance.values["PLUMBLINE_BIN"]) / "plumbline"
        done = subprocess.run(
            [program, *arguments, "--service", "mira", "--json"],
            input=stdin,
            env=self.instance.environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return json.loads(done.stdout)

    def request(self, number):
        """The request that sends check-in number so and so, as http.client takes it: method, path, body, headers."""
        return (
            "POST",
            f"/p/{self.tokens[number % len(self.tokens)]}/how",
            f"submission={submission_key(number)}&{FORM}",
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Connection": "close",
                "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            },
        )
