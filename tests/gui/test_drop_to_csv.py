"""The main job in the real window: drop a folder, see genres, export a CSV."""

import csv
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.exporting import Form
from genre_desktop.ui.row_state import State
from tests.gui.conftest import Desktops
from tests.support.sounds import music, write_sound
from tests.support.window import drop_paths

SPAWN_MS = 60_000  # worker processes start slowly on a busy machine


def all_finished(desktop: GenreDesktop, count: int) -> bool:
    rows = desktop.model.playlist.rows
    return len(rows) == count and all(row.state.is_finished for row in rows)


def exported(desktop: GenreDesktop, qtbot: QtBot, target: Path) -> list[dict[str, str]]:
    with qtbot.waitSignal(desktop.services.exporting.exported):
        desktop.export.save(target, Form.CSV)
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_dropped_folder_ends_in_a_csv_with_a_problem_for_the_corrupt_file(
    open_desktop: Desktops, qtbot: QtBot, folder_of_music: Path, tmp_path: Path
) -> None:
    (folder_of_music / "3 broken.mp3").write_bytes(b"")
    desktop = open_desktop()

    drop_paths(desktop.first_run, [folder_of_music])
    qtbot.waitUntil(lambda: all_finished(desktop, 4), timeout=SPAWN_MS)
    rows_on_show = desktop.model.playlist.rows
    qtbot.waitUntil(
        lambda: [row.state.listing.tags.artist for row in rows_on_show] == ["A", "B", "", ""]
    )

    rows = exported(desktop, qtbot, tmp_path / "genres.csv")
    assert [Path(row["path"]).name for row in rows] == [
        "1 one.mp3",
        "2 two.flac",
        "3 broken.mp3",
        "three.ogg",
    ]
    assert [row["artist"] for row in rows][:2] == ["A", "B"]
    broken = rows.pop(2)
    assert broken["problem"] == "empty"
    assert broken["predicted_genre"] == ""
    for row in rows:
        assert row["problem"] == ""
        assert row["predicted_genre"]
        assert 0.0 < float(row["confidence"]) <= 1.0
        assert row["model"] == "tiny-mel"


def test_workers_are_ready_before_anything_is_dropped(open_desktop: Desktops, qtbot: QtBot) -> None:
    classification = open_desktop().services.classification
    qtbot.waitUntil(
        lambda: classification.listener is not None and bool(classification.listener.process_ids()),
        timeout=SPAWN_MS,
    )


def test_a_worker_that_is_killed_leaves_the_window_alive_and_every_row_finished(
    open_desktop: Desktops, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(8):
        write_sound(tmp_path / f"{number}.wav", music(40.0, number), "wav")
    desktop = open_desktop()
    with qtbot.waitSignal(desktop.services.classification.outcomes, timeout=SPAWN_MS):
        drop_paths(desktop.first_run, [tmp_path])

    listener = desktop.services.classification.listener
    assert listener is not None
    os.kill(listener.process_ids()[0], signal.SIGKILL)

    qtbot.waitUntil(lambda: all_finished(desktop, 8), timeout=SPAWN_MS)
    assert all(row.state.verdict is not None for row in desktop.model.playlist.rows)
    assert desktop.window.isVisible()


def test_files_of_the_archive_get_rows_whose_csv_is_right(
    open_desktop: Desktops, qtbot: QtBot, data_set: Callable[[str], Path], tmp_path: Path
) -> None:
    audio = data_set("gtzan/audio")
    clips = sorted(path for path in audio.rglob("*") if path.suffix in {".flac", ".mp3"})[:6]
    chosen = tmp_path / "real"
    chosen.mkdir()
    for clip in clips:
        (chosen / clip.name).symlink_to(clip)
    desktop = open_desktop()

    drop_paths(desktop.first_run, [chosen])
    qtbot.waitUntil(lambda: all_finished(desktop, len(clips)), timeout=SPAWN_MS)

    rows = exported(desktop, qtbot, tmp_path / "genres.csv")
    assert [Path(row["path"]).name for row in rows] == [clip.name for clip in clips]
    assert all(row["predicted_genre"] and not row["problem"] for row in rows)
    assert all(28.0 < float(row["duration_seconds"]) < 31.0 for row in rows)


@pytest.mark.parametrize("again", [False, True])
def test_a_second_look_is_answered_from_the_library_unless_it_is_wanted_again(
    open_desktop: Desktops, qtbot: QtBot, folder_of_music: Path, again: bool
) -> None:
    desktop = open_desktop()
    drop_paths(desktop.first_run, [folder_of_music])
    qtbot.waitUntil(lambda: all_finished(desktop, 3), timeout=SPAWN_MS)

    tracks = tuple(desktop.model.tracks())
    desktop.model.forget_outcomes(tracks)
    assert all(row.state.state is State.WAITING for row in desktop.model.playlist.rows)
    desktop.services.classification.listen(tracks, again=again)
    qtbot.waitUntil(lambda: all_finished(desktop, 3), timeout=SPAWN_MS)

    outcomes = [listing.outcome for listing in desktop.model.listings()]
    assert [one.from_library for one in outcomes if one is not None] == [not again] * 3
