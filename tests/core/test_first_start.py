"""Which of several starts becomes the window, and that nobody waits for ever."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from genre_desktop.core.first_start import STARTING_SECONDS
from genre_desktop.core.second_start import meeting
from tests.acceptance.program import ROOT, need_posix

_STANDS_FIRST = (
    "from genre_desktop.core.first_start import stand_first; "
    "from genre_desktop.core.second_start import meeting; "
    "print(stand_first(meeting()), flush=True); input()"
)
# Says when it waits, which only somebody who looks at its sleep can see.
_STARTS = (
    "import time; real = time.sleep; "
    "time.sleep = lambda seconds: (print('waits', flush=True), real(seconds)); "
    "from genre_desktop.core.first_start import is_taken; print(is_taken([]), flush=True); input()"
)


class Starts:
    """Python processes that are ended with the test."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def run(self, script: str) -> "subprocess.Popen[str]":
        process = self._stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-c", script],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starts]:
    need_posix("a lock that ends with its process")
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with ExitStack() as stack:
        yield Starts(stack)


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_start_waits_for_the_first_and_is_the_window_where_that_one_dies(starts: Starts) -> None:
    first = starts.run(_STANDS_FIRST)
    assert said(first) == "True"
    second = starts.run(_STARTS)
    assert said(second) == "waits"
    first.kill()
    first.wait()
    while (answer := said(second)) == "waits":
        pass
    assert answer == "False"
    assert said(starts.run(_STANDS_FIRST)) == "False"  # the second is the first now


def test_a_first_that_does_not_listen_in_time_is_not_waited_for(starts: Starts) -> None:
    first = starts.run(_STANDS_FIRST)
    assert said(first) == "True"
    place = meeting()
    assert place is not None
    long_ago = Path(place.address + ".first").stat().st_mtime - 2 * STARTING_SECONDS
    os.utime(place.address + ".first", (long_ago, long_ago))
    assert said(starts.run(_STARTS)) == "False"
