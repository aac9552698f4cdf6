"""Genres of Windows Media files, which stand in three lists of attributes in the header."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.core.tagging.asf_files import read_asf
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import GENRE, Preferences, RawField, splices_to, without
from genre_desktop.core.tags import read_tags
from genre_desktop.dsp.payload import payload_hash
from tests.core.tagging.test_round_trip import genre_by_ffprobe
from tests.support import tagged
from tests.support.tag_run import tag_all, undo_last

PLAIN = Preferences()
OF_A_STREAM = [tagged.asf.ASFUnicodeAttribute("Funk", stream=1)]
SEVERAL = [tagged.asf.ASFUnicodeAttribute(name) for name in ("Jazz", "Rock", "Folk")]
LANGUAGES = [tagged.asf.ASFUnicodeAttribute("Blues", language=0)]


def as_others_write_it(folder: Path, genres: list[Any]) -> Path:
    """A file as mutagen, and what is made of it, write it: with attributes in all three lists."""
    path = tagged.tagged(tagged.sound(folder, "wma"))
    found = tagged.mutagen.File(path)
    found["WM/Genre"] = genres
    found["WM/Composer"] = ["One", "Another"]
    found["large"] = tagged.asf.ASFByteArrayAttribute(bytes(70_000))
    found["of a stream"] = tagged.asf.ASFUnicodeAttribute("x", stream=1)
    found.save()
    return path


def told_by_mutagen(path: Path) -> list[tuple[str, object, int | None, int | None]]:
    """All attributes but genres."""
    return [
        (name, each.value, each.language, each.stream)
        for name, each in tagged.mutagen.File(path).tags
        if name != "WM/Genre"
    ]


def genres_of(path: Path) -> list[str]:
    return [str(each) for each in tagged.mutagen.File(path).tags.get("WM/Genre", [])]


@pytest.mark.parametrize("before", [SEVERAL, OF_A_STREAM, LANGUAGES, [], SEVERAL + OF_A_STREAM])
@pytest.mark.parametrize("after", [["Döner 雪"], ["Pop", "Soul", "Ska"]])
def test_genres_take_the_place_of_those_in_all_lists(
    music: Path,
    journal: Path,
    tool: Callable[[str], str],
    before: list[Any],
    after: list[str],
) -> None:
    path = as_others_write_it(music, before)
    data, sound, others = path.read_bytes(), payload_hash(path), told_by_mutagen(path)
    fields, was = without(read_document(path, PLAIN), {GENRE}), genres_of(path)
    assert list(read_document(path, PLAIN).genres()) == was
    (done,) = tag_all(journal, music, *after)
    assert done.refused == ""
    assert genres_of(path) == after
    assert genre_by_ffprobe(tool("ffprobe"), path) == after[0]
    assert told_by_mutagen(path) == others
    assert without(read_document(path, PLAIN), {GENRE}) == fields
    assert payload_hash(path) == sound
    assert undo_last(journal) == [""]
    assert path.read_bytes() == data


def test_all_genres_go_and_come_back(music: Path, journal: Path) -> None:
    path = as_others_write_it(music, SEVERAL)
    data = path.read_bytes()
    (done,) = tag_all(journal, music)
    assert (done.refused, genres_of(path)) == ("", [])
    assert undo_last(journal) == [""]
    assert path.read_bytes() == data


def test_what_mutagen_would_write_is_written(music: Path, journal: Path) -> None:
    path = as_others_write_it(music, [])
    (done,) = tag_all(journal, music, "Pop", "Soul", "Ska")
    assert done.refused == ""
    ours = path.read_bytes()
    found = tagged.mutagen.File(path)
    found.save()
    theirs = path.read_bytes()
    path.write_bytes(ours)
    with path.open("rb") as file:
        read = read_asf(file)
    path.write_bytes(theirs)
    with path.open("rb") as file:
        assert sorted(read.fields, key=_key) == sorted(read_asf(file).fields, key=_key)


def _key(field: RawField) -> tuple[str, bytes]:
    return field.key, field.raw


def test_genres_of_two_lists_go_back_in_a_file_that_was_changed_elsewhere(
    music: Path, journal: Path
) -> None:
    path = as_others_write_it(music, SEVERAL)
    tag_all(journal, music, "Pop", "Soul")
    found = tagged.mutagen.File(path)
    found["Title"] = "Another title"
    found.save()
    assert undo_last(journal) == [""]
    assert genres_of(path) == ["Jazz", "Rock", "Folk"]
    assert read_tags(path).title == "Another title"


def test_what_is_no_genre_is_not_in_what_changes(music: Path) -> None:
    path = as_others_write_it(music, SEVERAL)
    document = read_document(path, PLAIN)
    splices = splices_to(document, without(document, {GENRE}))
    assert sum(len(splice.old) for splice in splices) < 2_000


def without_extension(folder: Path) -> Path:
    """A file whose header has no place for the lists of metadata."""
    path = tagged.sound(folder, "wma")
    data = path.read_bytes()
    place = data.index(bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365"))
    shorter = data[:place] + data[place + 46 :]
    size, count = int.from_bytes(data[16:24], "little"), data[24]
    head = data[:16] + (size - 46).to_bytes(8, "little") + bytes((count - 1, 0, 0, 0))
    path.write_bytes(head + shorter[28:])
    return path


def test_without_an_extension_of_the_header_all_genres_stand_in_one_list(
    music: Path, journal: Path
) -> None:
    path = without_extension(music)
    assert len(tagged.mutagen.File(path).tags) == 1
    (done,) = tag_all(journal, music, "Pop", "Soul")
    assert (done.refused, genres_of(path)) == ("", ["Pop", "Soul"])


def test_a_genre_that_is_too_long_for_the_first_list_stands_in_the_library(
    music: Path, journal: Path
) -> None:
    path = as_others_write_it(music, SEVERAL)
    data, long = path.read_bytes(), "A long name" * 3_000
    (done,) = tag_all(journal, music, long, "Pop")
    assert (done.refused, genres_of(path)) == ("", [long, "Pop"])
    assert undo_last(journal) == [""]
    assert path.read_bytes() == data


def test_a_genre_that_fits_in_no_list_is_refused(music: Path, journal: Path) -> None:
    path = without_extension(music)
    data = path.read_bytes()
    (done,) = tag_all(journal, music, "A long name" * 3_000)
    assert "too long" in done.refused
    assert path.read_bytes() == data
