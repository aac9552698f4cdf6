"""What nobody caught."""

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.services.last_resort import LastResort


@pytest.fixture
def last_resort(qapp: object) -> Iterator[LastResort]:
    hooks = sys.excepthook, threading.excepthook
    resort = LastResort()
    resort.install()
    yield resort
    sys.excepthook, threading.excepthook = hooks


def fail() -> None:
    raise LookupError("lost")


def test_a_fault_of_a_thread_is_reported_with_versions(
    last_resort: LastResort, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(last_resort.crashed) as crashed:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert crashed.args is not None
    assert "Genre Desktop" in crashed.args[0]
    assert "LookupError: lost" in crashed.args[0]


def test_the_same_fault_is_reported_once(last_resort: LastResort, qtbot: QtBot) -> None:
    reports: list[str] = []
    last_resort.crashed.connect(reports.append)
    error = LookupError("again")
    for _ in range(3):
        sys.excepthook(LookupError, error, None)
    sys.excepthook(ValueError, ValueError("other"), None)
    qtbot.waitUntil(lambda: len(reports) == 2)


def test_a_fault_whose_words_change_is_reported_once(last_resort: LastResort, qtbot: QtBot) -> None:
    reports: list[str] = []
    last_resort.crashed.connect(reports.append)
    for number in range(20):
        try:
            raise LookupError(f"row {number}")
        except LookupError as error:
            sys.excepthook(LookupError, error, error.__traceback__)
    sys.excepthook(ValueError, ValueError("other"), None)
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert "row 0" in reports[0]
