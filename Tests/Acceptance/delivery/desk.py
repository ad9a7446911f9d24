"""The command line as Mira and as the outbox type it, on the instance that the environment names."""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
# Has it be noon in every practice.
NOON = """update clinic.practices set time_zone = (select z.name from pg_timezone_names as z
    where z.name ~ '^Etc/GMT[+-][0-9]+$' and extract(hour from statement_timestamp() at time zone z.name) = 12
    order by z.name limit 1)"""
# Has every message that waits be due.
DUE = "update clinic.messages set next_try_at = statement_timestamp() where state = 'waiting'"


def program(*words):
    return [pathlib.Path(os.environ["PLUMBLINE_BIN"]) / "plumbline", *words, "--json"]


def mira(*words, stdin=None):
    done = subprocess.run(program(*words, "--service", "mira"), input=stdin, capture_output=True, text=True)
    assert done.returncode == 0, f"{words} ended with {done.returncode}: {done.stderr}"
    return json.loads(done.stdout) if done.stdout.strip() else None


def start_outbox(**settings):
    command = program("outbox", "run", "--service", "outbox")
    return subprocess.Popen(
        command, env=os.environ | settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run_outbox(**settings):
    run = start_outbox(**settings)
    told, complaint = run.communicate()
    assert run.returncode == 0, complaint
    return json.loads(told)
