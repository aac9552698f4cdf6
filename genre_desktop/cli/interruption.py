"""Ctrl-C and requests to end: the first stops the work, no further one disturbs what follows."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

_SIGNALS: tuple[signal.Signals, ...] = (signal.SIGINT, signal.SIGTERM)
if sys.platform != "win32":
    _SIGNALS += (signal.SIGHUP,)  # the terminal was closed
_heeded: set[signal.Signals] = set()
_holds: list[threading.Event | None] = [None]  # the last is set instead of raising, if it is one


def interrupt_once() -> None:
    """From now on the first Ctrl-C, or request to end as at log-out, raises KeyboardInterrupt.

    So does a terminal that is closed.
    A signal that the program was started to ignore, as in the background of a script, stays so.
    """
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            _heeded.add(number)
    heed_interruptions()


def heed_interruptions() -> None:
    """After `ignore_interruptions`: from now on the next one counts again."""
    for number in _heeded:
        signal.signal(number, _interrupt)


@contextmanager
def interruption_held() -> Iterator[threading.Event]:
    """Within, an interruption raises nothing but sets the event, so that no step is cut in two."""
    held = threading.Event()
    _holds.append(held)
    try:
        yield held
    finally:
        _holds.pop()


@contextmanager
def interruption_let_through() -> Iterator[None]:
    """Within `interruption_held`: for what may take long and loses nothing when cut short."""
    held = _holds[-1]
    _holds.append(None)
    try:
        if held is not None and held.is_set():
            raise KeyboardInterrupt
        yield
    finally:
        _holds.pop()


def drawn(items: Iterator[T]) -> Iterator[T]:
    """The items, each drawn with interruptions let through: looking for one may take long."""
    while True:
        with interruption_let_through():
            try:
                item = next(items)
            except StopIteration:
                return
        yield item


def ignore_interruptions() -> None:
    """From now on nothing interrupts: what is done is being written."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    ignore_interruptions()  # an impatient second Ctrl-C must not cost what the first one keeps
    held = _holds[-1]
    if held is None:
        raise KeyboardInterrupt
    held.set()
