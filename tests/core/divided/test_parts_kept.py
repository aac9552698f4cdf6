"""Parts of files that are gone, and of files that nobody could look into, stay in the library."""

from pathlib import Path
from typing import NoReturn

import pytest

from genre_desktop.core.exporting.gathering import PartTitles
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.scan import scan
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from tests.core.answers import DIGEST
from tests.support.browsed import as_before_parts, list_all
from tests.support.divided import (
    COPY,
    DAWN,
    NOON,
    SOUND,
    album,
    answer,
    exported,
    hear,
    listed,
    on_disk,
    sheet,
)


def test_an_older_librarys_album_that_is_gone_loses_no_part_to_a_copy(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    listed(place)
    as_before_parts(place)
    away = file.parent.rename(tmp_path / "away")
    for _ in range(2):
        assert {DAWN, NOON, COPY} <= set(listed(place))
    away.rename(file.parent)
    for _ in range(2):
        rows = listed(place)
    assert rows == exported(place) == [DAWN, NOON, COPY]


def test_what_could_not_be_looked_into_is_asked_of_the_disk_once_more(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    as_before_parts(place)
    with LibraryListing(place, lambda _: None) as listing:  # as where the program is being closed
        assert listing.take_turn(100, {}).files == 2
    for _ in range(2):  # it is looked for, then listed
        list_all(place, divisions_of=on_disk)
    assert listed(place) == exported(place) == [DAWN, NOON, COPY]


def test_a_folder_that_cannot_be_read_says_nothing_of_what_is_in_it(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = album(tmp_path / "music" / "other")
    place = hear(tmp_path / "data", file.parent, other.parent)
    as_before_parts(place)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", _closed)
        listed(place)
    for _ in range(2):
        rows = listed(place)
    assert rows == exported(place) == [DAWN, NOON, DAWN, NOON]


def _closed(folder: Path) -> NoReturn:
    raise PermissionError(13, "Permission denied", str(folder))


def test_an_older_librarys_parts_that_no_sheet_names_any_more_stay_listed(
    file: Path, tmp_path: Path
) -> None:
    other = album(tmp_path / "music" / "other")
    place = hear(tmp_path / "data", file.parent, other.parent)
    as_before_parts(place)
    for one in (file, other):
        sheet(one.with_suffix(".cue"), one, ("Dawn", "", "00:00:00"), ("Noon", "", "00:05:00"))
    assert listed(place) == exported(place) == [DAWN, NOON, DAWN, NOON]


def test_an_older_librarys_copy_that_no_sheet_names_has_not_the_parts_of_another_file(
    file: Path, tmp_path: Path
) -> None:
    other = album(tmp_path / "music" / "a copy before it")
    place = hear(tmp_path / "data", file.parent, other.parent)
    as_before_parts(place)
    other.with_suffix(".cue").unlink()
    assert listed(place) == exported(place) == [DAWN, NOON]


def test_chapters_that_could_not_be_read_are_not_known(tmp_path: Path) -> None:
    book = tmp_path / "book.m4b"
    book.touch()
    assert PartTitles(lambda _: None).divisions_of(book) is None
    assert PartTitles(lambda _: ()).divisions_of(book) == ()


def test_one_part_that_is_asked_for_does_not_hide_what_an_earlier_version_heard(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    as_before_parts(place)
    with Library.open(place) as library:  # and the batch is given up
        library.begin_batch()
        assert library.known(Track(file, Span(0.0, 4.0)), stamp_of(file), DIGEST) is not None
    assert exported(place) == listed(place) == [DAWN, NOON, COPY]


def test_a_moved_file_is_found_again_with_the_first_of_its_parts_that_is_heard(
    file: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent)
    listed(place)
    moved = file.parent.rename(tmp_path / "elsewhere") / file.name
    with Library.open(place) as library, LibraryListing(place, on_disk) as listing:
        library.begin_batch()
        tracks = [one for one in scan([moved], (), chapter_parts) if isinstance(one, Track)]
        first, last = map(answer, tracks)
        library.store(first._replace(from_library=True), stamp_of(moved))
        assert listing.take_turn(100, {}).found_again == ((file, moved),)
        library.store(last._replace(from_library=True), stamp_of(moved))
    assert listed(place) == [DAWN, NOON]


def test_parts_that_are_gone_stay_listed_though_an_undivided_copy_is_there(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    rows = listed(place)
    away = file.parent.rename(tmp_path / "away")
    for _ in range(2):  # it is missed, then listed
        assert listed(place) == rows
    away.rename(file.parent)
    for _ in range(2):
        assert listed(place) == exported(place) == rows


def test_parts_that_are_gone_stay_listed_where_only_a_copy_is_found_again(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    place = hear(tmp_path / "data", file.parent, copy.parent)
    listed(place)
    moved = copy.rename(tmp_path / copy.name)
    file.parent.rename(tmp_path / "away")
    with LibraryListing(place, on_disk) as listing:
        assert listing.relink([(moved, stamp_of(moved), SOUND)], {}) == [(copy, moved)]
    assert sorted(listed(place)) == [DAWN, NOON, COPY]
