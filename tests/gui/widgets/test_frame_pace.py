"""When the player's views look again."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from genre_desktop.ui.player.frame_pace import FramePace


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    return QObject()


def looks(pace: FramePace) -> list[None]:
    """One entry for each look."""
    noted: list[None] = []
    pace.due.connect(lambda: noted.append(None))
    return noted


def test_a_frame_that_comes_soon_before_is_waited_for_no_longer(parent: QObject) -> None:
    pace = FramePace(20, parent)
    noted = looks(pace)
    pace.start()
    pace.frame()
    assert len(noted) == 1


def test_not_every_frame_is_looked_at(parent: QObject) -> None:
    pace = FramePace(60_000, parent)
    noted = looks(pace)
    pace.start()
    pace.frame()
    assert not noted


def test_without_frames_it_looks_by_itself(parent: QObject, qtbot: QtBot) -> None:
    pace = FramePace(1, parent)
    with qtbot.waitSignals([pace.due, pace.due]):
        pace.start()


def test_who_has_stopped_is_not_woken_by_frames(parent: QObject) -> None:
    pace = FramePace(20, parent)
    noted = looks(pace)
    pace.start()
    pace.stop()
    pace.frame()
    assert not noted
