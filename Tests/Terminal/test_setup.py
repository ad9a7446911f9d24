"""The first-run wizard on a database server that has nothing of ours."""

import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest
from conftest import Screen

ROOT = pathlib.Path(__file__).parents[2]


@pytest.fixture
def cluster():
    # Not pytest's folder: the path of a socket is short, and the server's user has to reach it.
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
        ("--practitioner", "Zoë 陈"),
        ("--account", ""),
    ]:
        screen.expect(f"({option}):").type(answer)
    return screen


def test_the_wizard_makes_everything_once_and_ends_with_the_command_that_asks_nothing(cluster):
    text, status = wizard(cluster).end()
    assert status == 0, text
    assert text.index("$ createdb plumbline") < text.index("Database plumbline\r\n"), "printed before it is done"
    assert "plumbline setup --practice 'Lotus Massage' --practitioner 'Zoë 陈'" in text
    text, status = wizard(cluster).end()
    assert status == 0 and text.count(": already there") == 6 and "$ " not in text


def test_ctrl_c_leaves_a_server_that_setup_goes_on_with(cluster):
    screen = wizard(cluster).expect("Database plumbline\r\n")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    text, status = wizard(cluster).end()
    assert status == 0 and "Database plumbline: already there" in text


def test_ctrl_c_ends_the_command_that_runs_too(cluster, tmp_path):
    createdb = tmp_path / "createdb"
    createdb.write_text(f"#!/bin/sh\necho $$ >{tmp_path}/pid\necho at work >&2\nexec sleep 30\n")
    createdb.chmod(0o755)
    screen = wizard({**cluster, "PATH": f"{tmp_path}:{os.environ['PATH']}"}).expect("at work")
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130 and "sudo -u postgres plumbline setup --practice" in text
    assert not pathlib.Path("/proc", (tmp_path / "pid").read_text().strip()).exists()
