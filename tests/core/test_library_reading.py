"""The library read from one end to the other."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.exporting.gathering import library_rows
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library, LibraryUnavailable
from genre_desktop.core.library_reading import LibraryReading, Remembered
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Problem, Span
from tests.core.answers import DIGEST, troubled
from tests.support.remembered import heard, library_of, song


def no_chapters(_path: Path) -> tuple[Track, ...]:
    return ()


def read(place: Path, *, with_details: bool = False) -> list[Remembered]:
    with closing(LibraryReading(place)) as library:
        [model] = library.models()
        assert (model.name, model.digest) == ("tiny", DIGEST)
        return list(library.remembered(model, with_details=with_details))


def rows(found: list[Remembered]) -> Iterator[LibraryRow]:
    with closing(TagsApart()) as tags:
        yield from library_rows(found, tags, no_chapters)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    paths = [song(tmp_path / os.fsdecode(name)) for name in (b"b.flac", b"\xff.flac", b"a.flac")]
    return library_of(tmp_path / "data", *map(heard, paths))


def test_files_come_by_name_and_their_names_are_exact(place: Path, tmp_path: Path) -> None:
    paths = [one.outcome.track.path for one in read(place)]
    assert paths == [tmp_path / os.fsdecode(name) for name in (b"a.flac", b"b.flac", b"\xff.flac")]


def test_timelines_come_only_where_they_are_wanted(place: Path) -> None:
    for wanted in (False, True):
        verdicts = [one.outcome.verdict for one in read(place, with_details=wanted)]
        assert [verdict is not None for verdict in verdicts] == [True] * 3
        timelines = [verdict.timeline is not None for verdict in verdicts if verdict]
        assert timelines == [wanted] * 3


def test_the_later_of_an_answer_and_a_problem_counts(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    with Library.open(place) as library:
        library.store(troubled(path, Problem.TIMED_OUT), stamp_of(path))
    assert read(place)[0].outcome.problem is None  # the same file: another package's trouble
    path.write_text("words now")
    with Library.open(place) as library:
        library.store(troubled(path, Problem.NOT_AUDIO), stamp_of(path))
    problem = read(place)[0].outcome.problem
    assert problem is not None
    assert problem.problem is Problem.NOT_AUDIO
    assert len(read(place)) == 3


def test_a_file_that_was_made_good_by_a_copy_of_known_sound_has_no_problem_any_more(
    place: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.flac"
    path.write_text("words now")
    with Library.open(place) as library:
        library.store(troubled(path, Problem.NOT_AUDIO), stamp_of(path))
        known = heard(song(path))._replace(audio_hash="sound of b.flac", from_library=True)
        library.store(known, stamp_of(path))
    assert read(place)[0].outcome.problem is None


def test_tags_that_the_library_keeps_are_not_read_again(place: Path, tmp_path: Path) -> None:
    path = song(tmp_path / "a.flac", artist="Before")
    with Library.open(place) as library:
        library.tags(path, stamp_of(path))
    kept = read(place)[0].tags
    assert kept is not None
    assert kept.artist == "Before"
    song(path, artist="After")
    os.utime(path, ns=(1, 1))
    assert read(place)[0].tags is None
    assert next(rows(read(place))).listing.tags.artist == "After"
    path.unlink()
    gone = next(rows(read(place)))
    assert (gone.is_gone, gone.listing.tags.artist) == (True, "Before")


def test_parts_have_the_titles_of_their_sheet(tmp_path: Path) -> None:
    album = song(tmp_path / "album.flac")
    (tmp_path / "album.cue").write_text(
        'PERFORMER "Band"\nFILE "album.flac" WAVE\n'
        '  TRACK 01 AUDIO\n    TITLE "One"\n    INDEX 01 00:00:00\n'
        '  TRACK 02 AUDIO\n    TITLE "Two"\n    INDEX 01 00:05:00\n'
    )
    spans = (Span(0.0, 5.0), Span(5.0, None), Span(7.0, None))
    place = library_of(tmp_path / "data", *(heard(album, span=span) for span in spans))
    found = [row.listing for row in rows(read(place))]
    assert [listing.track.part_title for listing in found] == ["One", "Two", ""]
    assert [listing.tags.title for listing in found] == ["One", "Two", ""]


def test_the_same_sound_again_is_a_duplicate(place: Path, tmp_path: Path) -> None:
    again = heard(song(tmp_path / "c.flac"))._replace(audio_hash="sound of a.flac")
    library_of(place.parent, again)
    assert [row.is_duplicate for row in rows(read(place))] == [False, False, True, False]


def test_a_library_that_is_none_or_damaged_is_told(tmp_path: Path, place: Path) -> None:
    with pytest.raises(LibraryUnavailable, match="no library yet"):
        LibraryReading(tmp_path / "none.sqlite")
    (tmp_path / "words.sqlite").write_text("words")
    with pytest.raises(LibraryUnavailable, match="cannot be read"):
        LibraryReading(tmp_path / "words.sqlite")
    content = bytearray(place.read_bytes())
    content[4_096:] = b"\xaa" * (len(content) - 4_096)
    place.write_bytes(content)
    with pytest.raises(LibraryUnavailable, match="cannot be read"):
        read(place)


def test_what_was_begun_may_be_forgotten_after_the_library_was_closed(place: Path) -> None:
    """As after Ctrl-C, in whatever order; a complaint of the generator would fail this test."""
    library = LibraryReading(place)
    begun = library.sounds()
    assert next(begun)
    library.close()
    del begun
