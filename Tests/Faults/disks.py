"""File systems that can be filled, or copied in the state in which a power cut would leave them; a server's
processes.
"""

import contextlib
import os
import shutil
import subprocess
import time


class Disk:
    """A file system in a file."""

    def __init__(self, folder, name):
        self.file, self.mount = folder / f"{name}.image", folder / name

    def make(self, size="2G"):
        self.mount.mkdir()
        subprocess.run(["truncate", f"--size={size}", self.file], check=True)
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", "-E", "nodiscard,lazy_itable_init=0", self.file], check=True)
        self.attach()
        shutil.chown(self.mount, "postgres")

    def attach(self):
        self.mount.mkdir(exist_ok=True)
        subprocess.run(["mount", "-o", "loop,commit=300", self.file, self.mount], check=True)

    def detach(self):
        # A server that has ended may keep a file open for a moment.
        deadline = time.monotonic() + 20
        while subprocess.run(["umount", self.mount], check=False).returncode != 0:
            assert time.monotonic() < deadline, f"{self.mount} stays busy"
            time.sleep(0.1)

    def remove(self):
        # A killed process may keep a file open for a moment.
        subprocess.run(["umount", "--lazy", self.mount], check=True)
        self.file.unlink()
        self.mount.rmdir()

    def fill(self):
        """Fills the disk to the last byte."""
        with self.mount.joinpath("filler").open("wb", buffering=0) as filler:
            for size in (1 << 20, 1 << 12):
                with contextlib.suppress(OSError):
                    while filler.write(bytes(size)) == size:
                        pass
            os.fsync(filler.fileno())

    def empty(self):
        self.mount.joinpath("filler").unlink()

    def copy_as(self, other):
        subprocess.run(["cp", "--sparse=always", self.file, other.file], check=True)


def processes(data):
    """The process ids of the server and all its children."""
    server = data.joinpath("postmaster.pid").read_text().split()[0]
    children = subprocess.run(["pgrep", "-P", server], stdout=subprocess.PIPE, text=True).stdout.split()
    return [int(pid) for pid in (server, *children)]


def signal_all(pids, number):
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
