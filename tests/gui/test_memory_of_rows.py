"""A long list takes little memory: what is only looked at row by row stays in the library."""

import json
import threading
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.holding import Holding
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.track import Outcome, Track
from genre_desktop.inference.package_files import read_files
from genre_desktop.inference.verdict import Timeline, Verdict
from genre_desktop.services.exporting import Form
from genre_desktop.services.process_listener import ProcessListener
from genre_desktop.ui.review.review_dialog import ReviewDialog
from genre_desktop.ui.track_table_model import TrackTableModel
from tests.core.answers import answered
from tests.gui.conftest import Desktops, is_heard
from tests.support.packages import GTZAN, mel_package, tone_for
from tests.support.sounds import write_wav

ROWS = 2_000
BYTES_A_ROW = 3_500  # of tracks with tags that differ; 82 pieces of ten genres take 1,640
PIECES = 82  # of a track of four minutes
MODEL = "tiny-mel"
PATIENCE = 60_000  # ms: processes have to start


def heard(track: Track, model: Path, number: int) -> Outcome:
    """An answer of an ordinary size, and an unsure one."""
    shares = np.full(len(GTZAN), 0.07, np.float32)
    shares[number % len(GTZAN)] = 0.37
    pieces = np.tile(shares.astype(np.float16), (PIECES, 1))
    timeline = Timeline(2.9257, pieces, np.ones(PIECES, np.bool_))
    outcome = answered(track.path, f"{number:040x}", model_digest=read_files(model).digest)
    assert outcome.verdict is not None
    verdict = replace(
        outcome.verdict,
        model=MODEL,
        labels=GTZAN,
        probabilities=shares,
        unsure=True,
        timeline=timeline,
        embedding=np.zeros(512, np.float16),
    )
    return outcome._replace(track=track, verdict=verdict)


def touched(folder: Path) -> list[Track]:
    """Empty files, a hundred in a folder."""
    tracks = []
    for number in range(ROWS):
        album = folder / f"Artist {number // 1_000}" / f"Album {number // 100}"
        album.mkdir(parents=True, exist_ok=True)
        tracks.append(Track(album / f"{number:05} Title.mp3"))
        tracks[-1].path.touch()
    return tracks


def fill(data: Path, tracks: list[Track], model: Path) -> None:
    """A library that knows tracks; of the last one it has no timeline."""
    with Library.open(data / LIBRARY_NAME) as library:
        for number, track in enumerate(tracks):
            outcome = heard(track, model, number)
            if track is tracks[-1] and outcome.verdict is not None:
                outcome = outcome._replace(verdict=replace(outcome.verdict, timeline=None))
            library.store(outcome, stamp_of(track.path))


def known(data: Path, model: Path, tracks: list[Track]) -> Iterator[Outcome]:
    """What the listening of the window says of tracks that the library knows."""
    listener = ProcessListener(data, 1, print, print, lambda _: None)
    yield from listener.classify(
        tracks,
        model,
        again=False,
        quick=False,
        cancelled=threading.Event(),
        holding=Holding(print),
    )
    listener.stop()
    listener.close()


def test_a_known_row_takes_little_memory(qapp: object, tmp_path: Path) -> None:
    model = mel_package(tmp_path / "models", MODEL)
    tracks = touched(tmp_path / "music")
    fill(tmp_path, tracks, model)
    table = TrackTableModel()
    for _ in known(tmp_path, model, tracks[:1]):  # what is imported for it does not count
        pass
    tracemalloc.start()
    try:
        table.add_tracks([Track(Path(str(track.path))) for track in tracks])
        for outcome in known(tmp_path, model, table.tracks()):
            table.take_outcomes((outcome,))
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert all(row.state.best is not None for row in table.playlist.rows)
    assert taken / ROWS < BYTES_A_ROW


@pytest.fixture
def full(
    a_home_of_its_own: Path, open_desktop: Desktops, tmp_path: Path, qtbot: QtBot
) -> GenreDesktop:
    """A window whose list the library knows; it hears with processes, but has nothing to hear."""
    model = mel_package(a_home_of_its_own / "data" / "models", MODEL)
    rate = 22_050
    (tmp_path / "music").mkdir()
    tone = tone_for(2, len(GTZAN), 30.0)
    paths = [write_wav(tmp_path / "music" / f"{name}.wav", tone, rate) for name in "abc"]
    fill(a_home_of_its_own / "data", [Track(path) for path in paths], model)
    desktop = open_desktop(None, (tmp_path / "music",))
    qtbot.waitUntil(lambda: is_heard(desktop, 3), timeout=PATIENCE)
    return desktop


def verdict_at(desktop: GenreDesktop, place: int) -> Verdict:
    verdict = desktop.model.playlist.rows[place].state.verdict
    assert verdict is not None
    return verdict


def has_timeline(desktop: GenreDesktop, place: int) -> bool:
    return verdict_at(desktop, place).timeline is not None


def test_a_timeline_comes_with_the_cursor_on_its_row(full: GenreDesktop, qtbot: QtBot) -> None:
    full.table.selectRow(1)
    qtbot.waitUntil(lambda: has_timeline(full, 1))
    timeline = verdict_at(full, 1).timeline
    assert timeline is not None
    assert timeline.probabilities.shape == (PIECES, len(GTZAN))
    qtbot.waitUntil(lambda: f"{PIECES} pieces of 3 s" in full.details._track._pieces.text())
    assert not has_timeline(full, 2)


def words(desktop: GenreDesktop) -> list[str]:
    return [label.text() for label in desktop.views.now.findChildren(QLabel)]


def test_a_timeline_comes_with_the_track_that_is_played(full: GenreDesktop, qtbot: QtBot) -> None:
    full.services.player.play(full.model.playlist.rows[1].track)
    qtbot.waitUntil(lambda: has_timeline(full, 1), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "No other genre to the end" in words(full), timeout=PATIENCE)


def test_what_is_found_to_have_no_timeline_is_heard_live(full: GenreDesktop, qtbot: QtBot) -> None:
    full.services.player.play(full.model.playlist.rows[2].track)
    qtbot.waitUntil(lambda: "Classifying what you hear…" in words(full), timeout=PATIENCE)


def test_the_review_shows_the_timeline_of_the_track_it_asks_for(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    full.actions.review.trigger()
    dialog = full.window.findChild(ReviewDialog)
    qtbot.waitUntil(lambda: dialog.page._strip._pieces != ())
    dialog.skip.click()
    qtbot.waitUntil(lambda: dialog.page._strip._pieces != ())
    dialog.close()


def test_an_export_has_the_timelines_of_all_rows(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "genres.json"
    with qtbot.waitSignal(full.services.exporting.exported):
        full.export.save(target, Form.JSON)
    tracks = json.loads(target.read_text(encoding="utf-8"))["tracks"]
    timelines = [one["prediction"]["timeline"] for one in tracks]
    lengths = [len(one["probabilities"]) for one in timelines if one is not None]
    assert lengths == [PIECES] * 2
