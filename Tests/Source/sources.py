"""The files of this checkout by language, for the checks that read them instead of running them."""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SUFFIXES = {".swift": "swift", ".sql": "sql", ".py": "python", ".sh": "shell"}


def language(path):
    """swift, sql, python or shell, by the suffix or the first line; None for everything else."""
    if path.suffix:
        return SUFFIXES.get(path.suffix)
    with path.open("rb") as file:
        first = file.readline(100)
    if not first.startswith(b"#!"):
        return None
    return "python" if b"python" in first else "shell"


def files():
    """Paths of everything that is or would be committed, from the root of the checkout."""
    command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    paths = (ROOT / name for name in sorted(set(listed)) if name)
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def code(*languages):
    """Pairs of path and language, of these languages or of all."""
    found = ((path, language(path)) for path in files())
    return [(path, each) for path, each in found if each and (not languages or each in languages)]


def shown(path):
    return path.relative_to(ROOT)
