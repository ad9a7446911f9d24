"""The first-run wizard on a database server without anything of Plumbline's."""

import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest
from conftest import PROGRAM, Screen

ROOT = pathlib.Path(__file__).parents[2]


@pytest.fixture
def cluster():
    # Not in pytest's folder, because a socket's path must be short and the server's user must reach it.
    folder = tempfile.mkdtemp(prefix="plumbline-setup.", dir="/tmp")

    def run(commands):
        subprocess.run(
            ["bash", "-euc", f"cd /; dir={folder}; source {ROOT}/deploy/cluster/cluster.sh; {commands}"], check=True
        )

    run('chmod 0711 "$dir"; [ "$(id -u)" != 0 ] || chown "$cluster_user" "$dir"')
    run('cluster_init "$dir"; cluster_start "$dir"')
    yield {"PGHOST": f"{folder}/run", "PGUSER": "postgres", "PGDATABASE": "postgres"}
    run('cluster_stop "$dir" immediate')
    shutil.rmtree(folder)


def wizard(cluster):
    screen = Screen("setup", service=None, **cluster)
    for option, answer in [
        ("--practice", "Lotus Massage"),
        ("--phone", ""),
        ("--time-zone", "America/Toronto"),
        ("--practitioner", "Zoë 陈"),
        ("--account", ""),
    ]:
        screen.expect(f"({option}):").type(answer)
    return screen


def test_the_wizard_makes_everything_once_and_ends_with_the_command_that_asks_nothing(cluster):
    text, status = wizard(cluster).end()
    assert status == 0, text
    assert text.index("$ createdb ") < text.index("Database plumbline\r\n"), "printed before it is done"
    assert "plumbline setup --practice 'Lotus Massage' --time-zone America/Toronto --practitioner 'Zoë 陈'" in text
    text, status = wizard(cluster).end()
    assert status == 0 and text.count(": already there") == 6 and "$ " not in text


def test_what_cannot_be_is_refused_as_soon_as_it_is_typed(cluster):
    screen = Screen("setup", "-n", service=None, **cluster)
    for option, answer, told in [
        ("--practice", "", "a name is needed here"),
        ("--practice", "\u200b", "a name is needed here"),
        ("--practice", "Lotus Massage", None),
        ("--phone", "call me", "is not a phone number"),
        ("--phone", "+351 912 345 678", None),
        ("--time-zone", "Toronto", "there is no time zone"),
        ("--time-zone", "", None),
        ("--practitioner", "Zoë", None),
        ("--account", "nobody-of-that-name", "there is no account"),
    ]:
        screen.expect(f"({option}):").type(answer)
        if told:
            screen.expect(told)
    text, status = screen.expect("(--account):").type("").end()
    assert status == 0 and "would be made" in text


def test_an_answer_that_could_not_be_written_is_an_error(cluster):
    answers = ["--practice", "Lotus Massage", "--practitioner", "Zoë"]
    environment = {name: value for name, value in os.environ.items() if name != "PGSERVICE"} | cluster
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [PROGRAM, "setup", *answers, "-n"], stdout=full, stderr=subprocess.PIPE, text=True, env=environment
        )
    assert done.returncode == 1 and "No space left on device" in done.stderr


def at_work(folder, program):
    """Puts a program that does not end in the place of another; returns the PATH that leads there first."""
    (folder / program).write_text(f"#!/bin/sh\necho $$ >{folder}/pid\necho at work >&2\nexec sleep 30\n")
    (folder / program).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def test_ctrl_c_leaves_a_server_that_setup_goes_on_with(cluster, tmp_path):
    screen = wizard({**cluster, "PATH": at_work(tmp_path, "psql")}).expect("Database plumbline\r\n").expect("at work")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    text, status = wizard(cluster).end()
    assert status == 0 and "Database plumbline: already there" in text


def test_ctrl_c_ends_the_command_that_runs_too(cluster, tmp_path):
    screen = wizard({**cluster, "PATH": at_work(tmp_path, "createdb")}).expect("at work")
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130 and "sudo plumbline setup --practice" in text
    assert not pathlib.Path("/proc", (tmp_path / "pid").read_text().strip()).exists()
