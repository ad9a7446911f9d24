"""The library that shows programs another time."""

import pathlib
import subprocess

FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


def preloaded(folder):
    """What LD_PRELOAD names, with a part that is built into the folder, which everybody can read."""
    timers = pathlib.Path(folder) / "real_timers.so"
    source = pathlib.Path(__file__).with_name("real_timers.c")
    subprocess.run(["clang", "-shared", "-fPIC", "-o", timers, source], check=True)
    timers.chmod(0o755)
    return f"{timers}:{FAKETIME}"
