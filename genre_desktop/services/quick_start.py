"""Takes away what holds up the start."""

import builtins
import gc

import PySide6.QtCore  # noqa: F401 - puts its own function in the place of the interpreter's


def start_quickly() -> None:
    """Import as the interpreter does, and look for no garbage before the window is painted.

    For the sake of `from __feature__ import`, which nothing here uses, PySide6 reads and splits the
    source of each module that is imported: a tenth of our start, and half a second of a window's
    life wherever a thread imports something large. `keep_pauses_short` has it looked for again.
    """
    gc.disable()
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
