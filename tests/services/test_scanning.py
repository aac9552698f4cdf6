"""Scanning in the window's background."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.services.scanning import Scanning


@pytest.fixture
def scanning(qapp: object) -> Iterator[Scanning]:
    scanning = Scanning()
    yield scanning
    scanning.close()


def test_a_container_is_looked_into_by_a_process_that_ends_with_the_walk(
    scanning: Scanning, qtbot: QtBot, tmp_path: Path
) -> None:
    video = tmp_path / "video.mkv"
    video.write_bytes(b"no video")
    found: list[Track] = []
    scanning.found.connect(lambda _, tracks: found.extend(tracks))
    running = [scanning.is_running]
    with qtbot.waitSignal(scanning.finished, timeout=60_000):
        scanning.scan([video])
        running.append(scanning.is_running)
    running.append(scanning.is_running)
    assert running == [False, True, False]
    scanning.close()
    assert found == [Track(video)]
    assert multiprocessing.active_children() == []


def test_a_walk_that_is_given_up_hands_nothing_out_and_the_next_does(
    scanning: Scanning, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.mkv", "b.mp3"):
        (tmp_path / name).write_bytes(b"no sound")
    found: list[tuple[int, tuple[Track, ...]]] = []
    scanning.found.connect(lambda request, tracks: found.append((request, tracks)))
    given_up = scanning.scan([tmp_path / "a.mkv"])
    with qtbot.waitSignal(scanning.finished) as finished:
        scanning.cancel()
    assert finished.args == [given_up]
    with qtbot.waitSignal(scanning.finished, timeout=60_000):
        wanted = scanning.scan([tmp_path / "b.mp3"])
    assert found == [(wanted, (Track(tmp_path / "b.mp3"),))]
