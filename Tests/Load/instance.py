"""A scratch instance of a load test's own, with fifty practices and as many invites as it needs.

The token of invite number i is 32 bytes that end in i; see invites.sql.
"""

import base64
import datetime
import os
import pathlib
import subprocess
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def form():
    """The demo's answers as one form body."""
    today = datetime.date.today()
    text = (ROOT / "deploy/demo/answers.txt").read_text()
    for place, value in {"@TODAY": today, "@DAY": today.day, "@MONTH": today.month, "@YEAR": today.year}.items():
        text = text.replace(place, str(value))
    return urllib.parse.urlencode([tuple(line.split("=", 1)) for line in text.splitlines() if "=" in line])


def token(number):
    return base64.urlsafe_b64encode(number.to_bytes(32, "big")).decode().rstrip("=")


def submission_key(number):
    return f"{number:08x}-0000-4000-8000-{number:012x}"


class Instance:
    def __init__(self, invites):
        # Every client has an address of its own, as it would through a proxy.
        environment = os.environ | {"PLUMBLINE_TRUSTED_PROXIES": "127.0.0.1"}
        started = subprocess.run(
            [ROOT / "deploy/scratch", "start", "--release"],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        self.values = dict(line.split("=", 1) for line in started.stdout.splitlines())
        self.environment = environment | self.values
        self.url = self.values["PLUMBLINE_URL"]
        self.host = self.url.removeprefix("http://")
        self.port = self.host.rpartition(":")[2]
        self.folder = self.values["SCRATCH_DIR"]
        self.sql("--set", f"invites={invites}", "--file", HERE / "invites.sql")

    def sql(self, *arguments):
        """What psql prints, as the superuser."""
        return subprocess.run(
            ["psql", "-XqAt", "service=superuser", *arguments],
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout.strip()

    def shell(self, commands):
        """Runs commands with the functions of deploy/cluster, and the instance's folder in $dir."""
        libraries = "".join(f"source {ROOT}/deploy/cluster/{name}.sh; " for name in ("cluster", "practices", "daemon"))
        subprocess.run(
            ["bash", "-euc", f"{libraries} dir={self.folder} port={self.port}; {commands}"],
            env=self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def stop(self):
        subprocess.run([ROOT / "deploy/scratch", "stop", "--dir", self.folder], check=True)
