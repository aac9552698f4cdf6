"""Ctrl-C and requests to end: the first stops the work, no further one disturbs what follows."""

import signal
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def interrupt_once() -> None:
    """From now on the first Ctrl-C, or request to end as at log-out, raises KeyboardInterrupt.

    A signal that the program was started to ignore, as in the background of a script, stays so.
    """
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def ignore_interruptions() -> None:
    """From now on nothing interrupts: what is done is being written."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    ignore_interruptions()  # an impatient second Ctrl-C must not cost what the first one keeps
    raise KeyboardInterrupt
