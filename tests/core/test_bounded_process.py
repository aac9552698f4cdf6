"""A process that does not end holds up no program that does."""

import multiprocessing
import signal
import subprocess
import sys
from multiprocessing.connection import Connection

import pytest

from genre_desktop.core.bounded_process import BoundedProcess

PATIENCE_SECONDS = 120.0  # processes have to start
PROGRAM = "from tests.core.test_bounded_process import begin_and_end; begin_and_end()"


def hold_out(connection: Connection) -> None:
    """Stands in for what cannot be ended: goes only once the program has gone."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.send("began")
    program = multiprocessing.parent_process()
    assert program is not None
    program.join()
    print("outlived the program")


def begin_and_end() -> None:
    """The program."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    BoundedProcess(target=hold_out, args=(theirs,), daemon=True).start()
    ours.recv()


@pytest.mark.skipif(sys.platform == "win32", reason="missing: a process that can refuse to end")
def test_the_program_ends_before_a_process_that_does_not() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=True,
        text=True,
    )
    assert told.stdout == "outlived the program\n"
