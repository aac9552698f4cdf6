"""Ctrl-C reaches the process that the user sees, and none that it starts."""

import os
import signal
from multiprocessing import get_context

from genre_desktop.core.interrupts import interrupts_held_back
from tests.acceptance.program import need_posix


def _interrupt_oneself() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_a_process_is_not_interrupted_from_its_very_beginning() -> None:
    need_posix("signals that one process sends another")
    process = get_context("spawn").Process(target=_interrupt_oneself)
    with interrupts_held_back():
        process.start()
    process.join(60)
    assert process.exitcode == 0
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
