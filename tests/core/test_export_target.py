"""Where a table may be written, and where not."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import write_csv
from genre_desktop.core.export_json import write_json
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.playlists import write_playlist
from tests.support.missing import skip_for_want_of
from tests.support.sounds import music, write_sound


def _csv(target: Path) -> None:
    write_csv([], target, ExportOptions())


def _json(target: Path) -> None:
    write_json([], target, ExportOptions())


def _playlist(target: Path) -> None:
    write_playlist([], target)


@pytest.mark.parametrize("write", [_csv, _json, _playlist])
@pytest.mark.parametrize("name", ["song.flac", "song", "genres.csv"])
def test_music_is_never_written_over_whatever_it_is_called(
    tmp_path: Path, write: Callable[[Path], None], name: str
) -> None:
    song = write_sound(tmp_path / "a.flac", music(1.0), "flac").rename(tmp_path / name)
    before = song.read_bytes()
    with pytest.raises(ExportFailed, match=r"name another file"):
        write(song)
    assert song.read_bytes() == before


def test_the_name_of_a_music_file_is_refused_before_there_is_one(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="name of a music file"):
        refuse_target(tmp_path / "song.MP3")


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"SQLite format 3\0"])
def test_what_is_no_text_is_left_alone(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "genres.csv"
    target.write_bytes(content)
    with pytest.raises(ExportFailed, match="is no table"):
        refuse_target(target)


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="may not write into the folder"):
        refuse_target(tmp_path / ("x" * 300) / "genres.csv")


@pytest.mark.parametrize("content", [b"", b"path,artist\r\n", "path\tartist".encode("utf-16")])
def test_an_older_table_may_be_replaced(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "genres.csv"
    target.write_bytes(content)
    refuse_target(target, [tmp_path / "a.mp3", tmp_path])


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", b"PK\x03\x04\x14\0\0"), ("a.npy", b"\x93NUMPY\x01\0v\0")]
)
def test_an_earlier_workbook_or_array_may_be_replaced_by_its_like(
    name: str, content: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    refuse_target(tmp_path / name)
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(ExportFailed, match="not replaced"):
        refuse_target(tmp_path / "a.zip")


def test_what_is_to_be_read_is_refused_by_any_of_its_names(tmp_path: Path) -> None:
    playlist = tmp_path / "list.m3u"
    playlist.touch()
    with pytest.raises(ExportFailed, match="is to be read"):
        refuse_target(tmp_path / "." / "list.m3u", [playlist])


def test_a_link_is_judged_by_what_it_leads_to(tmp_path: Path) -> None:
    if sys.platform == "win32":
        skip_for_want_of("links that anyone may make")
    song = write_sound(tmp_path / "a.mp3", music(1.0), "mp3")
    (tmp_path / "genres.csv").symlink_to(song)
    with pytest.raises(ExportFailed, match="music file"):
        refuse_target(tmp_path / "genres.csv")


def test_folders_pipes_and_missing_places_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="is a folder"):
        refuse_target(tmp_path)
    with pytest.raises(ExportFailed, match="does not exist"):
        refuse_target(tmp_path / "nowhere" / "genres.csv")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ExportFailed, match="pipe or socket; name a file"):
            refuse_target(tmp_path / "pipe")
