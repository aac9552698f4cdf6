"""Playlists of other programs."""

import os
import sys
from pathlib import Path

import pytest

from genre_desktop.core.locations import Paths
from genre_desktop.core.playlists import read_playlist, write_playlist, write_playlist_as
from genre_desktop.core.scan import Skipped
from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.dsp.sound import Span

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="missing: file names of POSIX")

XSPF = (
    '<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList>{}'
    "</trackList></playlist>"
)


def _read(folder: Path, name: str, content: bytes) -> list[Path | Skipped]:
    playlist = folder / name
    playlist.write_bytes(content)
    return list(read_playlist(playlist))


def _paths(found: list[Path | Skipped]) -> list[Path]:
    return [item for item in found if isinstance(item, Path)]


def _sentence(found: list[Path | Skipped]) -> str:
    [skipped] = found
    assert isinstance(skipped, Skipped)
    return skipped.sentence


@pytest.fixture
def song(tmp_path: Path) -> Path:
    song = tmp_path / "Music" / "Café 1.mp3"
    song.parent.mkdir()
    song.touch()
    return song


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("a.m3u8", "utf-8"),
        ("a.m3u8", "utf-8-sig"),
        ("a.m3u", "utf-8"),
        ("a.m3u", "cp1252"),
        ("a.m3u", "utf-16"),
    ],
)
def test_an_m3u_is_read_in_any_usual_encoding(
    tmp_path: Path, song: Path, name: str, encoding: str
) -> None:
    text = "#EXTM3U\r\n#EXTINF:1,Café\r\nMusic/Café 1.mp3\r\n\r\n"
    assert _read(tmp_path, name, text.encode(encoding)) == [song]


def test_relative_absolute_windows_and_url_entries_are_found(tmp_path: Path, song: Path) -> None:
    entries = [
        "Music/Café 1.mp3",
        "Music\\Café 1.mp3",
        ".\\Music\\Café 1.mp3",
        str(song),
        song.as_uri(),
        song.as_uri().replace("file:///", "file://localhost/"),
        song.as_uri().replace("file:///", "file:/"),
        "Music/Caf%C3%A9%201.mp3",
        "  Music/Café 1.mp3 ",
        "Music/Cafe\u0301 1.mp3",
    ]
    found = _read(tmp_path, "a.m3u8", "\n".join(entries).encode())
    assert [path.resolve() for path in _paths(found)] == [song.resolve()] * len(entries)


def test_a_pls_is_read_by_its_numbers(tmp_path: Path, song: Path) -> None:
    other = tmp_path / "b.mp3"
    other.touch()
    content = "[playlist]\nFile2=Music/Café 1.mp3\nTitle1=x\nfile1 =b.mp3\nNumberOfEntries=2\n"
    assert _read(tmp_path, "a.pls", content.encode()) == [other, song]


def test_an_xspf_is_read(tmp_path: Path, song: Path) -> None:
    content = XSPF.format(
        f"<track><title>x &amp; y</title><location> {song.as_uri()} </location></track>"
        "<track><location>Music/Caf%C3%A9%201.mp3</location></track>"
        "<track><title>no location</title></track>"
    )
    assert _read(tmp_path, "a.xspf", content.encode()) == [song, song]
    assert _read(
        tmp_path, "a.xspf", content.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")
    ) == [song, song]


def test_streams_and_missing_files_are_skipped_with_a_reason(tmp_path: Path) -> None:
    assert "only files on this computer" in _sentence(
        _read(tmp_path, "a.m3u", b"https://example.org/radio.mp3")
    )
    assert "gone.mp3, which is not there" in _sentence(_read(tmp_path, "a.m3u", b"gone.mp3"))
    assert "is not there" in _sentence(_read(tmp_path, "a.m3u", b"C:\\Music\\gone%00.mp3"))


