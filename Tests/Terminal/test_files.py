"""Files that a command writes with -o, and CSV as Python and a spreadsheet read it."""

import csv
import io
import os
import random
import resource
import signal
import stat
import subprocess

import pytest
from conftest import PROGRAM, WIDE, plumbline


@pytest.fixture
def written(people):
    """Writes a list to a path, and returns the run."""

    def write(path, **more):
        return subprocess.run(
            [PROGRAM, "client", "list", "--csv", "-o", str(path), "--service", "mira"],
            capture_output=True,
            text=True,
            env=WIDE,
            **more,
        )

    return write


def test_a_new_file_is_ours_alone_and_an_old_one_keeps_its_mode_and_owner(written, tmp_path):
    path = tmp_path / "list.csv"
    assert written(path).returncode == 0 and stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("old")
    path.chmod(0o664)
    if os.geteuid() == 0:
        os.chown(path, 1234, 1235)
    before = path.stat()
    assert written(path).returncode == 0 and "short_id" in path.read_text()
    after = path.stat()
    assert [(s.st_mode, s.st_uid, s.st_gid) for s in (before, after)] == [
        (before.st_mode, before.st_uid, before.st_gid)
    ] * 2
    assert os.listdir(tmp_path) == ["list.csv"]


def test_the_target_of_a_link_is_written_whether_it_is_there_or_not(written, tmp_path):
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to("folder/list.csv")
    for _ in range(2):
        assert written(link).returncode == 0
        assert link.is_symlink() and "short_id" in (tmp_path / "folder/list.csv").read_text()
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    assert written(loop).returncode == 1 and loop.is_symlink()


def test_devices_and_pipes_are_written_into(written, tmp_path):
    for device in ("/dev/null", "/dev/full"):
        kind = os.stat(device).st_rdev
        assert written(device).returncode == (device == "/dev/full")
        assert stat.S_ISCHR(os.stat(device).st_mode) and os.stat(device).st_rdev == kind
    assert "short_id" in written("/dev/stdout").stdout
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True)
    assert written(pipe).returncode == 0 and "short_id" in reader.communicate()[0] and pipe.is_fifo()


def test_a_folder_is_refused(written, tmp_path):
    refused = written(tmp_path)
    assert refused.returncode == 1 and f"{tmp_path} could not be written" in refused.stderr
    assert "Is a directory" in refused.stderr


def test_a_full_disk_leaves_the_old_file_and_nothing_else(written, tmp_path):
    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))

    path = tmp_path / "list.csv"
    path.write_text("old")
    assert written(path, preexec_fn=limited).returncode == 1
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["list.csv"]


@pytest.mark.parametrize(
    "command", ["evaluation print", "intake print", "visit print", "plan preview --pdf", "plan export"]
)
def test_a_document_that_goes_into_a_file_is_said_to_be_there(command, treated, tmp_path):
    file = tmp_path / "document.pdf"
    verb, _, flags = command.partition(" --")
    written = plumbline(*verb.split(), treated, *[f"--{flag}" for flag in flags.split()], "-o", str(file))
    assert (written["file"], written["bytes"]) == (str(file), file.stat().st_size)


def odd_name(generator):
    signs = "=+-@\uff1d\uff0b0123456789eE.;,\"' \u202e\u00e9\u4e2d\U0001f9d8"
    return "".join(generator.choices(signs, k=generator.randint(1, 14))).strip() or "0351"


def test_python_reads_the_exact_csv_as_it_is_and_the_safe_one_as_text():
    generator = random.Random(7)
    mark = os.urandom(4).hex()
    for _ in range(30):
        plumbline("client", "add", f"{odd_name(generator)} {mark}", "--yes")

    def listed(form):
        command = [PROGRAM, "client", "list", form, "--limit", "9999", "--service", "mira"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return text, [row for row in csv.DictReader(io.StringIO(text, newline="")) if row["name"].endswith(mark)]

    clients = {c["short_id"]: c["name"] for c in plumbline("client", "list", "--limit", "9999") if mark in c["name"]}
    text, exact = listed("--csv-raw")
    assert {row["short_id"]: row["name"] for row in exact} == clients and len(clients) == 30
    text, safe = listed("--csv")
    assert "\u202e" not in text and len(safe) == 30
    assert not [row for row in safe if row["name"].lstrip()[0] in "=+-@\uff1d\uff0b\uff0d\uff20"]
