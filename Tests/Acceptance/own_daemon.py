"""How to start a plumblined of a test's own on the database of a scratch instance, wherever the checkout lies.

The database knows the daemon by the user who calls: for root that is `postgres`, who may not be able to read root's
checkout or toolchain; `deploy/scratch` has left a copy of the program and its libraries for them.
"""

import os
import pathlib

AS_POSTGRES = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]


def command(*arguments):
    """The words that start this program, plumblined by default, as the user the database knows."""
    words = arguments or (program(),)
    return [*AS_POSTGRES, *words] if os.geteuid() == 0 else [*words]


def program():
    lent = pathlib.Path(os.environ["SCRATCH_DIR"]) / "bin/plumblined"
    return lent if lent.exists() else pathlib.Path(os.environ["PLUMBLINE_BIN"]) / "plumblined"


def share():
    """The data files that the program reads: the copy that was lent, or the checkout's."""
    lent = pathlib.Path(os.environ["SCRATCH_DIR"]) / "share/plumbline"
    return lent if lent.exists() else pathlib.Path(__file__).resolve().parents[2] / "sql"


def environment(**settings):
    """The environment of this process with these settings; an empty one is taken away."""
    lent = pathlib.Path(os.environ["SCRATCH_DIR"]) / "lib"
    libraries = {"LD_LIBRARY_PATH": str(lent)} if lent.exists() else {}
    wanted = os.environ | libraries | {"PGSERVICE": "door", "PLUMBLINE_SHARE": str(share())} | settings
    return {name: value for name, value in wanted.items() if value}
