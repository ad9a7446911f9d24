"""File systems that say only at the end that there was no room, such as network drives: that is an error too."""

import os
import subprocess

import pytest
from conftest import PROGRAM

# Fails to close what lies in the folder FULL_AT_CLOSE.
SHIM = r"""
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int close(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  const char *folder = getenv("FULL_AT_CLOSE");
  int result = syscall(SYS_close, descriptor);
  if (length <= 0 || !folder || strncmp(path, folder, strlen(folder))) return result;
  errno = ENOSPC;
  return -1;
}
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shim")
    (folder / "close.c").write_text(SHIM)
    library = folder / "close.so"
    subprocess.run(["clang", "-shared", "-fPIC", "-o", library, folder / "close.c"], check=True)
    return str(library)


WRITING = ["client list --csv", "client list --json", "form show", "form print --text"]


@pytest.mark.parametrize(
    ("command", "is_printed"), [(command, way) for command in WRITING for way in (True, False)] + [("help", True)]
)
def test_no_room_at_the_last_moment_is_an_error(command, is_printed, shim, people, tmp_path):
    target = tmp_path / "written"
    words = [PROGRAM, *command.split()]
    if command != "help":
        words += ["--service", "mira"]
    if not is_printed:
        words += ["-o", str(target)]
    with open(target if is_printed else os.devnull, "wb") as output:
        told = subprocess.run(
            words,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"LD_PRELOAD": shim, "FULL_AT_CLOSE": str(tmp_path)},
        )
    assert told.returncode == 1 and "No space left on device" in told.stderr, told.stderr
    assert is_printed or not target.exists(), "what could not be written whole is not left there"
