"""The JSON export, read strictly."""

import base64
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest

from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_json import write_json
from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.dsp.sound import Problem, Span
from tests.core.answers import LABELS, answered, troubled


def _refuse(constant: str) -> NoReturn:
    raise AssertionError(f"{constant} is no JSON")


def _tracks(folder: Path, *listings: Listing, relative_to: Path | None = None) -> list[Any]:
    target = folder / "genres.json"
    assert write_json(listings, target, ExportOptions(relative_to=relative_to)) == len(listings)
    read = json.loads(target.read_bytes().decode("utf-8"), parse_constant=_refuse)
    assert (read["format"], read["format_version"]) == ("genre-desktop", 1)
    return list(read["tracks"])


def test_all_that_is_known_is_there(tmp_path: Path) -> None:
    outcome = answered(tmp_path / "a.mp3")
    tags = Tags("A Title", "An Artist", "An Album", "Jazz", "1999", "3", 31.5)
    [track] = _tracks(tmp_path, Listing(outcome.track, tags, outcome))
    assert track["path"] == str(tmp_path / "a.mp3")
    assert (track["title"], track["date"], track["track_number"]) == ("A Title", "1999", "3")
    assert track["part"] is None
    prediction = track["prediction"]
    assert (prediction["genre"], prediction["confidence"]) == ("jazz", 0.75)
    assert prediction["probabilities"] == {"jazz": 0.75, "blues": 0.125, "rock": 0.125}
    assert prediction["timeline"]["labels"] == list(LABELS)
    assert prediction["timeline"]["probabilities"] == [[0.125, 0.75, 0.125]] * 4
    assert prediction["timeline"]["heard"] == [True, True, False, True]
    assert track["notes"][0]["problem"] == "ends early"
    assert track["audio"]["hash"] == "a1"
    assert track["audio"]["decoded_seconds"] == 11.7


def test_a_problem_and_a_part_are_told(tmp_path: Path) -> None:
    outcome = troubled(tmp_path / "a.mp3", Problem.DAMAGED)
    part = Track(tmp_path / "a.flac", Span(1.0, None), "Two")
    first, second = _tracks(
        tmp_path, Listing(outcome.track, Tags(), outcome), Listing(part, Tags(), None)
    )
    assert first["problem"] == {"problem": "damaged", "sentence": "It is broken."}
    assert first["prediction"] is None
    assert second["part"] == {"start_seconds": 1.0, "end_seconds": None}
    assert second["title"] == "Two"


def test_numbers_that_are_none_are_null(tmp_path: Path) -> None:
    outcome = answered(tmp_path / "a.mp3")
    assert outcome.verdict is not None
    verdict = replace(
        outcome.verdict,
        probabilities=np.array([np.nan, np.inf, 0.5], np.float32),
        tempo_bpm=float("nan"),
    )
    outcome = outcome._replace(verdict=verdict)
    [track] = _tracks(tmp_path, Listing(outcome.track, Tags(seconds=float("inf")), outcome))
    assert track["prediction"]["probabilities"] == {"blues": None, "jazz": None, "rock": 0.5}
    assert track["prediction"]["tempo_bpm"] is None


@pytest.mark.skipif(sys.platform != "linux", reason="missing: names of any bytes (Linux)")
@pytest.mark.parametrize("name", [b"\xff\xfe.mp3", b"a\\xff.mp3", b"new\nline", "🎷".encode()])
def test_the_exact_bytes_of_a_name_are_there(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(b"/music/" + name))
    [absolute] = _tracks(tmp_path, Listing(Track(path), Tags(), None))
    assert base64.b64decode(absolute["path_bytes"]) == b"/music/" + name
    assert absolute["path"] == (b"/music/" + name).decode("utf-8", "backslashreplace")
    [relative] = _tracks(tmp_path, Listing(Track(path), Tags(), None), relative_to=Path("/music"))
    assert base64.b64decode(relative["path_bytes"]) == name


def test_no_tracks_are_an_empty_list(tmp_path: Path) -> None:
    assert _tracks(tmp_path) == []
