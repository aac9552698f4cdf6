"""Real recordings through the whole program: plausible genres, and nothing changed."""

import csv
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.acceptance.program import Run, program_in

_CLIPS_A_GENRE = 2
_WHOLE_PIECES = ("LucidDream.ogg", "boom_-_Ripper.mp3", "mountainking-arcade-loop.flac")


@dataclass(frozen=True)
class Heard:
    """One run over clips of every genre, and the genre that each is filed under."""

    run: Run
    filed_under: dict[str, str]


@pytest.fixture(scope="module")
def heard(data_set: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Heard:
    folder = data_set("gtzan")
    rows = csv.DictReader((folder / "index.csv").read_text(encoding="utf-8").splitlines())
    chosen: dict[str, list[Path]] = {}
    for row in rows:
        clips = chosen.setdefault(row["genre"], [])
        if row["audio"] and row["split"] != "faulty" and len(clips) < _CLIPS_A_GENRE:
            clips.append(folder / row["audio"])
    clips_of_all = [clip for clips in chosen.values() for clip in clips]
    run = program_in(tmp_path_factory.mktemp("heard")).classify(*clips_of_all)
    return Heard(run, {clip.name: genre for genre, clips in chosen.items() for clip in clips})


def test_every_clip_has_a_row_in_the_order_of_the_command_line(heard: Heard) -> None:
    assert heard.run.code == 0
    assert [Path(row["path"]).name for row in heard.run.rows] == list(heard.filed_under)


def test_most_clips_get_the_genre_they_are_filed_under(heard: Heard) -> None:
    # No figure of quality: the models were trained on these very clips.
    right = sum(
        heard.run.by_name[name]["predicted_genre"] == genre
        for name, genre in heard.filed_under.items()
    )
    assert right >= 0.8 * len(heard.filed_under)


def test_lengths_are_those_of_the_clips(heard: Heard) -> None:
    for row in heard.run.rows:
        assert float(row["duration_seconds"]) == pytest.approx(30.0, abs=0.5)


def test_whole_pieces_have_a_timeline_from_start_to_end(
    data_set: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = data_set("tracks")
    run = program_in(tmp_path).classify(*(folder / name for name in _WHOLE_PIECES))
    listed = csv.DictReader((folder / "index.csv").read_text(encoding="utf-8").splitlines())
    seconds = {row["path"]: float(row["seconds"]) for row in listed}
    assert run.code == 0
    assert tuple(run.by_name) == _WHOLE_PIECES
    for track in run.tracks:
        length = seconds[os.path.basename(track["path"])]  # noqa: PTH119 a text out of the JSON
        timeline = track["prediction"]["timeline"]
        covered = np.size(timeline["heard"]) * timeline["piece_seconds"]
        assert covered == pytest.approx(length, abs=4.0)
        assert float(track["duration_seconds"]) == pytest.approx(length, abs=0.1)
