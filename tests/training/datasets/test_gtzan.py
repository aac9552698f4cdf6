"""GTZAN as it lies on disks: wav and au, the broken clip, the published lists."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.datasets.small import clip, gtzan, table
from training.datasets.checks import Unusable, refuse_unusable
from training.datasets.kinds import read_source
from training.datasets.rows import TableUnreadable
from training.datasets.splits import with_folds, with_official_sides
from training.datasets.wishes import Wishes

pytestmark = pytest.mark.training

BROKEN = "genres_original/jazz/jazz.00054.wav"


def with_broken_clip(folder: Path) -> Path:
    """A tiny GTZAN whose jazz.00054 is bytes that no decoder knows, as the public copies have."""
    gtzan(folder)
    (folder / BROKEN).write_bytes(bytes(range(1, 256)) * 40)
    return folder


@pytest.mark.parametrize("kind", ["wav", "au"])
def test_both_published_layouts_are_read(tmp_path: Path, kind: str) -> None:
    index = read_source("gtzan", gtzan(tmp_path, kind=kind, count=2), Wishes())
    folder = "genres" if kind == "au" else "genres_original"
    assert [item.track for item in index.items] == [
        "blues.00000",
        "blues.00001",
        "jazz.00000",
        "jazz.00001",
    ]
    assert index.items[0].path == f"{folder}/blues/blues.00000.{kind}"
    assert index.labels == ("blues", "jazz")
    assert not index.rejected


def test_the_broken_clip_is_found_by_decoding_listed_and_left_out(tmp_path: Path) -> None:
    index = read_source("gtzan", with_broken_clip(tmp_path), Wishes())
    assert "jazz.00054" not in index.tracks
    (left_out,) = index.rejected
    assert left_out.path == BROKEN
    assert "jazz.00054.wav" in left_out.reason


def test_a_bad_file_of_a_genre_that_was_not_asked_for_is_not_told_of(tmp_path: Path) -> None:
    with_broken_clip(tmp_path)
    assert not read_source("gtzan", tmp_path, Wishes(labels=("Blues",))).rejected
    assert read_source("gtzan", tmp_path, Wishes(labels=("Jazz",))).rejected


def test_the_broken_clip_is_replaced_by_a_named_file_on_request(tmp_path: Path) -> None:
    whole = clip(tmp_path / "found" / "jazz54.wav", 9)
    index = read_source(
        "gtzan", with_broken_clip(tmp_path / "gtzan"), Wishes(replacements=(("jazz.00054", whole),))
    )
    (item,) = [item for item in index.items if item.track == "jazz.00054"]
    assert index.source / item.path == whole
    assert not index.rejected
    assert "jazz.00054 was replaced by jazz54.wav." in index.notes
    blues = Wishes(replacements=(("jazz.00054", whole),), labels=("blues",))
    assert not any("replaced" in note for note in read_source("gtzan", index.source, blues).notes)


def test_a_replacement_for_a_clip_that_is_not_there_is_refused(tmp_path: Path) -> None:
    wishes = Wishes(replacements=(("jazz.00540", tmp_path / "x.wav"),))
    with pytest.raises(Unusable, match=r"jazz\.00540 was to be replaced"):
        read_source("gtzan", gtzan(tmp_path), wishes)


def test_without_its_lists_the_inflation_is_foretold(tmp_path: Path) -> None:
    index = read_source("gtzan", gtzan(tmp_path), Wishes())
    assert any("inflates the score by 8–18 points" in note for note in index.notes)


def lists(folder: Path) -> Path:
    """The three published lists, of clips of the tiny GTZAN; blues.00002 stands in none."""
    folder.mkdir()
    sides = {
        "train": ["blues/blues.00000.wav", "jazz/jazz.00000.wav"],
        "valid": ["blues/blues.00001.wav", "jazz/jazz.00001.wav"],
        "test": ["jazz/jazz.00002.wav"],
    }
    for side, clips in sides.items():
        (folder / f"{side}_filtered.txt").write_text("\n".join(clips) + "\n", encoding="utf-8")
    return folder


def test_the_published_split_is_taken_from_its_lists(tmp_path: Path) -> None:
    wishes = Wishes(split_lists=lists(tmp_path / "lists"))
    index = with_official_sides(read_source("gtzan", gtzan(tmp_path / "gtzan"), wishes))
    assert {item.track: item.split for item in index.items} == {
        "blues.00000": "train",
        "blues.00001": "valid",
        "jazz.00000": "train",
        "jazz.00001": "valid",
        "jazz.00002": "test",
    }
    (left_out,) = index.rejected
    assert left_out.path.endswith("blues.00002.wav")
    assert "fault-filtered" in left_out.reason
    assert "Published fault-filtered split: 2/2/1 usable clips of 443/197/290." in index.notes
    fewer = read_source("gtzan", tmp_path / "gtzan", replace(wishes, labels=("jazz",)))
    assert "Published fault-filtered split: 1/1/1 usable clips of 443/197/290." in fewer.notes


def test_a_folder_that_lacks_a_list_is_refused(tmp_path: Path) -> None:
    (lists(tmp_path / "lists") / "valid_filtered.txt").unlink()
    with pytest.raises(TableUnreadable, match=r"one list \*valid\*\.txt"):
        read_source("gtzan", gtzan(tmp_path / "gtzan"), Wishes(split_lists=tmp_path / "lists"))


def test_clips_of_one_artist_stay_in_one_fold_where_groups_are_given(tmp_path: Path) -> None:
    rows = [("clip", "artist_group"), ("blues.00000", "King"), ("blues.00001.wav", "King")]
    wishes = Wishes(artist_list=table(tmp_path / "artists.csv", rows))
    index = with_folds(read_source("gtzan", gtzan(tmp_path / "gtzan"), wishes), folds=2)
    of_track = dict(zip(index.tracks.tolist(), index.folds.T.tolist(), strict=True))
    assert of_track["blues.00000"] == of_track["blues.00001"]
    assert not any("inflates" in note for note in index.notes)


def test_a_folder_without_clips_is_refused_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="holds no clips of GTZAN"):
        read_source("gtzan", tmp_path, Wishes())


def test_the_archive_on_disk_counts_as_published(data_set: Callable[[str], Path]) -> None:
    folder = data_set("gtzan")
    wishes = Wishes(artist_list=folder / "index.csv", hearing="none")
    index = with_official_sides(read_source("gtzan", folder, wishes))
    refuse_unusable(index)
    assert [(index.splits == side).sum() for side in ("train", "valid")] == [41, 53]
    assert len(index.rejected) == 7


def test_a_replacement_that_is_no_file_is_refused(tmp_path: Path) -> None:
    wishes = Wishes(replacements=(("jazz.00000", tmp_path / "gone.wav"),))
    with pytest.raises(Unusable, match=r"gone\.wav was to stand for a clip"):
        read_source("gtzan", gtzan(tmp_path), wishes)


def test_a_list_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    for side in ("train", "valid", "test"):
        (lists / f"{side}.txt").write_bytes("blüs.00000.wav\n".encode("latin-1"))
    wishes = Wishes(split_lists=lists, workers=0)
    with pytest.raises(TableUnreadable, match=r"train\.txt cannot be read as a list"):
        read_source("gtzan", gtzan(tmp_path / "gtzan"), wishes)