@pytest.mark.parametrize("name", ["a.m3u", "a.pls"])
def test_what_is_no_text_is_one_sentence(tmp_path: Path, name: str) -> None:
    rubbish = b"one.mp3\nFile1=two.mp3\n\x00\x01\n" * 20
    assert "is no playlist" in _sentence(_read(tmp_path, name, rubbish))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"<playlist>",
        b'<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><playlist>&b;</playlist>',
        b'<!DOCTYPE p SYSTEM "file:///etc/passwd"><playlist/>',
        b'<?xml version="1.0" encoding="GB2312"?><playlist/>',  # of several bytes a letter
        b'<?xml version="1.0" encoding="Klingon"?><playlist/>',
    ],
)
def test_an_xspf_that_is_none_or_declares_entities_is_refused(
    tmp_path: Path, content: bytes
) -> None:
    assert "a.xspf " in _sentence(_read(tmp_path, "a.xspf", content))


def test_a_playlist_that_cannot_be_read_is_skipped(tmp_path: Path) -> None:
    [skipped] = read_playlist(tmp_path / "gone.m3u")
    assert isinstance(skipped, Skipped)
    assert "cannot be read" in skipped.sentence


NAMES = [
    b"plain.mp3", b"#hash.mp3", b" space.mp3 ", b"new\nline.mp3", b"\xff\xfe.mp3", b"100%25.mp3",
    b"a:b.mp3", b"file:x.mp3", b"<&>.mp3", "e\u0301.mp3".encode(), "🎷.mp3".encode(),
    b"back\\slash.mp3",
]  # fmt: skip


@on_posix
@pytest.mark.parametrize("ending", ["m3u8", "xspf"])
def test_what_was_written_is_read_back_whatever_the_names(tmp_path: Path, ending: str) -> None:
    outside = tmp_path / "outside.mp3"
    folder = tmp_path / "lists"
    (folder / "below").mkdir(parents=True)
    files = [outside, *(folder / "below" / os.fsdecode(name) for name in NAMES)]
    files += [folder / os.fsdecode(name) for name in NAMES]
    for file in files:
        file.touch()
    tags = Tags(title="Title\nwith \x01 signs & <more>", artist="\udcff", seconds=61.6)
    target = folder / f"list.{ending}"
    assert write_playlist((Listing(Track(file), tags, None) for file in files), target) == (25, 0)
    assert list(read_playlist(target)) == files


@pytest.mark.parametrize("form", [".m3u8", ".xspf"])
@pytest.mark.parametrize("paths", list(Paths))
def test_paths_are_written_as_asked_for_and_found_again(
    tmp_path: Path, form: str, paths: Paths
) -> None:
    folder, beside = tmp_path / "far" / "lists", tmp_path / "music"
    (folder / "below").mkdir(parents=True)
    beside.mkdir()
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    files = [beside / "a #1.mp3", folder / "below" / "b.mp3"]
    for file in files:
        file.touch()
    target = tmp_path / "link" / f"list{form}"
    write_playlist_as(form, [Listing(Track(file), Tags(), None) for file in files], target, paths)
    found = list(read_playlist(target))
    assert [path.resolve() for path in found if isinstance(path, Path)] == files
    text = target.read_text(encoding="utf-8")
    assert ("../../music/a" in text) is (paths is Paths.RELATIVE)
    assert (str(tmp_path) not in text) is (paths is Paths.RELATIVE)


@on_posix
@pytest.mark.parametrize(("form", "whole"), [(".m3u8", 2), (".xspf", 0)])
def test_names_that_no_relative_line_can_hold_are_counted(
    tmp_path: Path, form: str, whole: int
) -> None:
    files = [tmp_path / os.fsdecode(name) for name in (b"a.mp3", b"caf\xe9.mp3", b"two\nlines.mp3")]
    for file in files:
        file.touch()
    listings = [Listing(Track(file), Tags(), None) for file in files]
    target = tmp_path / f"list{form}"
    assert write_playlist_as(form, listings, target, Paths.RELATIVE) == (3, whole)
    assert list(read_playlist(target)) == files
    assert write_playlist_as(form, listings, target, Paths.ABSOLUTE) == (3, 0)


def test_parts_of_one_file_are_one_entry(tmp_path: Path) -> None:
    album = tmp_path / "album.flac"
    album.touch()
    parts = [Listing(Track(album, Span(n, n + 1), str(n)), Tags(), None) for n in range(3)]
    assert write_playlist(parts, tmp_path / "a.m3u8") == (1, 0)
    assert list(read_playlist(tmp_path / "a.m3u8")) == [album]
