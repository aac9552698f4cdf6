"""Work in the window's thread: one piece in each turn of its event loop."""

from collections.abc import Iterator
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from genre_desktop.services.turns import Turns
from genre_desktop.ui.steps import PAUSE_MS, Steps


def test_nothing_begins_before_the_rest_is_over() -> None:
    Turns.end(3_600.0)
    assert Turns.wait_ms() > 3_000_000
    Turns.end(0.0)
    assert Turns.wait_ms() == 0


def test_two_works_never_take_a_step_in_the_same_turn(qapp: object, qtbot: QtBot) -> None:
    owner = QObject()
    turns = [0]
    beat = QTimer(owner, interval=0)
    beat.timeout.connect(lambda: turns.append(turns[-1] + 1))
    taken: list[tuple[int, float]] = []

    def work() -> Iterator[None]:
        for _ in range(20):
            taken.append((turns[-1], perf_counter()))
            yield

    works = [Steps(owner, at_once=0) for _ in range(3)]
    beat.start()
    for one in works:
        one.begin(work(), rows=1)
    qtbot.waitUntil(lambda: not any(one.is_busy for one in works))
    beat.stop()
    assert len(taken) == 60
    for (turn, at), (next_turn, next_at) in pairwise(taken):
        # A busy machine may take the processor away within a turn, for longer than they rest.
        assert next_turn > turn or next_at - at > PAUSE_MS / 2e3
