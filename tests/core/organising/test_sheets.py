"""CUE sheets go where their files go, or these stay."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.organising.pattern import DEFAULT_PATTERN, pattern_of
from genre_desktop.core.organising.placing import NOT_ALL_GO
from genre_desktop.core.organising.planning import plan
from genre_desktop.core.organising.running import Placed, organise, put_back
from genre_desktop.core.organising.whole_files import whole_files
from genre_desktop.core.organising.wishes import Choice, Fate, How, PlaceRow
from genre_desktop.core.scan import scan
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.wishes import Heard
from tests.acceptance.program import snapshot
from tests.support.divided import album, sheet
from tests.support.tagged import mutagen

TRACKS = ("Dawn", "", "00:00:00"), ("Noon", "", "00:04:00")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return album(tmp_path / "music")


def part(file: Path, **shares: float) -> Heard:
    """What was heard of a part of a file."""
    ranked = sorted(shares.items(), key=lambda one: -one[1])
    label, share = ranked[0]
    return Heard(
        file, is_part=True, genre=label, label=label, probability=share, guesses=tuple(ranked)
    )


def jazz(file: Path, parts: int = 2) -> list[Heard]:
    return whole_files([part(file, Jazz=0.9)] * parts)


def whole(file: Path, genre: str = "Jazz") -> Heard:
    return Heard(file, genre=genre, probability=0.9)


def sheet_of_both(file: Path, other: Path) -> Path:
    """A sheet with two tracks in one file and the third in another."""
    both = sheet(file.with_name("both.cue"), file, *TRACKS)
    with both.open("a") as written:
        written.write(f'\nFILE "{other.name}" WAVE\nTRACK 03 AUDIO\nINDEX 01 00:00:00\n')
    return both


def planned(
    heard: list[Heard], into: Path, how: How = How.MOVE, pattern: str = "{genre}/{file name}"
) -> list[PlaceRow]:
    return list(plan(heard, Choice(into, how, pattern_of(pattern))))


def carried_out(rows: list[PlaceRow], journal: Path, into: Path) -> list[Placed]:
    with Journal.open(journal) as opened:
        return list(organise(opened, [row.wish for row in rows if row.wish is not None], into))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def titles(folder: Path) -> list[str]:
    """The tracks that a scan finds in a folder."""
    found = scan([folder], (), lambda _: ())
    return [getattr(one, "part_title", "skipped") for one in found]


@pytest.mark.parametrize("how", [How.COPY, How.MOVE])
def test_an_album_goes_with_its_sheet_and_comes_back(
    file: Path, into: Path, journal: Path, how: How
) -> None:
    before = snapshot(file.parent)
    heard = whole_files([part(file, Jazz=0.6, Rock=0.4), part(file, Rock=0.5, Jazz=0.45)])
    rows = planned(heard, into, how)
    placed = carried_out(rows, journal, into)
    assert [one.is_along for one in placed] == [False, True]
    assert names(into) == ["Jazz/album.cue", "Jazz/album.flac"]
    assert titles(into) == ["Dawn", "Noon"]
    if how is How.COPY:
        assert snapshot(file.parent) == before
    else:
        assert list(file.parent.iterdir()) == []
    with Journal.open(journal) as opened:  # the file alone is asked for
        entry = opened.places.entries_at(into / "Jazz" / "album.flac")
        back = list(put_back(opened, opened.places.with_sheets(entry)))
    assert [one.refused for one in back] == ["", ""]
    assert (snapshot(file.parent), into.exists()) == (before, False)


def test_who_stops_after_a_file_has_its_sheet_there_too(
    file: Path, into: Path, journal: Path
) -> None:
    (row,) = planned(jazz(file), into)
    assert row.wish is not None
    with Journal.open(journal) as opened:
        run = organise(opened, [row.wish], into)
        assert next(run).path == file
        run.close()
    assert names(into) == ["Jazz/album.cue", "Jazz/album.flac"]


def test_what_the_file_does_not_say_the_sheet_says(file: Path, into: Path) -> None:
    tags = mutagen.File(file)
    tags.delete()
    tags.save()
    (row,) = planned(jazz(file), into, pattern=DEFAULT_PATTERN)
    assert row.target == into / "Jazz" / "The Band" / "The Album" / "album.flac"


def test_a_file_of_which_not_all_parts_are_heard_or_of_several_words_stays(
    file: Path, into: Path
) -> None:
    corrected = [replace(part(file, **{one: 1.0}), is_corrected=True) for one in ("Fado", "Jazz")]
    here = (jazz(file, 1), "not all"), (jazz(file, 3), "not all"), (whole_files(corrected), "give")
    for heard, reason in here:
        (row,) = planned(heard, into)
        assert row.fate is Fate.PARTS
        assert reason in row.sentence
    (row,) = planned(whole_files([part(file, Jazz=0.9), Heard(file, is_part=True)]), into)
    assert (row.fate, "not all of its tracks have a genre" in row.sentence) == (Fate.UNHEARD, True)
    (row,) = planned(whole_files([corrected[0]] * 2), into)
    assert row.target == into / "Fado" / "album.flac"


def test_a_file_stays_where_its_sheet_would_not_find_it_again(file: Path, into: Path) -> None:
    (row,) = planned(jazz(file), into, pattern="{genre}/{title}")
    assert (row.fate, row.wish) == (Fate.REFUSED, None)
    assert "knows the file as album.flac, which would be File's title.flac" in row.sentence
    # as a whole, it was listed before the sheet came
    assert planned([whole(file)], into, pattern="{genre}/{title}")[0].fate is Fate.REFUSED
    other = shutil.copyfile(file, file.with_name("other.flac"))
    sheet_of_both(file, other)
    (row,) = planned(jazz(file), into)
    assert "its CUE sheet both.cue cannot go along: not all of the files that" in row.sentence
    (row,) = planned([whole(other)], into)
    assert row.wish is not None  # which is a whole, and needs no sheet
    assert (row.wish.sheets, row.left) == ((), "its CUE sheet both.cue stays: " + NOT_ALL_GO[0])


def test_the_sheet_of_one_track_goes_along_where_it_can(file: Path, into: Path) -> None:
    sheet(file.with_suffix(".cue"), file, TRACKS[0])
    for pattern, along in (("{genre}/{file name}", 1), ("{genre}/{title}", 0)):
        (row,) = planned([whole(file)], into, pattern=pattern)
        assert row.wish is not None
        assert len(row.wish.sheets) == along
        assert ("knows the file as" in row.left) is not along


def test_nothing_is_overwritten_by_a_sheet_and_no_file_goes_without(
    file: Path, into: Path, journal: Path
) -> None:
    there = into / "Jazz" / "album.cue"
    rows = planned(jazz(file), into)
    there.parent.mkdir(parents=True)
    there.write_text("another")
    before = snapshot(file.parent)
    (placed,) = carried_out(rows, journal, into)
    assert "its CUE sheet album.cue cannot go along: another file has taken" in placed.refused
    (row,) = planned(jazz(file), into)
    assert "another file lies at its new place" in row.sentence
    assert (snapshot(file.parent), there.read_text()) == (before, "another")
    there.write_bytes(file.with_suffix(".cue").read_bytes())
    (row,) = planned(jazz(file), into)
    assert row.wish is not None  # its own sheet lies there already
    assert row.wish.sheets == ()


def test_two_albums_whose_sheets_have_one_name_do_not_meet(file: Path, into: Path) -> None:
    other = shutil.copytree(file.parent, file.parent.with_name("other")) / "second.flac"
    other.with_name("album.flac").rename(other)
    other.write_bytes(other.read_bytes() + b"more")
    sheet(other.with_name("album.cue"), other, *TRACKS)
    one, two = planned([*jazz(file), *jazz(other)], into)
    assert one.fate is Fate.MOVED
    assert (two.fate, two.short) == (Fate.REFUSED, "held by a CUE sheet")


def test_a_sheet_that_changed_since_it_was_looked_at_keeps_its_file(
    file: Path, into: Path, journal: Path
) -> None:
    rows = planned(jazz(file), into)
    sheet(file.with_suffix(".cue"), file, *TRACKS, ("Dusk", "", "00:06:00"))
    (placed,) = carried_out(rows, journal, into)
    assert "changed by another program" in placed.refused
    assert file.is_file()
    assert names(into) == []
