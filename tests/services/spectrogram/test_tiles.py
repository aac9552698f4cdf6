"""A track in tiles: which ones a view needs, and what comes of asking for them."""

import itertools
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.spectrogram_saving import save_part_numbers
from genre_desktop.core.spectrum_part import Part, part_spectrum, track_extent
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.services.spectrogram.measuring import Measuring, Wish
from genre_desktop.services.spectrogram.tiles import (
    COLUMNS,
    Tile,
    Tiles,
    level_for,
    tiles_between,
)
from tests.support.sounds import music, write_flac

LOOK = Look(Channel.BOTH, Window.HANN, 1_024)
PATIENCE = 30_000  # ms: a process has to start


@pytest.fixture
def track(tmp_path: Path) -> Track:
    return Track(write_flac(tmp_path / "a.flac", music(3.0)))


@pytest.fixture
def tiles(qtbot: QtBot) -> Iterator[Tiles]:
    there = Tiles()
    yield there
    there.close()


@pytest.mark.parametrize("seconds_per_pixel", [1e-5, 0.004, 0.0123, 1.0, 40.0])
def test_a_pixel_gets_a_column_of_its_own_and_not_many_more(seconds_per_pixel: float) -> None:
    column = Tile(level_for(seconds_per_pixel), 0).seconds / COLUMNS
    assert seconds_per_pixel / 2 < column <= seconds_per_pixel


@pytest.mark.parametrize("level", [-6, 0, 5])
def test_tiles_cover_a_view_without_gaps(level: int) -> None:
    tiles = tiles_between(level, 100.3, 700.9)
    assert tiles[0].first_seconds <= 100.3
    assert tiles[-1].first_seconds + tiles[-1].seconds >= 700.9
    for one, following in itertools.pairwise(tiles):
        assert following.first_seconds == one.first_seconds + one.seconds
    assert tiles[0].first_seconds + tiles[0].seconds > 100.3
    assert tiles[-1].first_seconds < 700.9


def test_nothing_lies_before_the_track() -> None:
    assert tiles_between(0, -5.0, 2.0) == [Tile(0, 0), Tile(0, 1)]


def test_tiles_come_with_what_their_times_hold(tiles: Tiles, track: Track, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tiles.extent_found, timeout=PATIENCE) as extent:
        tiles.look_at(track, LOOK)
    assert extent.args is not None
    assert extent.args[0].seconds == pytest.approx(3.0, abs=0.01)
    wanted = tiles_between(0, 0.5, 2.5)
    tiles.want(wanted, [Tile(1, 0)])
    qtbot.waitUntil(lambda: tiles.spectrum(Tile(1, 0)) is not None, timeout=PATIENCE)
    for tile in wanted:
        found = tiles.spectrum(tile)
        assert found is not None
        direct = part_spectrum(track.path, None, LOOK, tile.part)
        np.testing.assert_array_equal(found.levels, direct.levels)


def test_what_is_on_show_comes_before_what_lies_beside_it(
    tiles: Tiles, track: Track, qtbot: QtBot
) -> None:
    order: list[object] = []
    tiles.measured.connect(order.append)
    tiles.look_at(track, LOOK)
    tiles.want([Tile(2, 4), Tile(2, 5)], [Tile(2, 3), Tile(2, 6)])
    qtbot.waitUntil(lambda: len(order) == 4, timeout=PATIENCE)
    assert set(order[:2]) == {Tile(2, 4), Tile(2, 5)}


def test_nobody_hears_of_tiles_of_another_look(tiles: Tiles, track: Track, qtbot: QtBot) -> None:
    tiles.look_at(track, LOOK)
    tiles.want([Tile(0, 0)], [])
    tiles.look_at(track, Look(Channel.LEFT, Window.HANN, 2_048))
    tiles.want([Tile(0, 1)], [])
    with qtbot.waitSignal(tiles.measured, timeout=PATIENCE) as first:
        pass
    assert first.args == [Tile(0, 1)]
    found = tiles.spectrum(Tile(0, 1))
    assert found is not None
    assert found.levels.shape == (COLUMNS, 1_025)
    assert tiles.spectrum(Tile(0, 0)) is None


