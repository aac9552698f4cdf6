"""Keeps the interpreter from holding up the window."""

import gc
import sys
from threading import Event

YOUNG_OBJECTS = 1_000
YOUNG_ROUNDS = 3  # a look at 20,000 objects took 25 ms
OLD_ROUNDS = 100_000  # as good as never
SWITCH_SECONDS = 0.001

_is_kept_short = Event()


def keep_pauses_short() -> None:
    """Tune the interpreter for a window, once it stands.

    With 20,000 rows in the list a collection of all objects takes 50 to 120 ms (measured), and
    nearly nothing of ours is cyclic garbage: only young objects are looked through from now on.
    A thread that computes gives way to the window after a millisecond instead of five.
    """
    _is_kept_short.set()
    look_for_garbage(wanted=True)
    gc.set_threshold(YOUNG_OBJECTS, YOUNG_ROUNDS, OLD_ROUNDS)
    sys.setswitchinterval(SWITCH_SECONDS)


def look_for_garbage(*, wanted: bool) -> None:
    """Look for garbage among what is made from now on, or let it be while thousands of rows change.

    Even a look at young objects goes through each list of 20,000 rows that is new, for 10 to 25 ms.
    """
    if not _is_kept_short.is_set():
        return
    if wanted:
        gc.freeze()  # what stands now stays
        gc.enable()
    else:
        gc.disable()
