"""A separate scratch instance for a load test, with fifty practices and as many invites as it needs.

The token of invite number i is 32 bytes that end in i; see invites.sql.
"""

import base64
import os
import pathlib
import subprocess
import sys
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "Tests"))
from demo_answers import demo_answers


def form():
    """The demo's answers as one form body."""
    return urllib.parse.urlencode(demo_answers())


def token(number):
    return base64.urlsafe_b64encode(number.to_bytes(32, "big")).decode().rstrip("=")


def submission_key(number):
    return f"{number:08x}-0000-4000-8000-{number:012x}"


def form_request(number, body):
    """The request that sends this form for an invite, as http.client takes it: method, path, body, headers.

    Every client has its own address, as through a proxy.
    """
    return (
        "POST",
        f"/i/{token(number)}",
        f"submission={submission_key(number)}&{body}",
        {
            "Content-Type": "application/x-www-form-urlencoded",
            "Connection": "close",
            "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
        },
    )


class Instance:
    def __init__(self, invites):
        # Makes the daemon take a client's address from the proxy's header (`form_request`).
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
        """Runs psql as the superuser and returns what it prints."""
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