def test_work_on_show_is_told_until_it_is_done(tiles: Tiles, track: Track, qtbot: QtBot) -> None:
    told: list[bool] = []
    tiles.busy_changed.connect(told.append)
    tiles.look_at(track, LOOK)
    tiles.want([Tile(0, 0), Tile(0, 1)], [])
    qtbot.waitUntil(lambda: told[-1:] == [False], timeout=PATIENCE)
    assert told == [True, False]


def test_a_track_that_cannot_be_decoded_is_told_once(
    tiles: Tiles, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF")
    sentences: list[str] = []
    tiles.failed.connect(sentences.append)
    tiles.look_at(Track(path), LOOK)
    tiles.want([Tile(0, 0), Tile(0, 1)], [])
    qtbot.waitUntil(lambda: bool(sentences), timeout=PATIENCE)
    tiles.want([Tile(0, 2)], [])
    qtbot.wait(200)
    assert len(sentences) == 1
    assert "a.wav" in sentences[0]


def test_what_measures_a_long_part_ends_where_nobody_waits_for_it(
    tiles: Tiles, track: Track, qtbot: QtBot
) -> None:
    tiles.look_at(track, LOOK)
    tiles.want([Tile(0, 0)], [])
    qtbot.waitUntil(lambda: tiles.spectrum(Tile(0, 0)) is not None, timeout=PATIENCE)
    short = tiles.process_ids()
    tiles.want([Tile(-8, 0)], [])
    qtbot.waitUntil(lambda: len(tiles.process_ids()) == 2, timeout=PATIENCE)
    tiles.want([], [])
    assert tiles.process_ids() == short
    tiles.want([Tile(-8, 0)], [])
    qtbot.waitUntil(lambda: tiles.spectrum(Tile(-8, 0)) is not None, timeout=PATIENCE)


def test_what_measured_a_long_part_ends_in_rest(track: Track, qtbot: QtBot) -> None:
    measuring = Measuring(rest_milliseconds=1)
    answers: list[object] = []
    wish = Wish("a", track_extent, (track.path, None), answers.append, answers.append)
    measuring.ask(wish)
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not measuring.process_ids(), timeout=PATIENCE)
    measuring.ask(replace(wish))
    qtbot.waitUntil(lambda: answers == answers[:1] * 2, timeout=PATIENCE)
    measuring.close()


def test_what_writes_a_file_is_not_ended_by_the_rest_after_another(
    tmp_path: Path, qtbot: QtBot
) -> None:
    measuring = Measuring(rest_milliseconds=100)
    answers: list[object] = []
    noted = tmp_path / "noted"
    first = Wish("a", _note_slowly, (noted, 0.0), answers.append, answers.append)
    measuring.ask(first)
    measuring.ask(replace(first, arguments=(noted, 0.5), writes=True))
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=PATIENCE)
    measuring.close()
    assert noted.read_text(encoding="utf-8") == "begun\nbegun\n"


def test_what_writes_a_file_is_finished_at_the_end(track: Track, tmp_path: Path) -> None:
    measuring = Measuring(rest_milliseconds=1_000)
    target = tmp_path / "out" / "levels.csv"
    target.parent.mkdir()
    part = Part(0.0, 3.0, COLUMNS)
    wish = Wish("a", track_extent, (track.path, None), print, print)
    measuring.ask(wish)
    arguments = (target, track, LOOK, part)
    measuring.ask(replace(wish, work=save_part_numbers, arguments=arguments, writes=True))
    measuring.close()
    assert list(target.parent.iterdir()) == [target]
    assert not measuring.process_ids()


def _note_slowly(file: Path, seconds: float) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write("begun\n")
    threading.Event().wait(seconds)
