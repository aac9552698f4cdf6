"""Corrected tracks become a table for training, each sound once."""

import csv
import io
from pathlib import Path

import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.training_index import training_into, write_training
from genre_desktop.core.track import Listing, Tags
from genre_desktop.dsp.sound import Span
from tests.core.answers import answered

OPTIONS = ExportOptions()


def track(
    name: str, genre: str = "", sound: str = "", span: Span | None = None, artist: str = ""
) -> Listing:
    outcome = answered(Path(f"/m/{name}"), sound or name, span)
    if genre:
        outcome = outcome._replace(correction=corrected_now(genre))
    return Listing(outcome.track, Tags(artist=artist), outcome)


def rows(*listings: Listing) -> list[dict[str, str]]:
    file = io.BytesIO()
    written = training_into(file, listings, OPTIONS)
    found = list(csv.DictReader(io.StringIO(file.getvalue().decode())))
    assert len(found) == written
    return found


def test_only_what_the_user_said_is_written() -> None:
    [row] = rows(track("a.mp3", "=Folk, mine", artist="Trio"), track("b.mp3"))
    assert row == {
        "path": "/m/a.mp3",
        "label": "=Folk, mine",
        "artist": "Trio",
        "start_seconds": "0",
        "length_seconds": "0",
    }


def test_a_sound_is_written_once_and_its_parts_each() -> None:
    part = Span(12.25, 20.5)
    found = rows(
        track("a.mp3", "Folk", sound="s"),
        track("copy.mp3", "Folk", sound="s"),
        track("a.mp3", "Jazz", sound="s", span=part),
        track("a.mp3", "Rock", sound="s", span=Span(20.5, None)),
    )
    times = [(row["label"], row["start_seconds"], row["length_seconds"]) for row in found]
    assert times == [("Folk", "0", "0"), ("Jazz", "12.25", "8.25"), ("Rock", "20.5", "0.0")]


def test_without_corrections_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="nothing to train on"):
        write_training([track("b.mp3")], tmp_path / "index.csv", OPTIONS)
    assert list(tmp_path.iterdir()) == []
