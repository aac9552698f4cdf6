"""What a folder, a playlist and a CUE sheet on the command line give."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.acceptance.program import Run, program_in, without_privileges
from tests.support.sounds import music, write_sound, write_with_chapters

_CUE = """PERFORMER "The Band"
TITLE "The Album"
FILE "album.flac" WAVE
  TRACK 01 AUDIO
    TITLE "One"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Two"
    PERFORMER "Guest"
    INDEX 00 00:05:00
    INDEX 01 00:06:00
  TRACK 03 AUDIO
    TITLE "Three"
    INDEX 01 00:12:37
"""


def _sound(path: Path, seed: int, seconds: float = 2.0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_sound(path, music(seconds, seed=seed), "mp3")


@dataclass(frozen=True)
class Scanned:
    """Two runs over one tree, the second with patterns to leave out."""

    tree: Path
    whole: Run
    again: Run
    partly: Run


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Scanned:
    place = tmp_path_factory.mktemp("tree")
    tree = place / "tree"
    _sound(tree / "b.mp3", 1)
    _sound(tree / "Folder.mp3" / "inside.mp3", 2)
    _sound(tree / ".hidden.mp3", 3)
    _sound(tree / ".hidden" / "x.mp3", 3)
    _sound(tree / "no extension", 4)
    _sound(tree / "LOUD.MP3", 5)
    _sound(tree / "left out" / "c.mp3", 6)
    _sound(place / "outside" / "o.mp3", 7)
    (tree / "notes.txt").write_text("Bring milk.\n" * 100)
    (tree / "cover.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(1000))
    write_sound(tree / "album.flac", music(18.0, seed=8), "flac")
    (tree / "album.cue").write_text(_CUE)
    if sys.platform != "win32":
        (tree / "left out" / "loop").symlink_to(tree)
        (tree / "left out" / "self").symlink_to(".")
        (tree / "to outside").symlink_to("../outside")
        os.mkfifo(tree / "pipe.mp3")
    program = program_in(place)
    whole = program.classify(tree)
    again = program.classify(tree, tree / "b.mp3", tree)
    partly = program.classify(tree, "--exclude", "left out/", "--exclude", "*.flac")
    return Scanned(tree, whole, again, partly)


def _names(run: Run) -> list[str]:
    return [Path(row["path"]).name for row in run.rows]


def test_music_is_found_in_all_folders_and_only_music(scanned: Scanned) -> None:
    expected = ["LOUD.MP3", "album.flac", "b.mp3", "c.mp3", "inside.mp3", "no extension"]
    found = {name for name in _names(scanned.whole) if name != "o.mp3"}
    assert sorted(found) == expected


def test_hidden_files_and_folders_are_skipped(scanned: Scanned) -> None:
    assert not {".hidden.mp3", "x.mp3"} & set(_names(scanned.whole))


def test_a_loop_of_links_gives_every_file_once(scanned: Scanned) -> None:
    names = [name for name in _names(scanned.whole) if name != "album.flac"]
    assert len(names) == len(set(names))


def test_a_link_to_a_folder_elsewhere_is_followed(scanned: Scanned) -> None:
    if sys.platform != "win32":
        assert "o.mp3" in _names(scanned.whole)


def test_a_named_pipe_is_reported_and_does_not_block(scanned: Scanned) -> None:
    if sys.platform != "win32":
        lines = [line for line in scanned.whole.err.splitlines() if "pipe.mp3" in line]
        assert len(lines) == 1
        assert scanned.whole.code == 1


def test_the_order_is_the_same_each_time(scanned: Scanned) -> None:
    first = [row["path"] for row in scanned.whole.rows]
    assert [row["path"] for row in scanned.again.rows] == first


def test_a_path_that_is_named_twice_is_listed_once(scanned: Scanned) -> None:
    assert len(scanned.again.rows) == len(scanned.whole.rows)


def test_a_pattern_leaves_out_files_and_folders(scanned: Scanned) -> None:
    gone = set(_names(scanned.whole)) - set(_names(scanned.partly))
    assert gone == {"album.flac", "c.mp3"}


def test_a_cue_sheet_gives_a_part_for_each_of_its_tracks(scanned: Scanned) -> None:
    parts = [row for row in scanned.whole.rows if row["path"].endswith("album.flac")]
    assert [(row["artist"], row["title"], row["album"]) for row in parts] == [
        ("The Band", "One", "The Album"),
        ("Guest", "Two", "The Album"),
        ("The Band", "Three", "The Album"),
    ]
    lengths = [float(row["duration_seconds"]) for row in parts]
    assert lengths == pytest.approx([6.0, 12 + 37 / 75 - 6, 18 - 12 - 37 / 75], abs=0.05)
    assert all(row["predicted_genre"] for row in parts)


def test_parts_say_in_the_json_where_they_begin(scanned: Scanned) -> None:
    parts = [track["part"] for track in scanned.whole.tracks if track["part"]]
    assert len(parts) == 3


def test_chapters_inside_a_file_are_parts_with_a_genre_each(tmp_path: Path) -> None:
    mix = write_with_chapters(
        tmp_path / "mix.mka", music(10.0, seed=1), ("Dawn", 0, 4), ("Noon", 4, 10)
    )
    run = program_in(tmp_path).classify(mix)
    assert [row["title"] for row in run.rows] == ["Dawn", "Noon"]
    assert [float(row["duration_seconds"]) for row in run.rows] == pytest.approx([4, 6], abs=0.1)
    assert all(row["predicted_genre"] for row in run.rows)


@dataclass(frozen=True)
class Listed:
    """Runs over playlists of each kind."""

    runs: dict[str, Run]


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Listed:
    place = tmp_path_factory.mktemp("lists")
    umlaut = _sound(place / "music" / "Ä b.mp3", 1)
    signs = _sound(place / "music" / "c#1%.mp3", 2)
    plain = _sound(place / "music" / "d.mp3", 3)
    texts = {
        "l.m3u8": (
            f"\ufeff#EXTM3U\n#EXTINF:2,X\nmusic/d.mp3\n\n{umlaut}\nmusic/gone.mp3\n"
            "http://music.invalid/x.mp3\nl.m3u8\n"
        ).encode(),
        "l.m3u": "music\\d.mp3\r\nmusic/Ä b.mp3\r\n".encode("latin-1"),
        "l.pls": (
            "[playlist]\nFile2=music/d.mp3\nTitle2=x\nFile1=music/Ä b.mp3\nNumberOfEntries=2\n"
        ).encode(),
        "l.xspf": (
            '<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList>'
            f"<track><location>{quote('music/c#1%.mp3')}</location></track>"
            f"<track><location>{plain.as_uri()}</location></track></trackList></playlist>"
        ).encode(),
    }
    program = program_in(place)
    program.classify(umlaut, signs, plain)  # so that the runs below are quick
    for name, text in texts.items():
        (place / name).write_bytes(text)
    return Listed({name: program.classify(place / name) for name in texts})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("l.m3u8", ["d.mp3", "Ä b.mp3"]),
        ("l.m3u", ["d.mp3", "Ä b.mp3"]),
        ("l.pls", ["Ä b.mp3", "d.mp3"]),
        ("l.xspf", ["c#1%.mp3", "d.mp3"]),
    ],
)
def test_a_playlist_gives_its_tracks_in_its_order(
    listed: Listed, name: str, expected: list[str]
) -> None:
    assert _names(listed.runs[name]) == expected
    assert listed.runs[name].code == (1 if name == "l.m3u8" else 0)


@pytest.mark.parametrize("entry", ["gone.mp3", "http://music.invalid/x.mp3", "l.m3u8"])
def test_an_entry_that_cannot_be_opened_is_named(listed: Listed, entry: str) -> None:
    assert entry in listed.runs["l.m3u8"].err


@pytest.fixture(scope="module")
def forbidden(tmp_path_factory: pytest.TempPathFactory) -> Run:
    place = tmp_path_factory.mktemp("forbidden")
    program = program_in(place)
    words = without_privileges()
    good = _sound(place / "tree" / "good.mp3", 1)
    locked = place / "tree" / "locked"
    _sound(locked / "x.mp3", 2)
    secret = _sound(place / "tree" / "secret.mp3", 3)
    locked.chmod(0)
    secret.chmod(0)
    try:
        return type(program)(program.home, program.out, words).classify(good.parent)
    finally:
        locked.chmod(0o700)
        secret.chmod(0o600)


def test_a_folder_that_may_not_be_read_is_reported_and_the_rest_is_done(forbidden: Run) -> None:
    lines = [line for line in forbidden.err.splitlines() if "locked" in line]
    assert len(lines) == 1
    assert forbidden.by_name["good.mp3"]["predicted_genre"]
    assert forbidden.code == 1


def test_a_file_that_may_not_be_read_is_reported(forbidden: Run) -> None:
    assert [line for line in forbidden.err.splitlines() if "secret.mp3" in line]
    assert "Traceback" not in forbidden.err
