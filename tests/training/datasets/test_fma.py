"""FMA as it lies on disks: clips in numbered folders, metadata with two and three header lines."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.training.datasets.small import GENRES, clip, fma_metadata, table
from training.datasets.fma import EIGHT, fma_index
from training.datasets.kinds import class_weights, read_source, weights_note
from training.datasets.rows import TableUnreadable
from training.datasets.splits import with_folds
from training.datasets.values import Index
from training.datasets.wishes import Wishes

pytestmark = pytest.mark.training

Tracks = Sequence[dict[str, Any]]

FEW: Tracks = (
    {"id": 2, "top": "Rock", "artist": 7, "split": "training", "subset": "small"},
    {"id": 5, "top": "Pop", "artist": 8, "split": "validation", "subset": "small"},
    {"id": 1001, "top": "Jazz", "artist": 9, "split": "test", "subset": "medium"},
    {"id": 1002, "top": "Electronic", "artist": 9, "split": "training", "subset": "large"},
)


def fma(folder: Path, tracks: Tracks, size: str = "small") -> Path:
    """A folder fma_SIZE with a recording of each track, and fma_metadata beside it."""
    fma_metadata(folder / "fma_metadata", tracks)
    for track in tracks:
        number = int(track["id"])
        path = folder / f"fma_{size}" / f"{number // 1000:03d}" / f"{number:06d}.mp3"
        clip(path, number, "mp3", 1.2)
    return folder / f"fma_{size}"


def many(listed: Tracks, folder: Path, **wishes: Any) -> Index:
    """The index of tracks whose recordings are not looked at."""
    fma_metadata(folder / "fma_metadata", listed)
    for track in listed:
        path = folder / "fma_full" / f"{int(track['id']) // 1000:03d}" / f"{track['id']:06d}.mp3"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return read_source("fma", folder / "fma_full", Wishes(hearing="none", **wishes))


def test_tracks_come_with_genre_artist_side_and_numbered_path(tmp_path: Path) -> None:
    index = fma_index(fma(tmp_path, FEW, "large"), Wishes())
    item = index.items[2]
    assert (item.track, item.path, item.label) == ("1001", "001/001001.mp3", "Jazz")
    assert (item.artist, item.split) == ("9", "test")
    assert [one.split for one in index.items[:2]] == ["train", "valid"]


@pytest.mark.parametrize(
    ("size", "count"), [("small", 2), ("medium", 3), ("large", 4), ("full", 4)]
)
def test_each_size_holds_the_smaller_ones(tmp_path: Path, size: str, count: int) -> None:
    assert len(fma_index(fma(tmp_path, FEW, size), Wishes()).items) == count


def test_a_folder_of_another_name_asks_for_its_size(tmp_path: Path) -> None:
    folder = fma(tmp_path, FEW).rename(tmp_path / "music")
    with pytest.raises(TableUnreadable, match="does not say which FMA it is; name it with --size"):
        fma_index(folder, Wishes())
    assert len(fma_index(folder, Wishes(size="small")).items) == 2


def test_a_track_whose_genres_share_a_top_genre_gets_it_from_the_hierarchy(tmp_path: Path) -> None:
    tracks = [{"id": 1, "genres": "[181, 15]"}, {"id": 2, "genres": "[181, 76]"}, *FEW]
    index = many(tracks[:2], tmp_path)
    assert [(item.track, item.label) for item in index.items] == [("1", "Electronic")]
    assert "Tracks with several top genres or none are left out: 1." in index.notes


def test_all_sixteen_genres_or_the_eight_of_the_small_set(tmp_path: Path) -> None:
    assert set(many(FEW, tmp_path).labels) == {"Rock", "Pop", "Jazz", "Electronic"}
    assert set(many(FEW, tmp_path, genres=8).labels) == {"Rock", "Pop", "Electronic"}
    assert len(EIGHT) == 8
    assert {title for _, parent, title, _ in GENRES if not parent} > {"Jazz", "Pop"}


def test_clips_that_are_known_to_hold_no_sound_are_listed(tmp_path: Path) -> None:
    tracks = [*FEW[:2], {"id": 133297, "top": "Rock"}]
    index = fma_index(fma(tmp_path, tracks), Wishes())
    (left_out,) = index.rejected
    assert (left_out.path, left_out.reason) == (
        "133/133297.mp3",
        "Its published clip is known to hold no sound.",
    )


def test_the_same_track_is_heard_where_it_lies_whole(tmp_path: Path) -> None:
    tracks = [*FEW[:2], {"id": 133297, "top": "Rock"}]
    assert "133297" in fma_index(fma(tmp_path, tracks, "full"), Wishes()).tracks


def test_a_recording_that_is_not_there_is_listed(tmp_path: Path) -> None:
    folder = fma(tmp_path, FEW[:2])
    (folder / "000" / "000005.mp3").unlink()
    index = fma_index(folder, Wishes())
    assert [one.path for one in index.rejected] == ["000/000005.mp3"]
    assert "not there" in index.rejected[0].reason


def test_so_many_tracks_of_each_genre_are_chosen_by_seed(tmp_path: Path) -> None:
    tracks = [{"id": n, "top": ("Rock", "Pop", "Jazz")[n % 3]} for n in range(1, 61)]
    index = many(tracks, tmp_path, per_class=4)
    assert {label: list(index.truth).count(n) for n, label in enumerate(index.labels)} == {
        "Jazz": 4,
        "Pop": 4,
        "Rock": 4,
    }
    same = many(tracks, tmp_path, per_class=4)
    other = many(tracks, tmp_path, per_class=4, seed=1)
    assert list(same.tracks) == list(index.tracks) != list(other.tracks)


def test_a_genre_with_fewer_tracks_than_asked_for_says_so(tmp_path: Path) -> None:
    index = many(FEW[:2], tmp_path, per_class=3)
    assert "Pop has only 1." in index.notes
    assert many(FEW, tmp_path, per_class=1, labels=("Pop",)).notes[0] == "FMA full: 1 tracks."


def test_so_many_tracks_in_all_keep_the_genres_as_they_come(tmp_path: Path) -> None:
    tracks = [{"id": n, "top": "Rock" if n % 4 else "Pop"} for n in range(1, 101)]
    index = many(tracks, tmp_path, tracks=40)
    assert len(index.items) == 40
    assert list(index.truth).count(0) < 20


def test_weights_make_unbalanced_genres_count_alike(tmp_path: Path) -> None:
    tracks = [{"id": n, "top": "Rock" if n % 4 else "Pop"} for n in range(1, 41)]
    index = many(tracks, tmp_path)
    weights = class_weights(index.items)
    assert weights == {"Pop": 2.0, "Rock": pytest.approx(2 / 3)}
    assert weights["Pop"] * 10 == pytest.approx(weights["Rock"] * 30)
    assert "Pop 2.00, Rock 0.67" in weights_note(index)[0]


def test_artists_of_the_metadata_stay_in_one_fold(tmp_path: Path) -> None:
    tracks = [{"id": n, "top": "Rock" if n % 2 else "Pop", "artist": n // 4} for n in range(1, 81)]
    index = with_folds(many(tracks, tmp_path))
    for row in index.folds:
        by_artist: dict[str, set[int]] = {}
        for artist, fold in zip(index.artists.tolist(), row.tolist(), strict=True):
            by_artist.setdefault(artist, set()).add(fold)
        assert all(len(folds) == 1 for folds in by_artist.values())


def test_missing_metadata_say_where_they_are_looked_for(tmp_path: Path) -> None:
    folder = fma(tmp_path, FEW)
    (tmp_path / "fma_metadata" / "genres.csv").unlink()
    with pytest.raises(TableUnreadable, match=r"genres\.csv are not beside .* --metadata"):
        fma_index(folder, Wishes())
    with pytest.raises(TableUnreadable, match=f"genres.csv are not in {tmp_path / 'empty'}"):
        fma_index(folder, Wishes(metadata=tmp_path / "empty"))


def test_a_table_that_is_not_fmas_names_the_missing_column(tmp_path: Path) -> None:
    folder = fma(tmp_path, FEW)
    table(tmp_path / "fma_metadata" / "tracks.csv", [("track_id", "genre"), (2, "Rock")])
    with pytest.raises(TableUnreadable, match="has no column track genre_top"):
        fma_index(folder, Wishes())
