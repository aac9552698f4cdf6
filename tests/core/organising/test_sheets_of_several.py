"""The CUE sheet of an album in several files goes along where all of them go together."""

from pathlib import Path

import pytest

from genre_desktop.core.organising.placing import NOT_ALL_GO
from genre_desktop.core.organising.running import organise, put_back
from genre_desktop.core.organising.wishes import Fate, How
from genre_desktop.core.tagging.journal import Journal
from tests.acceptance.program import snapshot
from tests.core.organising.test_sheets import (
    carried_out,
    jazz,
    names,
    planned,
    sheet_of_both,
    titles,
    whole,
)
from tests.support.divided import album

NAMES = ["01.mp3", "02.mp3", "03.mp3"]
STAYS = "its CUE sheet album.cue stays: "
ALONG = [f"Jazz/{name}" for name in (*NAMES, "album.cue")]


@pytest.fixture
def tracks(tmp_path: Path) -> list[Path]:
    """One file for each track, with a sheet that knows them as what they were ripped to."""
    folder = tmp_path / "music"
    folder.mkdir()
    lines = []
    for number, name in enumerate(NAMES, start=1):
        (folder / name).write_bytes(bytes([number]) * 100)
        lines.append(f'FILE "{number:02}.wav" WAVE\nTRACK {number:02} AUDIO\nINDEX 01 00:00:00\n')
    (folder / "album.cue").write_text("".join(lines))
    return [folder / name for name in NAMES]


@pytest.mark.parametrize("how", [How.COPY, How.MOVE])
def test_it_goes_after_the_last_and_comes_back_with_the_last(
    tracks: list[Path], into: Path, journal: Path, how: How
) -> None:
    before = snapshot(tracks[0].parent)
    rows = planned([whole(one) for one in tracks], into, how)
    assert {len(row.wish.sheets) for row in rows if row.wish is not None} == {1}
    placed = carried_out(rows, journal, into)
    assert [one.is_along for one in placed] == [False, False, False, True]
    assert names(into) == ALONG
    for back, left in ((NAMES[:1], ALONG[1:]), (NAMES[1:], [])):
        with Journal.open(journal) as opened:
            there = [into / "Jazz" / name for name in back]
            entries = [entry for one in there for entry in opened.places.entries_at(one)]
            done = list(put_back(opened, opened.places.with_sheets(entries)))
        assert {one.refused for one in done} == {""}
        assert (names(into) if into.exists() else []) == left
    assert snapshot(tracks[0].parent) == before


def test_it_stays_and_says_why_where_it_would_not_find_all_of_them(
    tracks: list[Path], into: Path
) -> None:
    heard = [whole(one) for one in tracks]
    several = planned([*heard[:2], whole(tracks[2], "Rock")], into)
    assert {row.left for row in several} == {
        STAYS + "the files that it names would go into several folders"
    }
    renamed = planned(heard, into, pattern="{genre}/a {file name}")
    assert {row.left.partition(",")[0] for row in renamed} == {
        STAYS + "it knows the file as 01.mp3"
    }
    assert {row.left for row in planned(heard[:2], into)} == {STAYS + NOT_ALL_GO[0]}
    for row in (*several, *renamed):
        assert row.wish is not None
        assert row.wish.sheets == ()


def test_a_file_that_stays_at_last_keeps_it(tracks: list[Path], into: Path, journal: Path) -> None:
    rows = planned([whole(one) for one in tracks], into)
    tracks[1].write_bytes(b"changed")
    placed = carried_out(rows, journal, into)
    assert [one.is_written for one in placed] == [True, False, True, False]
    assert placed[-1].refused == STAYS + NOT_ALL_GO[0]
    assert names(into) == ["Jazz/01.mp3", "Jazz/03.mp3"]
    left = planned([whole(tracks[1])], into)  # what is there still takes it along
    assert [one.is_along for one in carried_out(left, journal, into)] == [False, True]
    assert names(into) == ALONG


def test_a_file_that_was_deselected_keeps_it(tracks: list[Path], into: Path, journal: Path) -> None:
    wishes = [row.wish for row in planned([whole(one) for one in tracks], into) if row.wish]
    with Journal.open(journal) as opened:
        *_, last = organise(opened, wishes[:2], into)
    assert (last.path, last.refused) == (tracks[1], STAYS + NOT_ALL_GO[0])
    assert names(into) == ["Jazz/01.mp3", "Jazz/02.mp3"]


def test_a_copy_that_was_stopped_goes_on_with_it(
    tracks: list[Path], into: Path, journal: Path
) -> None:
    heard = [whole(one) for one in tracks]
    with Journal.open(journal) as opened:
        wishes = [row.wish for row in planned(heard, into, How.COPY) if row.wish is not None]
        run = organise(opened, wishes, into)
        assert next(run).path == tracks[0]
        run.close()
    assert [one.is_along for one in carried_out(planned(heard, into, How.COPY), journal, into)] == [
        False,
        False,
        True,
    ]
    assert names(into) == ALONG


def test_a_file_that_it_divides_goes_with_all_the_others_or_not_at_all(
    tmp_path: Path, into: Path, journal: Path
) -> None:
    file = album(tmp_path / "music")
    other = file.with_name("other.flac")
    other.write_bytes(b"a whole")
    file.with_suffix(".cue").unlink()
    sheet_of_both(file, other)
    before = snapshot(file.parent)
    apart = planned([*jazz(file), whole(other, "Rock")], into)
    assert [row.fate for row in apart] == [Fate.REFUSED, Fate.MOVED]
    together = planned([*jazz(file), whole(other)], into)
    assert [row.fate for row in together] == [Fate.MOVED, Fate.MOVED]
    assert together[0].wish is not None
    with Journal.open(journal) as opened:
        (alone,) = organise(opened, [together[0].wish], into)
    assert "its CUE sheet both.cue cannot go along: not all" in alone.refused
    assert snapshot(file.parent) == before
    carried_out(together, journal, into)
    assert names(into) == ["Jazz/album.flac", "Jazz/both.cue", "Jazz/other.flac"]
    assert titles(into)[:2] == ["Dawn", "Noon"]
