"""Folders are watched in a thread that rests while the window is at work."""

import os
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.services import right_of_way
from genre_desktop.services.right_of_way import Way
from genre_desktop.services.settings import Settings
from genre_desktop.services.watching import Watching
from tests.support.sounds import music, write_flac

OLD = (1_600_000_000, 1_600_000_000)


def watching_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "watching"]


def test_what_was_found_when_watching_ended_is_not_handed_out(
    qapp: object, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = Way()
    way.take(1)
    monkeypatch.setattr(right_of_way, "_way", way)
    monkeypatch.setattr(right_of_way, "LONGEST_REST_SECONDS", 600.0)
    (tmp_path / "music").mkdir()
    os.utime(write_flac(tmp_path / "music" / "old.flac", music(1.0)), OLD)
    settings = Settings(tmp_path / "settings.ini")
    settings.watched = (tmp_path / "music",)
    watching = Watching(settings)
    found: list[tuple[Track, ...]] = []
    watching.present.arrived.connect(found.append)
    watching.begin()
    qtbot.waitUntil(lambda: way._resting > 0)
    settings.watched = ()
    way.give_back(1)
    qtbot.waitUntil(lambda: not watching_threads())
    watching.present.flush()
    assert found == []
    watching.close()


def test_folders_are_watched_by_other_patterns_once_these_are_typed(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "music").mkdir()
    os.utime(write_flac(tmp_path / "music" / "old.flac", music(1.0)), OLD)
    settings = Settings(tmp_path / "settings.ini")
    settings.exclude = ("*.flac",)
    settings.watched = (tmp_path / "music",)
    watching = Watching(settings)
    found: list[str] = []
    watching.present.arrived.connect(lambda batch: found.extend(one.path.name for one in batch))
    try:
        watching.begin()
        before = watching_threads()
        for typed in ("*.fla", "*.fl", "*.f"):
            settings.exclude = (typed,)
        assert watching_threads() == before
        qtbot.waitUntil(lambda: found == ["old.flac"])
    finally:
        watching.close()


def test_what_was_left_out_or_not_watched_for_a_while_is_handed_out_again(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    folder, other = tmp_path / "music", tmp_path / "other"
    for made in (folder, other):
        made.mkdir()
        os.utime(write_flac(made / f"{made.name}.flac", music(1.0)), OLD)
    settings = Settings(tmp_path / "settings.ini")
    watching = Watching(settings)
    found: list[str] = []
    watching.present.arrived.connect(lambda batch: found.extend(one.path.name for one in batch))
    try:
        watching.begin()
        settings.watched = (folder,)
        qtbot.waitUntil(lambda: found == ["music.flac"])
        settings.watched = (folder, other)
        qtbot.waitUntil(lambda: found == ["music.flac", "other.flac"])
        settings.exclude = ("music*",)
        qtbot.waitUntil(lambda: {one.path.name for one in watching._handed} == {"other.flac"})
        settings.exclude = ()
        qtbot.waitUntil(lambda: found == ["music.flac", "other.flac", "music.flac"])
        settings.watched = ()
        settings.watched = (other,)
        qtbot.waitUntil(lambda: found[3:] == ["other.flac"])
    finally:
        watching.close()
