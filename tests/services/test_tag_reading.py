"""Tags on their way from a process to the window."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services.tag_reading import TagReading
from tests.support.sounds import music, write_sound


@pytest.fixture
def track(tmp_path: Path) -> Track:
    return Track(write_sound(tmp_path / "one.mp3", music(1.0), "mp3", tags={"title": "One"}))


def test_tags_of_every_reading_arrive(qapp: object, qtbot: QtBot, track: Track) -> None:
    reading = TagReading()
    found: list[tuple[Track, Tags]] = []
    reading.tags_read.connect(found.extend)
    gone = Track(track.path.with_name("gone.mp3"))
    reading.read([track, gone])
    reading.read([track])
    qtbot.waitUntil(lambda: len(found) == 3, timeout=30_000)
    reading.close()
    assert [(one, tags.title) for one, tags in found] == [
        (track, "One"),
        (gone, ""),
        (track, "One"),
    ]


def test_the_length_that_a_file_tells_comes_from_the_process(qapp: object, track: Track) -> None:
    reading = TagReading()
    assert reading.length_of(track.path) == pytest.approx(1.0, abs=0.1)
    assert reading.length_of(track.path.with_name("gone.mp3")) is None
    reading.close()
    assert reading.length_of(track.path) is None


def test_what_is_forgotten_does_not_arrive_and_what_is_asked_later_does(
    qapp: object, qtbot: QtBot, track: Track
) -> None:
    reading = TagReading()
    found: list[tuple[Track, Tags]] = []
    reading.tags_read.connect(found.extend)
    reading.read([track] * 1_000)
    reading.forget()
    reading.read([track])
    qtbot.waitUntil(lambda: len(found) > 0, timeout=30_000)
    reading.close()
    assert [tags.title for _, tags in found] == ["One"]


def test_closing_in_the_middle_leaves_no_thread(qapp: object, track: Track) -> None:
    before = set(threading.enumerate())
    reading = TagReading()
    reading.read([track] * 10_000)
    reading.close()
    assert not [one for one in threading.enumerate() if one not in before]
