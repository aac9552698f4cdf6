"""Parts of a file: the sheets beside it and the chapters inside it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from genre_desktop.core.parts import chapter_parts, sheet_parts
from genre_desktop.core.scan import scan
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from tests.support import sounds
from tests.support.browsed import tags_of

SHEET = """PERFORMER "The Band"
TITLE "The Album"
FILE "{file}" WAVE
TRACK 01 AUDIO
TITLE "One"
INDEX 01 00:00:00
TRACK 02 AUDIO
TITLE "Two"
PERFORMER "A Guest"
INDEX 01 00:01:00
"""

METADATA = """;FFMETADATA1
[CHAPTER]
TIMEBASE=1/1000
START=0
END=1000
title=Opening
[CHAPTER]
TIMEBASE=1/1000
START=1000
END=2000
"""


def _sheet(folder: Path, name: str, file: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(SHEET.format(file=file).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("named", "there", "sheet"),
    [
        ("album.flac", "album.flac", "x.cue"),
        ("ALBUM.FLAC", "album.flac", "x.cue"),
        ("album.wav", "album.flac", "x.cue"),
        ("C:\\rips\\album.wav", "album.flac", "x.cue"),
        ("something else.wav", "album.flac", "album.cue"),
        ("Cafe\u0301.wav", "Café.flac", "x.cue"),
    ],
)
def test_a_sheet_finds_the_file_it_means(
    tmp_path: Path, named: str, there: str, sheet: str
) -> None:
    _sheet(tmp_path, sheet, named)
    parts = sheet_parts(tmp_path, [sheet, there, "other.flac", "cover.jpg"])
    assert list(parts.by_file) == [there]
    assert [part.track for part in parts.by_file[there]] == [
        Track(tmp_path / there, Span(0.0, 1.0), "One"),
        Track(tmp_path / there, Span(1.0, None), "Two"),
    ]
    assert parts.skipped == ()


def test_a_sheet_for_a_file_that_is_not_there_is_skipped(tmp_path: Path) -> None:
    _sheet(tmp_path, "x.cue", "gone.wav")
    parts = sheet_parts(tmp_path, ["x.cue", "album.flac"])
    assert not parts.by_file
    [skipped] = parts.skipped
    assert "x.cue names gone.wav, which is not beside it" in skipped.sentence


def test_a_sheet_in_another_folder_than_its_file_says_where_it_belongs(tmp_path: Path) -> None:
    (tmp_path / "CD1").mkdir()
    (tmp_path / "CD1" / "album.flac").touch()
    (tmp_path / "CD2").mkdir()
    for folder, named in ((tmp_path, r"CD1\album.flac"), (tmp_path / "CD2", "../CD1/album.flac")):
        _sheet(folder, "x.cue", named)
        [skipped] = sheet_parts(folder, ["x.cue"]).skipped
        assert "CD1/album.flac, which lies in another folder: put the sheet" in skipped.sentence
    _sheet(tmp_path / "CD1", "x.cue", r"CD1\album.flac")
    assert len(sheet_parts(tmp_path / "CD1", ["x.cue", "album.flac"]).by_file["album.flac"]) == 2


def test_a_sheet_of_absurd_length_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "x.cue").write_bytes(bytes(2 * 1024 * 1024))
    [skipped] = sheet_parts(tmp_path, ["x.cue"]).skipped
    assert "cannot be read" in skipped.sentence


def test_of_two_sheets_for_one_file_the_first_counts(tmp_path: Path) -> None:
    _sheet(tmp_path, "a.cue", "album.flac")
    (tmp_path / "b.cue").write_text(
        'FILE "album.flac" WAVE\nTRACK 1 AUDIO\nINDEX 1 0:0:0', encoding="utf-8"
    )
    parts = sheet_parts(tmp_path, ["a.cue", "album.flac", "b.cue"])
    assert len(parts.by_file["album.flac"]) == 2


def test_a_part_has_the_sheets_title_performer_and_number(tmp_path: Path) -> None:
    path = sounds.write_sound(tmp_path / "album.flac", sounds.music(2.5), "flac")
    _sheet(tmp_path, "album.cue", "album.wav")
    found = [
        tags_of(track) for track in scan([tmp_path], (), chapter_parts) if isinstance(track, Track)
    ]
    assert [(t.title, t.artist, t.album, t.track_number) for t in found] == [
        ("One", "The Band", "The Album", "1"),
        ("Two", "A Guest", "The Album", "2"),
    ]
    assert [t.seconds for t in found] == [1.0, pytest.approx(1.5)]
    assert tags_of(Track(path)).seconds == pytest.approx(2.5)


def test_chapters_inside_a_file_are_its_parts(tmp_path: Path, tool: Callable[[str], str]) -> None:
    plain = sounds.write_sound(tmp_path / "plain.m4a", sounds.music(2.0), "aac")
    metadata = tmp_path / "chapters.txt"
    metadata.write_text(METADATA, encoding="utf-8")
    book = tmp_path / "book" / "book.m4b"
    book.parent.mkdir()
    subprocess.run(
        [tool("ffmpeg"), "-v", "error", "-i", plain, "-i", metadata, "-map_metadata", "1",
         "-c", "copy", "-f", "mp4", book],
        check=True,
    )  # fmt: skip
    first, second = list(scan([book.parent], (), chapter_parts))
    assert first == Track(book, Span(0.0, 1.0), "Opening")
    assert isinstance(second, Track)
    assert second.part_title == "Chapter 2"
    assert second.span is not None
    assert second.span.start_seconds == 1.0
    assert tags_of(first).title == "Opening"


def test_a_file_without_chapters_or_without_sense_is_whole(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.m4b"
    rubbish.write_bytes(b"just some words")
    assert chapter_parts(rubbish) == ()
    assert list(scan([rubbish], (), chapter_parts)) == [Track(rubbish)]
