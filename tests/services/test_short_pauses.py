"""Garbage is looked for when the window has time for it, and in the window's thread alone."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.services.short_pauses import (
    YOUNG_OBJECTS,
    _collector,
    keep_pauses_short,
    look_for_garbage,
)


class Knot:
    """Nobody but itself holds it."""

    def __init__(self, freed_in: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed_in.append(threading.current_thread().name))


@pytest.fixture
def kept_short(qapp: QApplication) -> Iterator[None]:
    was_enabled, interval = gc.isenabled(), sys.getswitchinterval()
    keep_pauses_short()
    yield
    collector = _collector()
    assert collector is not None
    collector.pause()
    collector.setParent(None)
    sys.setswitchinterval(interval)
    gc.unfreeze()
    if was_enabled:
        gc.enable()


@pytest.mark.usefixtures("kept_short")
def test_what_another_thread_leaves_behind_is_freed_by_the_windows(qtbot: QtBot) -> None:
    freed_in: list[str] = []

    def leave_behind() -> None:
        for _ in range(2 * YOUNG_OBJECTS):
            Knot(freed_in)

    thread = threading.Thread(target=leave_behind, name="another")
    thread.start()
    thread.join()
    assert freed_in == []
    qtbot.waitUntil(lambda: len(freed_in) == 2 * YOUNG_OBJECTS)
    assert set(freed_in) == {threading.current_thread().name}


@pytest.mark.usefixtures("kept_short")
def test_a_batch_is_spared_the_collector_and_its_rows_are_never_looked_through(
    qtbot: QtBot,
) -> None:
    look_for_garbage(wanted=False)
    freed_in: list[str] = []
    for _ in range(2 * YOUNG_OBJECTS):
        Knot(freed_in)
    qtbot.wait(500)
    assert freed_in == []
    before = gc.get_freeze_count()
    look_for_garbage(wanted=True)
    assert gc.get_freeze_count() > before


@pytest.mark.usefixtures("qapp")
def test_without_a_window_on_the_screen_the_collector_is_left_alone() -> None:
    was_enabled, before = gc.isenabled(), gc.get_freeze_count()
    look_for_garbage(wanted=False)
    look_for_garbage(wanted=True)
    assert (gc.isenabled(), gc.get_freeze_count()) == (was_enabled, before)
