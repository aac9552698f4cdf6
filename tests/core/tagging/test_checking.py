"""What a copy must say before it takes a file's place, and what is said where it does not."""

from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import write_genres
from tests.support import tagged
from tests.support.tag_run import tag_all

DESCRIPTION = bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850")
LONG = "A genre of a very long name, " * 60


def refused(journal: Path, path: Path, *genres: str) -> str:
    """Why a file is left as it is."""
    before = path.read_bytes()
    (done,) = tag_all(journal, path.parent, *genres)
    assert done.change is None
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    return done.refused


def with_two_descriptions(folder: Path) -> Path:
    """A Windows Media file with a second list of attributes, where programs find one more genre."""
    path = tagged.sound(folder, "wma")
    data = path.read_bytes()
    name, value = (f"{text}\0".encode("utf-16-le") for text in ("WM/Genre", "Funk"))
    inner = b"".join(
        (b"\x01\0", bytes([len(name), 0]), name, b"\0\0", bytes([len(value), 0]), value)
    )
    second = DESCRIPTION + (24 + len(inner)).to_bytes(8, "little") + inner
    size, count = int.from_bytes(data[16:24], "little"), data[24]
    head = data[:16] + (size + len(second)).to_bytes(8, "little") + bytes((count + 1, 0, 0, 0))
    path.write_bytes(head + data[28:size] + second + data[size:])
    return path


def test_a_genre_behind_a_thousand_signs_of_others_counts(music: Path, journal: Path) -> None:
    path = with_two_descriptions(music)
    assert [str(each) for each in tagged.mutagen.File(path)["WM/Genre"]] == ["Funk"]
    assert "genre was not read back" in refused(journal, path, "Jazz")
    assert "genre was not read back" in refused(journal, path, LONG.strip())


def test_genres_of_one_text_are_found_whatever_parts_them(music: Path, journal: Path) -> None:
    path = tagged.sound(music, "mp3")
    for separator in ("  ", " / ", ";", ""):
        with Journal.open(journal) as opened:
            wish = Wish(path, stamp_of(path), ("Jazz" + separator.strip(), "Hip  Hop", LONG))
            (done,) = write_genres(opened, [wish], Preferences(separator=separator))
        assert done.refused == ""


def test_apev2_text_that_is_no_utf8_is_said_to_be_unreadable(music: Path, journal: Path) -> None:
    path = tagged.tagged(tagged.sound(music, "wavpack"))
    path.write_bytes(path.read_bytes().replace(b"A Title", b"A Titl\xff"))
    assert "its tags cannot be read as they are" in refused(journal, path, "Jazz")


def test_flac_behind_id3_with_a_footer_is_said_to_be_unreadable(music: Path, journal: Path) -> None:
    path = tagged.sound(music, "flac")
    head = b"\x04\0\x10\0\0\0\x05"
    path.write_bytes(b"ID3" + head + bytes(5) + b"3DI" + head + path.read_bytes())
    assert "its tags cannot be read as they are" in refused(journal, path, "Jazz")


ID3V1 = b"TAG" + bytes(125)
IS_TAKEN_FOR_SOUND = "it ends in an ID3v1 tag, and beside that one others would be taken for sound"


@pytest.mark.parametrize("kind", ["wav", "mpc"])
def test_of_a_file_that_ends_in_id3v1_the_true_reason_is_said(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.musepack(music) if kind == "mpc" else tagged.sound(music, kind)
    path.write_bytes(path.read_bytes() + ID3V1)
    assert IS_TAKEN_FOR_SOUND in refused(journal, path, "Jazz")
    path.write_bytes(path.read_bytes().removesuffix(ID3V1))
    (done,) = tag_all(journal, music, "Jazz")
    assert done.refused == ""


def test_a_wav_file_with_sound_behind_its_length_has_another_reason(
    music: Path, journal: Path
) -> None:
    path = tagged.sound(music, "wav")
    data = path.read_bytes()
    place = data.index(b"data") + 4
    shorter = int.from_bytes(data[place : place + 4], "little") - 4_000
    path.write_bytes(data[:place] + shorter.to_bytes(4, "little") + data[place + 4 :])
    assert "ID3v1" not in refused(journal, path, "Jazz")
