"""Other threads rest while the window's is at work."""

import sys
import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from genre_desktop.services import right_of_way
from genre_desktop.services.right_of_way import RightOfWay, Way, give_way, giving_way


@pytest.fixture(autouse=True)
def way(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that no window of an earlier test still has, which was deleted before it gave it back."""
    monkeypatch.setattr(right_of_way, "_way", Way())


def resting_thread() -> tuple[threading.Thread, threading.Event]:
    passed = threading.Event()

    def rest() -> None:
        give_way()
        passed.set()

    thread = threading.Thread(target=rest, daemon=True)
    thread.start()
    return thread, passed


def test_a_thread_rests_until_the_windows_work_is_done_and_painted(
    qapp: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(right_of_way, "LONGEST_REST_SECONDS", 600.0)
    owner = QObject()
    RightOfWay(owner).take()
    _, passed = resting_thread()
    assert not passed.wait(0.02)
    qtbot.waitUntil(passed.is_set)


def test_a_thread_rests_until_every_part_of_the_window_is_painted(
    qapp: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(right_of_way, "LONGEST_REST_SECONDS", 600.0)
    owner = QObject()
    first, second = RightOfWay(owner), RightOfWay(owner)
    first.take()
    second.paint(lambda: None)
    _, passed = resting_thread()
    assert not passed.wait(0.02)
    qtbot.waitUntil(passed.is_set)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts a thread's rests")
def test_a_thread_that_computes_rests_a_moment_at_times() -> None:
    import resource

    rests = 0

    def compute() -> None:
        nonlocal rests
        before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
        end = time.thread_time() + 20 * right_of_way.WORK_SECONDS
        while time.thread_time() < end:
            give_way()
        rests = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before

    thread = threading.Thread(target=compute)
    thread.start()
    thread.join(60)
    assert rests >= 10


def test_threads_go_on_where_the_window_waits_for_them(qapp: object) -> None:
    owner = QObject()
    RightOfWay(owner).take()
    thread, passed = resting_thread()
    thread.join(30)
    assert passed.is_set()
    assert list(giving_way([1, 2])) == [1, 2]


def test_a_thread_rests_while_the_window_paints_and_no_longer(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(right_of_way, "LONGEST_REST_SECONDS", 600.0)
    owner = QObject()
    resting: list[threading.Thread] = []

    def paint() -> bool:
        thread, passed = resting_thread()
        resting.append(thread)
        return passed.wait(0.02)

    assert not RightOfWay(owner).paint(paint)
    resting[0].join(30)
    assert not resting[0].is_alive()
