"""Genre Desktop's CSV, read back by strangers."""

import csv
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import COLUMNS, write_csv
from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.dsp.sound import Problem, Span
from tests.core.answers import answered, troubled

TAGS = Tags("A Title", "An Artist", "An Album", "Jazz; Blues", "1999", "3", 31.5)
NAMES = [
    b"plain.mp3", b"\xff\xfe.mp3", b"new\nline.mp3", b"return\r.mp3", b"=1+1.mp3", b"+a.mp3",
    b"-a.mp3", b"@a.mp3", b"n" * 246 + b".mp3", b"trailing ", b" leading", b'quo"te,comma;.mp3',
    "e\u0301.mp3".encode(), "🎷.mp3".encode(), b"back\\xff.mp3",
]  # fmt: skip


def _rows(
    folder: Path, listings: Iterable[Listing], options: ExportOptions | None = None
) -> list[dict[str, str]]:
    target = folder / "genres.csv"
    count = write_csv(listings, target, options or ExportOptions())
    encoding = "utf-8-sig" if options and options.byte_order_mark else "utf-8"
    with target.open(encoding=encoding, newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == count
    return rows


def _listing(path: Path, tags: Tags = TAGS, outcome: Outcome | None = None) -> Listing:
    return Listing(Track(path), tags, outcome)


def test_every_column_is_there_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    [row] = _rows(tmp_path, [_listing(path, outcome=answered(path, audio_hash="12ab"))])
    assert tuple(row) == COLUMNS
    assert row == {
        "path": str(path),
        "artist": "An Artist",
        "title": "A Title",
        "album": "An Album",
        "duration_seconds": "11.700",
        "existing_genre": "Jazz; Blues",
        "predicted_genre": "jazz",
        "confidence": "0.7500",
        "unsure": "no",
        "second_genre": "blues",
        "second_confidence": "0.1250",
        "third_genre": "rock",
        "third_confidence": "0.1250",
        "tempo_bpm": "120.5",
        "model": "tiny",
        "model_version": "1.0",
        "problem": "ends early",
        "corrected_at": "",
        "quick": "no",
        "audio_hash": "12ab",
    }


def test_a_track_that_was_not_heard_has_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    [row] = _rows(tmp_path, [_listing(path)])
    assert row["duration_seconds"] == "31.500"
    assert {row[name] for name in COLUMNS[6:]} == {""}


def test_a_problem_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    [row] = _rows(tmp_path, [_listing(path, outcome=troubled(path, Problem.SILENT))])
    assert row["problem"] == "silent"
    assert row["predicted_genre"] == row["unsure"] == ""


def test_a_part_has_its_own_title_and_length(tmp_path: Path) -> None:
    track = Track(tmp_path / "a.flac", Span(60.0, 90.5), "Two")
    outcome = answered(track.path, audio_hash="12ab", span=track.span)
    [row] = _rows(tmp_path, [Listing(track, TAGS, outcome)])
    assert (row["title"], row["duration_seconds"]) == ("Two", "30.500")
    assert row["audio_hash"] == "12ab#60.0-90.5"  # the hash alone is that of all parts


def test_fewer_than_three_genres_leave_cells_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    outcome = answered(path)
    assert outcome.verdict is not None
    verdict = replace(
        outcome.verdict,
        labels=("a", "b"),
        probabilities=np.array([0.25, 0.75], np.float32),
        tempo_bpm=None,
        unsure=True,
    )
    [row] = _rows(tmp_path, [_listing(path, outcome=outcome._replace(verdict=verdict))])
    assert (row["predicted_genre"], row["second_genre"], row["third_genre"]) == ("b", "a", "")
    assert (row["unsure"], row["third_confidence"], row["tempo_bpm"]) == ("yes", "", "")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path, sign: str) -> None:
    text = f"{sign}cmd|' /C calc'!A0"
    tags = Tags(title=text, artist=text, album=text, genre=text)
    [row] = _rows(tmp_path, [_listing(Path("=folder/-a.mp3"), tags)])
    for column in ("title", "artist", "album", "existing_genre"):
        assert row[column] == f"'{text}"
    assert row["path"] == str(Path("=folder/-a.mp3"))


@pytest.mark.skipif(sys.platform != "linux", reason="missing: names of any bytes (Linux)")
def test_names_of_any_bytes_come_back(tmp_path: Path) -> None:
    paths = [Path(os.fsdecode(b"/music/" + name)) for name in NAMES]
    wanted = [(b"/music/" + name).decode("utf-8", "backslashreplace") for name in NAMES]
    rows = _rows(tmp_path, [_listing(path) for path in paths])
    assert [row["path"] for row in rows] == wanted
    assert wanted[1] == "/music/\\xff\\xfe.mp3"
    table = pd.read_csv(tmp_path / "genres.csv", keep_default_na=False)
    assert list(table["path"]) == wanted
    assert list(table.columns) == list(COLUMNS)


def test_pandas_reads_the_numbers_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    listings = [_listing(path, outcome=answered(path)), _listing(path)]
    write_csv(listings, tmp_path / "genres.csv", ExportOptions())
    table = pd.read_csv(tmp_path / "genres.csv")
    assert table["confidence"][0] == 0.75
    assert table["tempo_bpm"][0] == 120.5
    assert np.isnan(table["confidence"][1])


def test_lines_end_as_the_standard_says_and_the_mark_is_an_option(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    _rows(tmp_path, [_listing(path)])
    plain = (tmp_path / "genres.csv").read_bytes()
    assert plain.startswith(b"path,artist,title,")
    assert plain.endswith(b"\r\n")
    assert plain.count(b"\n") == plain.count(b"\r\n") == 2
    _rows(tmp_path, [_listing(path)], ExportOptions(byte_order_mark=True))
    assert (tmp_path / "genres.csv").read_bytes() == b"\xef\xbb\xbf" + plain


def test_paths_are_relative_on_request(tmp_path: Path) -> None:
    listings = [_listing(tmp_path / "a" / "1.mp3"), _listing(tmp_path.parent / "2.mp3")]
    rows = _rows(tmp_path, listings, ExportOptions(relative_to=tmp_path))
    assert [row["path"] for row in rows] == ["a/1.mp3", "../2.mp3"]


def test_a_stray_surrogate_in_a_tag_is_spelled_out(tmp_path: Path) -> None:
    [row] = _rows(tmp_path, [_listing(Path("a.mp3"), Tags(title="\udcff\ud800"))])
    assert row["title"] == "\\udcff\\ud800"


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="does not exist"):
        write_csv([], tmp_path / "nowhere" / "genres.csv", ExportOptions())


def test_an_export_that_is_broken_off_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "genres.csv"
    target.write_bytes(b"old")

    def listings() -> Iterator[Listing]:
        yield _listing(tmp_path / "a.mp3")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_csv(listings(), target, ExportOptions())
    assert target.read_bytes() == b"old"
    assert [child.name for child in tmp_path.iterdir()] == ["genres.csv"]
