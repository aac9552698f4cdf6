"""Finding the tracks behind paths."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from tests.support.missing import skip_for_want_of

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="missing: file names of POSIX")

FLAC_HEAD = b"fLaC" + bytes(60)
SHEET = """TITLE "Album"
FILE "album.wav" WAVE
TRACK 01 AUDIO
TITLE "One"
INDEX 01 00:00:00
TRACK 02 AUDIO
INDEX 01 01:00:00
"""


def _tracks(paths: Iterable[Path], exclude: Iterable[str] = ()) -> list[Track]:
    return [found for found in scan(paths, exclude, chapter_parts) if isinstance(found, Track)]


def _skipped(paths: Iterable[Path]) -> list[Skipped]:
    return [found for found in scan(paths, (), chapter_parts) if isinstance(found, Skipped)]


def _names(root: Path, exclude: Iterable[str] = ()) -> list[str]:
    return [track.path.relative_to(root).as_posix() for track in _tracks([root], exclude)]


def _touch(root: Path, *names: str, content: bytes = b"") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


def test_files_come_in_natural_order_and_before_the_folders_beside_them(tmp_path: Path) -> None:
    _touch(
        tmp_path, "10.mp3", "2.mp3", "B.mp3", "a.mp3", "CD 10/1.mp3", "CD 2/1.mp3", "CD 2/x/1.ogg"
    )
    assert _names(tmp_path) == [
        "2.mp3", "10.mp3", "a.mp3", "B.mp3", "CD 2/1.mp3", "CD 2/x/1.ogg", "CD 10/1.mp3",
    ]  # fmt: skip


def test_hidden_names_and_other_files_are_passed_by(tmp_path: Path) -> None:
    _touch(tmp_path, ".a.mp3", ".hidden/a.mp3", "cover.jpg", "list.m3u", "album.log", "a.mp3")
    assert _names(tmp_path) == ["a.mp3"]
    assert _skipped([tmp_path]) == []


def test_content_decides_where_the_name_says_nothing(tmp_path: Path) -> None:
    _touch(tmp_path, "sound", "sound.xyz", "sound.ts", content=FLAC_HEAD)
    _touch(tmp_path, "text", "text.xyz", "code.ts", content=b"just some words")
    _touch(tmp_path, "nothing")
    assert _names(tmp_path) == ["sound", "sound.ts", "sound.xyz"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    _touch(tmp_path, "picture.jpg", ".hidden.mp3")
    named = [tmp_path / "picture.jpg", tmp_path / ".hidden.mp3"]
    assert _tracks(named, exclude=["*"]) == [Track(path) for path in named]


def test_a_track_comes_once_however_often_it_is_named(tmp_path: Path) -> None:
    _touch(tmp_path, "a/1.mp3", "a/2.mp3")
    paths = [tmp_path / "a" / "2.mp3", tmp_path, tmp_path / "a", tmp_path / "a" / ".." / "a"]
    assert [track.path.name for track in _tracks(paths)] == ["2.mp3", "1.mp3"]


def test_relative_paths_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _touch(tmp_path, "a/1.mp3", "b/2.mp3")
    monkeypatch.chdir(tmp_path / "a")
    found = _tracks([Path("1.mp3"), Path("../b")])
    assert [track.path for track in found] == [tmp_path / "a/1.mp3", tmp_path.resolve() / "b/2.mp3"]


def test_patterns_leave_out_files_and_whole_folders(tmp_path: Path) -> None:
    _touch(tmp_path, "a.wav", "a.mp3", "Podcasts/1.mp3", "x/Podcasts/1.mp3", "x/1.mp3")
    assert _names(tmp_path, ["*.wav", "Podcasts/"]) == ["a.mp3", "x/1.mp3"]


@on_posix
def test_links_never_lead_in_circles_nor_show_a_file_twice(tmp_path: Path) -> None:
    _touch(tmp_path, "a/1.mp3", "a/2.mp3")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "3.mp3").symlink_to(tmp_path / "a" / "1.mp3")
    assert _names(tmp_path) == ["a/1.mp3", "a/2.mp3"]


@on_posix
def test_links_to_nothing_and_pipes_are_skipped_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "gone.mp3").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.mp3").symlink_to(tmp_path / "self.mp3")
    os.mkfifo(tmp_path / "pipe.mp3")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = {skipped.path.name: skipped.sentence for skipped in _skipped([tmp_path])}
    assert list(found) == ["gone.mp3", "pipe.mp3", "self.mp3"]
    assert found["gone.mp3"].endswith("gone.mp3 is a link to nothing and is left out.")
    named = _skipped([tmp_path / "pipe", tmp_path / "gone", tmp_path / "self.mp3"])
    assert len(named) == 3
    assert "not a regular file" in named[0].sentence


def test_a_folder_named_like_music_is_a_folder(tmp_path: Path) -> None:
    _touch(tmp_path, "x.mp3/1.mp3")
    assert _names(tmp_path) == ["x.mp3/1.mp3"]
    assert _names(tmp_path / "x.mp3") == ["1.mp3"]


def test_a_folder_that_vanishes_is_skipped_and_the_scan_goes_on(tmp_path: Path) -> None:
    _touch(tmp_path, "0.mp3", "c/2.mp3")
    (tmp_path / "b").mkdir()
    found = scan([tmp_path], (), chapter_parts)
    assert next(found) == Track(tmp_path / "0.mp3")
    (tmp_path / "b").rmdir()
    skipped, track = found
    assert isinstance(skipped, Skipped)
    assert skipped.path == tmp_path / "b"
    assert "cannot be opened" in skipped.sentence
    assert track == Track(tmp_path / "c" / "2.mp3")


def test_a_folder_that_may_not_be_read_is_skipped_and_the_scan_goes_on(tmp_path: Path) -> None:
    _touch(tmp_path, "a/1.mp3", "b/2.mp3")
    (tmp_path / "a").chmod(0)
    try:
        if os.access(tmp_path / "a", os.R_OK):
            skip_for_want_of("a user whom modes hold back (this one is root or on Windows)")
        assert [skipped.path.name for skipped in _skipped([tmp_path])] == ["a"]
        assert _names(tmp_path) == ["b/2.mp3"]
    finally:
        (tmp_path / "a").chmod(0o700)


@on_posix
@pytest.mark.parametrize(
    "name",
    [
        b"\xff\xfe.mp3", b"new\nline.mp3", b"=1+1.mp3", b"-a.mp3", b"@a.mp3", b"+a.mp3",
        b"n" * 246 + b".mp3", b"trailing .mp3", "e\u0301.mp3".encode(), "🎷.mp3".encode(),
    ],
)  # fmt: skip
def test_any_name_is_found_as_it_is(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).touch()
    assert [os.fsencode(track.path.name) for track in _tracks([tmp_path])] == [name]


def test_what_is_not_there_is_skipped_with_a_reason(tmp_path: Path) -> None:
    [skipped] = scan([tmp_path / "gone.mp3"], (), chapter_parts)
    assert isinstance(skipped, Skipped)
    assert skipped.sentence.endswith("gone.mp3 is not there and is left out.")


def test_a_name_in_a_sentence_neither_breaks_the_line_nor_steers_a_terminal() -> None:
    [skipped] = scan([Path("/gone/\x1b[31m\nred\udcff.mp3")], (), chapter_parts)
    assert isinstance(skipped, Skipped)
    assert r"\x1b[31m\nred\xff.mp3 is not there" in skipped.sentence


def test_a_name_that_no_file_can_have_is_skipped() -> None:
    [skipped] = scan([Path("/a\0b.mp3")], (), chapter_parts)
    assert isinstance(skipped, Skipped)


def test_rows_come_before_the_tree_is_walked(tmp_path: Path) -> None:
    _touch(tmp_path, "a/1.mp3", "b/1.mp3")
    found = scan([tmp_path], (), chapter_parts)
    next(found)
    _touch(tmp_path, "b/2.mp3")
    assert len(list(found)) == 2


def test_a_very_deep_tree_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 600)
    _touch(deep, "1.mp3")
    assert len(_tracks([tmp_path])) == 1


def test_a_sheet_divides_the_file_beside_it(tmp_path: Path) -> None:
    _touch(tmp_path, "album.flac", "bonus.flac")
    (tmp_path / "album.cue").write_text(SHEET, encoding="utf-8")
    album = tmp_path / "album.flac"
    parts = [Track(album, Span(0.0, 60.0), "One"), Track(album, Span(60.0, None), "Track 2")]
    assert _tracks([tmp_path]) == [*parts, Track(tmp_path / "bonus.flac")]
    assert _tracks([album]) == parts
    assert _tracks([tmp_path / "album.cue", album]) == parts


def test_a_sheet_that_is_left_out_divides_nothing_unless_it_is_named(tmp_path: Path) -> None:
    _touch(tmp_path, "album.flac")
    album, sheet = tmp_path / "album.flac", tmp_path / "album.cue"
    sheet.write_text(SHEET, encoding="utf-8")
    for path, parts in ((tmp_path, 1), (album, 1), (sheet, 2)):
        assert len(_tracks([path], ["*.cue"])) == parts


def test_a_broken_sheet_leaves_its_file_whole(tmp_path: Path) -> None:
    _touch(tmp_path, "album.flac")
    (tmp_path / "album.cue").write_bytes(b"\xff\x00 rubbish")
    assert _tracks([tmp_path]) == [Track(tmp_path / "album.flac")]
    [skipped] = _skipped([tmp_path])
    assert "album.cue names no track of a file" in skipped.sentence


def test_a_sheet_of_one_track_a_file_leaves_the_files_whole(tmp_path: Path) -> None:
    _touch(tmp_path, "1.flac", "2.flac")
    (tmp_path / "album.cue").write_text(
        "".join(f'FILE "{n}.wav" WAVE\nTRACK 0{n} AUDIO\nINDEX 01 00:00:00\n' for n in (1, 2)),
        encoding="utf-8",
    )
    assert _tracks([tmp_path]) == [Track(tmp_path / "1.flac"), Track(tmp_path / "2.flac")]
    assert _tracks([tmp_path / "album.cue"]) == _tracks([tmp_path])


def test_a_playlist_that_leads_up_names_files_as_their_folders_do(tmp_path: Path) -> None:
    _touch(tmp_path, "a/1.mp3", "lists/x.txt")
    playlist = tmp_path / "lists" / "list.m3u8"
    playlist.write_text("../a/1.mp3\n", encoding="utf-8")
    root = tmp_path.resolve()
    assert _tracks([playlist]) == [Track(root / "a" / "1.mp3")] == _tracks([root / "a"])


def test_a_playlist_gives_its_files_in_its_order_each_once(tmp_path: Path) -> None:
    _touch(tmp_path, "1.mp3", "2.mp3", "inner.m3u")
    playlist = tmp_path / "list.m3u8"
    playlist.write_text("2.mp3\n1.mp3\n2.mp3\ngone.mp3\ninner.m3u\n", encoding="utf-8")
    found = list(scan([playlist], (), chapter_parts))
    assert found[:2] == [Track(tmp_path / "2.mp3"), Track(tmp_path / "1.mp3")]
    sentences = [skipped.sentence for skipped in found[2:] if isinstance(skipped, Skipped)]
    assert "gone.mp3, which is not there" in sentences[0]
    assert "playlist within a playlist" in sentences[1]


def test_scanning_loads_neither_ffmpeg_nor_mutagen(tmp_path: Path) -> None:
    import subprocess

    _touch(tmp_path, "1.mp3")
    code = (
        "import sys, pathlib; from genre_desktop.core.scan import scan; "
        "from genre_desktop.core.parts import chapter_parts; "
        f"list(scan([pathlib.Path({str(tmp_path)!r})], (), chapter_parts)); "
        "print([m for m in ('onnxruntime', 'av', 'mutagen', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
