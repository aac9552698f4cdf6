"""Anybody's music: a folder per genre, or a table of paths and labels."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.support import badfiles
from tests.support.sounds import music, write_sound
from tests.training.datasets.small import clip, table
from training.datasets.artist_tags import artist_in
from training.datasets.checks import Unusable
from training.datasets.kinds import read_source
from training.datasets.rows import TableUnreadable
from training.datasets.splits import with_official_sides
from training.datasets.wishes import Hearing, Wishes

pytestmark = pytest.mark.training


def test_a_folder_per_genre_is_read_with_the_folders_inside_it(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "Album" / "one.wav", 1)
    clip(tmp_path / "Rock" / "two.flac", 2, "flac")
    (tmp_path / "Rock" / "cover.jpg").write_bytes(b"picture")
    clip(tmp_path / "Rock" / ".hidden.wav", 3)
    index = read_source("folders", tmp_path, Wishes())
    assert [(item.track, item.label) for item in index.items] == [
        ("Pop/Album/one.wav", "Pop"),
        ("Rock/two.flac", "Rock"),
    ]
    assert not index.rejected


@pytest.mark.parametrize("kind", ["mp3", "flac", "vorbis", "aac", "wavpack", "wma"])
def test_the_artist_comes_from_the_tags_of_every_family(tmp_path: Path, kind: str) -> None:
    ending = {"vorbis": "ogg", "aac": "m4a", "wavpack": "wv"}.get(kind, kind)
    path = clip(tmp_path / f"one.{ending}", 1, kind, artist="The  Band")
    assert artist_in(path) == "the band"


def test_two_spellings_of_an_artist_are_one(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "a.flac", 1, "flac", artist="ABBA")
    clip(tmp_path / "Pop" / "b.flac", 2, "flac", artist="Abba ")
    index = read_source("folders", tmp_path, Wishes())
    assert len(set(index.artists.tolist())) == 1


def test_two_spellings_in_a_table_or_a_list_are_one_artist_and_that_of_the_tags(
    tmp_path: Path,
) -> None:
    clip(tmp_path / "a.wav", 1)
    clip(tmp_path / "b.wav", 2)
    clip(tmp_path / "c.flac", 3, "flac", artist="THE BAND")
    rows = [("path", "label", "artist"), ("a.wav", "pop", "The  Band"), ("b.wav", "pop", "")]
    listed = table(tmp_path / "who.csv", [("clip", "artist"), ("b", "the Band"), ("z", "No one")])
    wishes = Wishes(artist_list=listed)
    made = table(tmp_path / "list.csv", [*rows, ("c.flac", "rock", "")])
    index = read_source("csv", made, wishes)
    assert [item.artist for item in index.items] == ["the band"] * 3
    assert not index.notes


def test_lists_of_other_music_are_told(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "a.wav", 1)
    clip(tmp_path / "Rock" / "b.wav", 2)
    listed = table(tmp_path / "who.csv", [("clip", "artist"), ("blues.00001", "Someone")])
    index = read_source("folders", tmp_path, Wishes(artist_list=listed))
    assert index.notes[-1] == (
        "No track has a name of the lists', which tell of blues.00001 and others."
    )


def test_without_an_artist_each_track_is_its_own_and_a_note_says_so(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "a.wav", 1)
    clip(tmp_path / "Rock" / "b.flac", 2, "flac", artist="Someone")
    index = read_source("folders", tmp_path, Wishes())
    assert list(index.artists) == ["Pop/a.wav", "someone"]
    assert index.notes[0].startswith("The artist of 1 of 2 tracks")


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (Wishes(), "The artist of 3 of 5 tracks"),
        (Wishes(labels=("pop", "rock")), "The artist of 1 of 3 tracks"),
        (Wishes(per_class=1), "The artist of 2 of 3 tracks"),
        (Wishes(labels=("rock",)), "Only the genres rock of 3."),
    ],
    ids=["all", "genres", "per class", "one genre"],
)
def test_notes_are_of_the_tracks_that_were_chosen(
    tmp_path: Path, wishes: Wishes, expected: str
) -> None:
    clip(tmp_path / "jazz" / "a.wav", 1)
    clip(tmp_path / "jazz" / "b.wav", 2)
    clip(tmp_path / "pop" / "c.wav", 3)
    clip(tmp_path / "rock" / "d.flac", 4, "flac", artist="Someone")
    clip(tmp_path / "rock" / "e.flac", 5, "flac", artist="Somebody")
    assert read_source("folders", tmp_path, wishes).notes[0].startswith(expected)


def test_every_bad_file_is_listed_with_its_reason(tmp_path: Path) -> None:
    genre = tmp_path / "Pop"
    good = clip(genre / "good.wav", 1)
    clip(genre / "short.wav", 2, seconds=0.3)
    (genre / "empty.mp3").touch()
    (genre / "text.flac").write_text("no music", encoding="utf-8")
    (genre / "gone.wav").symlink_to(tmp_path / "nowhere.wav")
    (genre / "silent.wav").write_bytes(badfiles.wav_bytes(bytes(88_200)))
    index = read_source("folders", tmp_path, Wishes())
    assert [item.path for item in index.items] == [f"Pop/{good.name}"]
    reasons = {one.path.partition("/")[2]: one.reason for one in index.rejected}
    assert set(reasons) == {"short.wav", "empty.mp3", "text.flac", "gone.wav", "silent.wav"}
    assert all(reason.endswith(".") for reason in reasons.values())
    assert "not there" in reasons["gone.wav"]
    assert "0.30 s" in reasons["short.wav"]


def test_a_name_that_cannot_be_written_is_listed(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "good.wav", 1)
    clip(tmp_path / "Pop" / "a.wav", 2).rename(tmp_path / "Pop" / os.fsdecode(b"b\xff.wav"))
    index = read_source("folders", tmp_path, Wishes())
    assert list(index.tracks) == ["Pop/good.wav"]
    (left_out,) = index.rejected
    assert "rename it" in left_out.reason
    assert left_out.path.encode()


def test_what_is_no_plain_file_is_listed_and_not_waited_for(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "good.wav", 1)
    os.mkfifo(tmp_path / "Pop" / "pipe.mp3")
    (tmp_path / "Pop" / "folder.mp3").mkdir()
    index = read_source("folders", tmp_path, Wishes())
    assert {one.path for one in index.rejected} == {"Pop/pipe.mp3", "Pop/folder.mp3"}


def test_a_copy_is_left_out_whatever_its_tags_say(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "a.flac", 1, "flac", artist="A")
    clip(tmp_path / "Pop" / "b.flac", 1, "flac", artist="B")
    clip(tmp_path / "Pop" / "c.flac", 2, "flac")
    clip(tmp_path / "Rock" / "d.flac", 2, "flac")
    index = read_source("folders", tmp_path, Wishes())
    assert list(index.tracks) == ["Pop/a.flac"]
    both = "The same sound stands there with several genres: Pop, Rock."
    assert {one.path: one.reason for one in index.rejected} == {
        "Pop/b.flac": "It is the same sound as Pop/a.flac.",
        "Pop/c.flac": both,
        "Rock/d.flac": both,
    }


@pytest.mark.parametrize(("hearing", "found"), [("whole", 2), ("start", 1), ("none", 0)])
def test_less_may_be_heard_where_time_is_short(
    tmp_path: Path, hearing: Hearing, found: int
) -> None:
    silent = np.zeros(8 * 22_050, np.float32)
    (tmp_path / "Pop").mkdir()
    write_sound(tmp_path / "Pop" / "good.wav", music(8.0, 2, 22_050), "wav", rate=22_050)
    torn = write_sound(tmp_path / "Pop" / "torn.flac", music(8.0, 3, 22_050), "flac", rate=22_050)
    write_sound(tmp_path / "Pop" / "silent.wav", silent, "wav", rate=22_050)
    torn.write_bytes(torn.read_bytes()[:200])
    index = read_source("folders", tmp_path, Wishes(hearing=hearing))
    assert len(index.rejected) == found


def test_a_table_of_paths_and_labels_with_artist_and_split(tmp_path: Path) -> None:
    clip(tmp_path / "music" / "a.wav", 1)
    clip(tmp_path / "music" / "b.wav", 2)
    rows = [
        ("path", "label", "artist", "split"),
        ("music/a.wav", "pop", "A", "training"),
        ("music/b.wav", "rock", "B", "validation"),
    ]
    index = with_official_sides(read_source("csv", table(tmp_path / "list.csv", rows), Wishes()))
    assert [(i.path, i.label, i.artist, i.split) for i in index.items] == [
        ("music/a.wav", "pop", "a", "train"),
        ("music/b.wav", "rock", "b", "valid"),
    ]
    assert index.source == tmp_path


def test_a_line_without_a_genre_or_with_two_is_listed(tmp_path: Path) -> None:
    for seed, name in enumerate("abc"):
        clip(tmp_path / f"{name}.wav", seed)
    rows = [("path", "genre"), ("a.wav", "pop"), ("a.wav", "rock"), ("b.wav", ""), ("c.wav", "pop")]
    index = read_source("csv", table(tmp_path / "list.csv", [*rows, ("c.wav", "pop")]), Wishes())
    assert list(index.tracks) == ["c.wav"]
    assert {one.path: one.reason for one in index.rejected} == {
        "a.wav": "It stands there with several genres: pop, rock.",
        "b.wav": "No genre is given.",
    }


def test_parts_of_one_recording_are_tracks_of_their_own(tmp_path: Path) -> None:
    clip(tmp_path / "long.wav", 1, seconds=4)
    rows = [
        ("path", "label", "start_seconds", "length_seconds"),
        ("long.wav", "pop", 0, 1.5),
        ("long.wav", "rock", 2, 1.5),
        ("long.wav", "rock", 9, 1.5),
    ]
    index = read_source("csv", table(tmp_path / "list.csv", rows), Wishes())
    assert list(index.tracks) == ["long.wav 0+1.5", "long.wav 2+1.5"]
    assert [one.path for one in index.rejected] == ["long.wav"]
    assert len(set(index.artists.tolist())) == 1, "of one file, on one side"
    assert index.notes[0].startswith("The artist of 2 of 2 tracks")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("path", "artist"), ("a.wav", "A")], "no column label or genre"),
        ([("file", "label"), ("a.wav", "pop")], "no column path"),
        ([("path", "label"), ("a.wav", "pop", "more")], "Line 2 .* 3 fields instead of 2"),
        ([("path", "label", "start_seconds"), ("a.wav", "pop", "soon")], "no number of seconds"),
        ([("path", "label", "start_seconds"), ("a.wav", "pop", "nan")], "seconds from 0 on, not n"),
        ([("path", "label", "start_seconds"), ("a.wav", "pop", "-1")], "seconds from 0 on, not -"),
        ([("path", "label", "length_seconds"), ("a.wav", "pop", "inf")], "seconds from 0 on"),
    ],
)
def test_a_list_that_cannot_be_understood_is_refused(
    tmp_path: Path, rows: list[tuple[str, ...]], words: str
) -> None:
    with pytest.raises(TableUnreadable, match=words):
        read_source("csv", table(tmp_path / "list.csv", rows), Wishes())


def test_a_folder_without_folders_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="put the recordings of each genre into one"):
        read_source("folders", tmp_path, Wishes())


def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="does not exist"):
        read_source("folders", tmp_path / "music", Wishes())


def test_a_subset_of_genres_is_chosen_in_any_case(tmp_path: Path) -> None:
    for seed, genre in enumerate(("Pop", "Rock", "Folk")):
        clip(tmp_path / genre / "a.wav", seed)
    index = read_source("folders", tmp_path, Wishes(labels=("pop", "ROCK")))
    assert index.labels == ("Pop", "Rock")
    assert len(index.items) == 2
    clip(tmp_path / "rock" / "b.wav", 4)
    assert read_source("folders", tmp_path, Wishes(labels=("rock",))).labels == ("Rock", "rock")
    with pytest.raises(Unusable, match="has no genre Jazz; it has Folk, Pop, Rock, rock"):
        read_source("folders", tmp_path, Wishes(labels=("Jazz",)))


def test_emotifys_own_table_is_such_a_list(data_set: Callable[[str], Path]) -> None:
    path = data_set("emotify") / "index.csv"
    index = read_source("csv", path, Wishes(hearing="none"))
    assert len(index.items) == 315
    assert len(set(index.artists.tolist())) == 86


def test_linked_folders_are_read_and_one_that_leads_back_is_passed_by(tmp_path: Path) -> None:
    clip(tmp_path / "Artists" / "Band" / "one.wav", 1)
    genre = tmp_path / "Genres" / "Pop"
    clip(genre / "two.wav", 2)
    (genre / "Band").symlink_to(tmp_path / "Artists" / "Band")
    (genre / "all").symlink_to(tmp_path / "Genres")
    index = read_source("folders", tmp_path / "Genres", Wishes())
    assert list(index.tracks) == ["Pop/Band/one.wav", "Pop/two.wav"]
    assert not index.rejected


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    clip(tmp_path / "Pop" / "one.wav", 1)
    (tmp_path / "Rock" / "locked").mkdir(parents=True)
    (tmp_path / "Rock" / "locked").chmod(0)
    index = read_source("folders", tmp_path, Wishes())
    (left_out,) = index.rejected
    assert left_out.path == "Rock/locked"
    assert "cannot be read (" in left_out.reason


def test_a_genre_without_recordings_is_listed(tmp_path: Path) -> None:
    for genre in ("Pop", "Rock"):
        clip(tmp_path / genre / f"{genre}.wav", len(genre))
    (tmp_path / "Jazz").mkdir()
    (tmp_path / "Jazz" / "cover.jpg").write_bytes(b"a picture")
    index = read_source("folders", tmp_path, Wishes(workers=0))
    assert index.labels == ("Pop", "Rock")
    assert [(one.path, one.reason) for one in index.rejected] == [
        ("Jazz", "The folder holds no recordings.")
    ]
