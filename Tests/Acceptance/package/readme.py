"""What deploy/README.md says, word for word."""

import pathlib
import re

TEXT = (pathlib.Path(__file__).resolve().parents[3] / "deploy/README.md").read_text()


def steps():
    """The numbered list that leads to the first intake."""
    [section] = re.findall(r"^## From a bare machine to the first intake$(.*?)^## ", TEXT, re.MULTILINE | re.DOTALL)
    return re.findall(r"^(\d+)\. ", section, re.MULTILINE)


def commands(after):
    """The first block of commands after these words."""
    return TEXT.split(after, 1)[1].split("```\n", 2)[1]
