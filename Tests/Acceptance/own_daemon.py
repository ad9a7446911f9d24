"""Starting a separate plumblined for a test, on the database of a scratch instance, wherever the checkout lies.

The database identifies the daemon by the user it runs as. Under root that is `postgres`, who may not be able to read
root's checkout or toolchain, so `deploy/scratch` has made a copy of the program and its libraries.
"""

import os
import pathlib

AS_POSTGRES = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]


def command(*arguments):
    """The command line that starts this program, plumblined by default, as the user whom the database knows."""
    words = arguments or (program(),)
    return [*AS_POSTGRES, *words] if os.geteuid() == 0 else [*words]


def program():
    lent = pathlib.Path(os.environ["SCRATCH_DIR"]) / "bin/plumblined"
    return lent if lent.exists() else pathlib.Path(os.environ["PLUMBLINE_BIN"]) / "plumblined"


def share():
    """The data files that the program reads: those of the copy, or the checkout's."""
    lent = pathlib.Path(os.environ["SCRATCH_DIR"]) / "share/plumbline"
    return lent if lent.exists() else pathlib.Path(__file__).resolve().parents[2] / "sql"


def environment(**settings):
    """The environment of this process with these settings. Empty ones are removed, because libpq takes an empty
    PGSERVICE for the name of a service.
    """
    lent = pathlib.Path(os.environ["SCRATCH_DIR"]) / "lib"
    libraries = {"LD_LIBRARY_PATH": str(lent)} if lent.exists() else {}
    wanted = os.environ | libraries | {"PGSERVICE": "door", "PLUMBLINE_SHARE": str(share())} | settings
    return {name: value for name, value in wanted.items() if value}
