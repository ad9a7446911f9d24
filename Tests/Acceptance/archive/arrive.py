"""A practice leaves with its archive and arrives elsewhere as it was, byte for byte; what is wrong with an archive is
said, and nothing of it stays.

usage: arrive.py [CLIENTS]      with that many clients beside one who has a record of every kind; prints the figures
"""

import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import time

import stranger
from attacks import ATTACKS
from growing import grow

ROOT = pathlib.Path(__file__).parents[3]
PROGRAM = os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline")


class Scratch:
    """An instance of its own, with a second database beside the first, which knows the same logins."""

    def __init__(self, folder):
        started = subprocess.run([ROOT / "deploy/scratch", "start"], capture_output=True, text=True, check=True)
        self.here = os.environ | {"COLUMNS": "300"} | dict(line.split("=", 1) for line in started.stdout.splitlines())
        subprocess.run([ROOT / "sql/tests/database", "create", "elsewhere"], env=self.here, check=True)
        services = pathlib.Path(self.here["PGSERVICEFILE"]).read_text()
        there = pathlib.Path(folder) / "elsewhere.conf"
        there.write_text(re.sub(r"(?m)^dbname=.*$", "dbname=elsewhere", services))
        self.there = self.here | {"PGSERVICEFILE": str(there), "PGDATABASE": "elsewhere"}

    def stop(self):
        subprocess.run([ROOT / "deploy/scratch", "stop", "--dir", self.here["SCRATCH_DIR"]], check=True)

    def sql(self, environment, *words):
        command = ["psql", "service=superuser", "-v", "ON_ERROR_STOP=1", "-qAt", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def plumbline(environment, *words, service="mira"):
    """Runs a command, and returns its status, what it said, its seconds and the most memory it had, in MB."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [PROGRAM, *words, "--service", service], env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        text = said.read().decode()
    return os.waitstatus_to_exitcode(status), text, time.perf_counter() - start, usage.ru_maxrss / 1024


def done(*arguments, **named):
    status, text, seconds, memory = plumbline(*arguments, **named)
    assert status == 0, f"{arguments[1:]}: {text}"
    return seconds, memory


def refuse_attacks(scratch, archive, folder):
    """Each is refused with a sentence and leaves nothing; returns how many there were."""
    wrong, tried = [], 0
    for number, (attack, expected) in enumerate(ATTACKS):
        path = os.path.join(folder, f"attack{number}.tar")
        attack(archive, path)
        status, text, _, _ = plumbline(scratch.there, "import", "practice", path)
        said = " ".join(text.split())
        left = scratch.sql(scratch.there, "-c", "select count(*) from clinic.short_ids")
        is_clear = re.search(expected, said) and "should not" not in said and "fault" not in said
        if status in (0, 69, 70) or left != "0" or not is_clear:
            wrong.append(f"attack {number}: status {status}, {left} left: {said}")
        os.unlink(path)
        tried += 1
    assert not wrong, "\n".join(wrong)
    return tried


def encrypt(archive, folder):
    keys = [os.path.join(folder, name) for name in ("key", "other")]
    public = [
        subprocess.run(["age-keygen", "-o", key], capture_output=True, text=True).stderr.split(": ")[1] for key in keys
    ]
    encrypted = archive + ".age"
    subprocess.run(["age", "-r", public[0].strip(), "-o", encrypted, archive], check=True)
    return encrypted, keys


def expect_same(before, after):
    """Everything is as it was, byte for byte, but for the manifest and what the audit has got since."""
    for (name, old), (other, new) in zip(before, after, strict=True):
        assert name == other
        if name == "audit.jsonl":
            assert new.startswith(old), "the audit goes on where it ended"
        elif name != "manifest.json":
            assert old == new, name


def contents(path):
    with tarfile.open(path) as archive:
        return sorted((member.name, archive.extractfile(member).read()) for member in archive.getmembers())


def import_copy(scratch, client, folder):
    """A client comes along with their copy, to another practice in another place."""
    copy = os.path.join(folder, "ana.zip")
    done(scratch.here, "export", "client", client, "--to", copy)
    status, said, _, _ = plumbline(scratch.here, "import", "client", copy, service="tom")
    assert status == 64 and "--as NAME" in said, said
    done(scratch.here, "import", "client", copy, "--as", "Tom", service="tom")
    assert plumbline(scratch.here, "import", "client", copy, "--as", "Tom", service="tom")[0] == 6
    again = os.path.join(folder, "copied.zip")
    done(scratch.here, "export", "client", client, "--to", again.replace("zip", "tar"), service="tom")
    whole = pathlib.Path(copy).read_bytes()
    for share in (0, 0.1, 0.5, 0.9):
        pathlib.Path(again).write_bytes(whole[: int(len(whole) * share)])
        status, said, _, _ = plumbline(scratch.there, "import", "client", again, service="mira")
        assert status == 1 and "Nothing was taken over" in said, said


def main(clients):
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(folder)
        try:
            client = grow(scratch.here)
            if clients:
                sizes = ("practices=Stillwater", f"clients={clients}", "intakes=2", "entries=1000")
                words = [word for size in sizes for word in ("-v", size)]
                scratch.sql(scratch.here, *words, "-f", str(ROOT / "Tests/Load/records.sql"))
            archive, again = os.path.join(folder, "practice.tar"), os.path.join(folder, "again.tar")
            out = done(scratch.here, "export", "practice", "--to", archive)
            size = os.stat(archive).st_size / 1e6

            foreign = os.path.join(folder, "foreign.tar")
            done(scratch.here, "export", "practice", "--to", foreign, service="tom")
            assert plumbline(scratch.here, "practice", "admit", archive, service="operator")[0] == 6, "it is here"
            assert plumbline(scratch.there, "practice", "admit", archive)[0] != 0, "Mira is nobody there yet"
            encrypted, (key, other) = encrypt(archive, folder)
            for words in ([], ["--identity", other]):
                assert plumbline(scratch.there, "practice", "admit", encrypted, *words, service="operator")[0] in (
                    1,
                    64,
                )
            done(scratch.there, "practice", "admit", encrypted, "--identity", key, service="operator")

            status, said, _, _ = plumbline(scratch.there, "client", "add", "Too Early")
            assert status == 6 and "still to come" in said, said
            status, said, _, _ = plumbline(scratch.there, "import", "practice", foreign)
            assert status == 6 and "another practice" in said, said
            assert plumbline(scratch.there, "import", "practice", archive, service="jonas")[0] == 4
            attacks = refuse_attacks(scratch, archive, folder) if clients <= 100 else 0

            arrived = done(scratch.there, "import", "practice", archive)
            assert plumbline(scratch.there, "import", "practice", archive)[0] == 6, "once"
            done(scratch.there, "audit", "verify")
            assert scratch.sql(scratch.there, "-c", "select count(*) from clinic.links") == "0", "links are dead"
            done(scratch.there, "export", "practice", "--to", again)
            expect_same(contents(archive), contents(again))
            manifest, records, _ = stranger.read(again)
            assert stranger.chain_holds(manifest, records["audit"])
            import_copy(scratch, client, folder)
            print(
                f"{len(records['clients'])} clients, {sum(map(len, records.values()))} records, {size:.0f} MB: out in "
                f"{out[0]:.1f} s with {out[1]:.0f} MB of memory, in in {arrived[0]:.1f} s with {arrived[1]:.0f} MB; "
                f"0 bytes differ, {attacks} attacks refused"
            )
        finally:
            scratch.stop()


main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
