"""The files of this checkout by language, for the checks that read code instead of running it."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)\n]*\))?\s+|(?:public|package|internal|fileprivate|private)\s+)*"
    r"import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)",
    re.M,
)
SUFFIXES = {".swift": "swift", ".sql": "sql", ".py": "python", ".sh": "shell"}


def language(path):
    """swift, sql, python or shell, by the suffix or the first line; None for everything else."""
    if path.suffix:
        return SUFFIXES.get(path.suffix)
    with path.open("rb") as file:
        first = file.readline(100)
    if not first.startswith(b"#!") or b"make" in first:
        return None
    return "python" if b"python" in first else "shell"


def files():
    """Paths of all files that are committed or would be, from the root of the checkout."""
    command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    paths = (ROOT / name for name in sorted(set(listed)) if name)
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def code(*languages):
    """Pairs of path and language, for these languages or for all."""
    found = ((path, language(path)) for path in files())
    return [(path, each) for path, each in found if each and (not languages or each in languages)]


def shown(path):
    return path.relative_to(ROOT)


def drawn(document, name):
    """The fenced block of a document that starts with ```name. A line `A -> B, C` is returned as A -> {B, C}."""
    block = re.search(rf"^```{re.escape(name)}\n(.*?)^```", document.read_text(encoding="utf-8"), re.M | re.S)
    if not block:
        sys.exit(f"{document} has no block of {name}")
    lines = (line.partition("->") for line in block[1].splitlines() if line.strip())
    return {left.strip(): set(right.replace(",", " ").split()) for left, _, right in lines}


def imports(path):
    """The modules that a Swift file imports, whole or in part, in the order of its text."""
    return list(dict.fromkeys(IMPORT.findall(path.read_text(encoding="utf-8"))))
