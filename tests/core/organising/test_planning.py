"""Where files would go, and which stay where they are."""

from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.organising.pattern import pattern_of
from genre_desktop.core.organising.planning import plan
from genre_desktop.core.organising.wishes import Choice, Fate, How, PlaceRow, counts
from genre_desktop.core.tagging.wishes import Heard
from tests.acceptance.program import need_posix
from tests.support import tagged
from tests.support.tagged import flac, id3, mp4, mutagen


def sure(path: Path, genre: str = "Jazz") -> Heard:
    return Heard(path, genre=genre, probability=0.9)


def song(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def planned(into: Path, *heard: Heard, pattern: str = "{genre}/{file name}") -> list[PlaceRow]:
    return list(plan(heard, Choice(into, How.MOVE, pattern_of(pattern))))


@pytest.mark.parametrize("kind", ["flac", "mp3", "aac"])
def test_the_artist_of_the_album_goes_before_that_of_the_track(tmp_path: Path, kind: str) -> None:
    path = tagged.sound(tmp_path, kind)
    found = mutagen.File(path)
    if found.tags is None:
        found.add_tags()
    if isinstance(found.tags, id3.ID3):
        found.tags.add(id3.TPE1(encoding=3, text=["Singer"]))
        found.tags.add(id3.TPE2(encoding=3, text=["Everybody"]))
        found.tags.add(id3.TALB(encoding=3, text=["Hits"]))
    elif isinstance(found, flac.FLAC):
        found["artist"], found["albumartist"], found["album"] = "Singer", "Everybody", "Hits"
    else:
        assert isinstance(found, mp4.MP4)
        found["©ART"], found["aART"], found["©alb"] = "Singer", "Everybody", "Hits"
    found.save()
    (row,) = plan([sure(path)], Choice(tmp_path / "into"))
    assert row.target == tmp_path / "into" / "Jazz" / "Everybody" / "Hits" / path.name
    pattern = "{track artist}/{file name}"
    (row,) = planned(tmp_path, sure(path), pattern=pattern)
    assert row.target == tmp_path / "Singer" / path.name


def test_what_is_unsure_unheard_a_part_or_left_out_by_rules_stays(music: Path, into: Path) -> None:
    one, two, three, four, five, _ = sorted(music.iterdir())
    rows = planned(
        into,
        sure(one),
        replace(sure(two), unsure=True),
        replace(sure(three), is_left_out=True),
        replace(sure(four), is_part=True),
        Heard(five),
    )
    assert [row.fate for row in rows] == [
        Fate.MOVED,
        Fate.UNSURE,
        Fate.LEFT_OUT,
        Fate.PARTS,
        Fate.UNHEARD,
    ]
    assert [row.wish is None for row in rows] == [False, True, True, True, True]
    assert counts(rows, How.MOVE).startswith("1 would be moved, 1 not among your genres, ")


def test_a_limit_of_confidence_takes_the_place_of_the_models(music: Path, into: Path) -> None:
    heard = [replace(sure(path), unsure=True) for path in sorted(music.iterdir())[:1]]
    (row,) = plan(heard, Choice(into, min_confidence=0.9))
    assert row.fate is Fate.COPIED
    (row,) = plan(heard, Choice(into, min_confidence=0.95))
    assert row.fate is Fate.UNSURE


def test_a_file_with_several_parts_is_told_once(music: Path, into: Path) -> None:
    part = replace(sure(min(music.iterdir())), is_part=True)
    rows = planned(into, part, part)
    assert [row.fate for row in rows] == [Fate.PARTS]


def test_two_files_of_one_name_get_numbers_and_equal_ones_one_place(
    tmp_path: Path, into: Path
) -> None:
    one = song(tmp_path / "a", "song.mp3", b"one")
    other = song(tmp_path / "b", "SONG.MP3", b"two")
    same = song(tmp_path / "c", "song.mp3", b"one")
    rows = planned(into, sure(one), sure(other), sure(same))
    folder = into / "Jazz"
    assert [row.target for row in rows] == [
        folder / "song.mp3",
        folder / "SONG (2).MP3",
        folder / "song.mp3",
    ]
    assert [row.fate for row in rows] == [Fate.MOVED, Fate.MOVED, Fate.ALREADY]


def test_what_lies_there_is_never_taken_for_free(music: Path, into: Path) -> None:
    one, two = sorted(music.iterdir())[:2]
    (into / "Jazz").mkdir(parents=True)
    (into / "Jazz" / one.name).write_bytes(b"something else")
    (into / "Jazz" / two.name).write_bytes(two.read_bytes())
    first, second = planned(into, sure(one), sure(two))
    assert first.target == into / "Jazz" / f"{one.stem} (2).mp3"
    assert second.fate is Fate.ALREADY


def test_organising_again_changes_nothing(tmp_path: Path) -> None:
    path = song(tmp_path / "Jazz", "song.mp3", b"one")
    twin = song(tmp_path / "Jazz", "song (2).mp3", b"two")
    assert [row.fate for row in planned(tmp_path, sure(path), sure(twin))] == [Fate.ALREADY] * 2


def test_folders_that_differ_in_case_only_are_one(tmp_path: Path, into: Path) -> None:
    one = song(tmp_path / "a", "one.mp3", b"one")
    two = song(tmp_path / "a", "two.mp3", b"two")
    rows = planned(into, sure(one, "Hip-Hop"), sure(two, "hip-hop"))
    assert [row.target for row in rows] == [into / "Hip-Hop/one.mp3", into / "Hip-Hop/two.mp3"]


def test_links_are_not_moved_and_gone_files_refused(music: Path, into: Path) -> None:
    need_posix("symbolic links")
    path = min(music.iterdir())
    link = music.parent / "link.mp3"
    link.symlink_to(path)
    linked, gone = planned(into, sure(link), sure(music / "gone.mp3"))
    assert (linked.fate, linked.short) == (Fate.REFUSED, "link")
    assert f"a link to {path}," in linked.sentence  # or nobody knows that it stays, too
    assert (gone.fate, gone.short) == (Fate.REFUSED, "missing")


def test_a_file_that_is_named_itself_is_moved_though_a_link_to_it_came_first(
    music: Path, into: Path
) -> None:
    need_posix("symbolic links")
    path, *_ = sorted(music.iterdir())
    outside = song(music.parent / "outside", "far.mp3", b"far")
    links = [music / "link.mp3", music / "far.mp3"]
    for link, file in zip(links, (path, outside), strict=True):
        link.symlink_to(file)
    choice = Choice(into, How.MOVE, pattern_of("{genre}/{file name}"))
    heard = [sure(link) for link in links]
    moved, near, far = plan([*heard, sure(path)], choice, [music])
    assert (moved.path, moved.target) == (path, into / "Jazz" / path.name)
    assert (near.path, near.short, "leads nowhere" in near.sentence) == (links[0], "link", True)
    assert (far.path, "name that file" in far.sentence) == (links[1], True)
    refused, own = plan([heard[0], sure(path)], choice, [links[0]])
    assert ("name that file" in refused.sentence, own.target) == (True, moved.target)
