"""Names of files in playlists: what they mean here, and how they are written."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from genre_desktop.core.locations import (
    Paths,
    is_whole,
    located,
    location_line,
    location_url,
)
from genre_desktop.core.skipped import Skipped

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="missing: file names of POSIX")


@pytest.fixture
def playlist(tmp_path: Path) -> Path:
    return tmp_path / "list.m3u"


def song(playlist: Path, name: str) -> Path:
    path = playlist.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def sentence_of(found: Path | Skipped) -> str:
    assert isinstance(found, Skipped)
    return found.sentence


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("a.mp3", b"a.mp3"),
        ("a.mp3", b"  a.mp3\r"),
        ("sub/a.mp3", b"sub/a.mp3"),
        ("Käse.mp3", "Käse.mp3".encode()),
        ("Käse.mp3", "Käse.mp3".encode("cp1252")),
        ("東京.mp3", "東京.mp3".encode("cp932")),
        ("мир.mp3", "мир.mp3".encode("cp1251")),
        ("100% #1.mp3", b"100% #1.mp3"),
    ],
)
def test_an_entry_is_found_whatever_it_is_coded_in(playlist: Path, name: str, entry: bytes) -> None:
    path = song(playlist, name)
    assert located(entry, playlist) == path


@on_posix
def test_a_name_with_spaces_around_it_is_found_before_the_plain_one(playlist: Path) -> None:
    song(playlist, "a.mp3")
    spaced = song(playlist, " a.mp3")
    assert located(b" a.mp3", playlist) == spaced


@on_posix
def test_backslashes_of_windows_are_slashes_here(playlist: Path) -> None:
    path = song(playlist, "sub/a.mp3")
    assert located(rb"sub\a.mp3", playlist) == path


def test_composed_and_decomposed_letters_are_the_same(playlist: Path) -> None:
    for form in ("NFC", "NFD"):
        path = song(playlist, f"{form}/" + unicodedata.normalize(form, "é.mp3"))
        for other in ("NFC", "NFD"):
            entry = f"{form}/" + unicodedata.normalize(other, "é.mp3")
            found = located(entry.encode(), playlist)
            assert isinstance(found, Path)
            assert found.samefile(path)


def test_urls_of_files_are_paths(playlist: Path) -> None:
    path = song(playlist, "Käse #1.mp3")
    url = path.as_uri()
    assert located(url.encode(), playlist) == path
    assert located(url.replace("file://", "FILE://localhost").encode(), playlist) == path


@pytest.mark.parametrize("entry", [b"http://x/a.mp3", b"smb://x/a.mp3", b"ffconcat+x://a"])
def test_nothing_is_ever_fetched(playlist: Path, entry: bytes) -> None:
    assert "only files on this computer are read" in sentence_of(located(entry, playlist))


def test_what_is_not_there_is_named_on_one_line(playlist: Path) -> None:
    sentence = sentence_of(located(b"go\x1bne\xff.mp3", playlist))
    assert "names go\\x1bne\\xff.mp3, which is not there" in sentence


NAMES = [
    "a.mp3",
    "sub/a b.mp3",
    "100% & #1?.mp3",
    "東京.mp3",
    "a:b.mp3",
    "#hash first.mp3",
    "ends in space ",
    "two\nlines.mp3",
    "http:/x.mp3",
    os.fsdecode(b"caf\xe9.mp3"),
]


@on_posix
@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_written_as_a_line_or_url_is_found_again(playlist: Path, name: str) -> None:
    path = song(playlist, name)
    line = location_line(path, playlist.parent)
    assert "\n" not in line
    assert not line.startswith("#")
    assert located(line.encode(), playlist) == path
    url = location_url(path, playlist.parent)
    assert url.isascii()
    if "://" in url:
        assert located(url.encode(), playlist) == path


@on_posix
@pytest.mark.parametrize("name", ["#hash first.mp3", " space first.mp3", "http:/x.mp3"])
def test_a_name_whose_beginning_would_be_misread_stays_relative(playlist: Path, name: str) -> None:
    path = song(playlist, name)
    line = location_line(path, playlist.parent)
    assert line == f"./{name}"
    assert located(line.encode(), playlist) == path


def test_what_lies_on_another_drive_is_written_whole_though_relative_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_another_drive(path: Path, start: str) -> str:
        raise ValueError(f"path is on mount {path}, start on mount {start}")

    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    path, lists = tmp_path / "a.mp3", tmp_path / "lists" / "list.m3u8"
    path.touch()
    for write in (location_line, location_url):
        location = write(path, lists.parent, Paths.RELATIVE)
        assert is_whole(location)
        assert located(location.encode(), lists) == path


def test_what_lies_elsewhere_is_written_whole(tmp_path: Path) -> None:
    path, folder = tmp_path / "music" / "a b.mp3", tmp_path / "lists"
    assert location_line(path, folder) == str(path)
    assert location_url(path, folder) == path.as_uri()
    assert location_url(path, path.parent) == "a%20b.mp3"
