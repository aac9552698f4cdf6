"""Indexes that nothing honest can be learnt from are refused; the others come back from disk."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.datasets.checks import (
    Unusable,
    refuse_shared_artists,
    refuse_too_little,
    refuse_unusable,
)
from training.datasets.files import (
    IndexUnreadable,
    IndexUnwritable,
    beside,
    read_index,
    write_index,
)
from training.datasets.splits import (
    CannotDivide,
    artist_folds,
    fixed_50_20_30,
    fold_rows,
    official,
    with_fixed_sides,
    with_folds,
    with_official_sides,
)
from training.datasets.values import Index, Item, Rejected, index_of
from training.evaluate import artist_folds as first_artist_folds
from training.evaluate import labelled

pytestmark = pytest.mark.training

HERE = Path("/music")


def many(tracks: int = 120, artists: int = 40) -> Index:
    """Tracks of three genres, three to an artist."""
    items = [
        Item(f"t{n}", f"t{n}.wav", "pfr"[n % artists % 3], f"a{n % artists}") for n in range(tracks)
    ]
    return index_of("folders", HERE, items)


def test_an_index_of_nothing_is_refused_with_the_first_reason() -> None:
    empty = index_of("folders", HERE, [], [Rejected("a.wav", "It is silent.")])
    with pytest.raises(Unusable, match=r"all 1 files .* \(a\.wav\) because: It is silent\."):
        refuse_unusable(empty)
    with pytest.raises(Unusable, match="no track was found; is it of the kind folders"):
        refuse_unusable(index_of("folders", HERE, []))


def test_an_index_of_one_genre_is_refused() -> None:
    one = index_of("folders", HERE, [Item("a", "a.wav", "pop"), Item("b", "b.wav", "pop")])
    with pytest.raises(Unusable, match="of one genre, pop; at least two"):
        refuse_unusable(one)


@pytest.mark.parametrize("side", ["train", ""], ids=["all learnt from", "one on no side"])
def test_a_training_side_of_one_genre_is_refused(side: str) -> None:
    items = [
        Item("a", "", "pop", split="train"),
        Item("b", "", "pop" if side else "rock", split=side),
        Item("c", "", "rock", split="valid"),
        Item("d", "", "pop", split="valid"),
    ]
    with pytest.raises(Unusable, match="would be learnt from are of one genre, pop"):
        refuse_unusable(with_official_sides(index_of("csv", HERE, items)))


def test_a_judged_side_of_one_artist_is_refused_by_name() -> None:
    items = [
        Item("a", "", "pop", "Abba", "train"),
        Item("b", "", "rock", "Queen", "train"),
        Item("c", "", "pop", "Blur", "valid"),
        Item("d", "", "rock", "Blur", "valid"),
        Item("e", "", "rock", "Can", "test"),
    ]
    with pytest.raises(Unusable, match=r"On the side valid of .* is the music of Blur alone"):
        refuse_unusable(with_official_sides(index_of("csv", HERE, items)))


def test_a_fold_that_leaves_one_genre_to_learn_from_is_refused() -> None:
    items = [Item(f"{n}", "", "pr"[n % 2], "ab"[n % 2]) for n in range(8)]
    with pytest.raises(Unusable, match=r"of seed 0 .* what is left to learn from is of [pr] alone"):
        refuse_unusable(with_folds(index_of("folders", HERE, items), 2))


def test_an_artist_on_both_sides_of_a_split_is_refused_by_name() -> None:
    items = [
        Item("a", "", "pop", "Abba", "train"),
        Item("b", "", "rock", "Queen", "train"),
        Item("c", "", "pop", "Abba", "valid"),
    ]
    with pytest.raises(Unusable, match="The music of Abba would be both learnt from and judged"):
        refuse_unusable(with_official_sides(index_of("csv", HERE, items)))


def test_the_same_tracks_may_be_divided_by_artist_instead() -> None:
    index = many()
    torn = replace(
        index,
        items=tuple(
            replace(item, split="train" if n % 2 else "valid") for n, item in enumerate(index.items)
        ),
    )
    refuse_unusable(with_folds(torn))


def test_folds_that_tear_an_artist_apart_are_refused() -> None:
    index = with_folds(many())
    folds = index.folds.copy()
    folds[1, 0] = (folds[1, 0] + 1) % 5
    with pytest.raises(Unusable, match="In the folds of seed 1 the music of a0 is held out twice"):
        refuse_unusable(replace(index, folds=folds))


def test_a_track_that_stands_twice_is_refused() -> None:
    with pytest.raises(Unusable, match="a stands twice"):
        refuse_too_little(index_of("csv", HERE, [Item("a", "", "pop"), Item("a", "", "rock")]))


def test_many_shared_artists_are_counted() -> None:
    items = [Item(f"{n}", "", "pop", f"a{n}") for n in range(5)]
    with pytest.raises(Unusable, match="a0, a1, a2 and 2 more"):
        refuse_shared_artists(items, items)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_no_artist_is_in_two_folds(seed: int) -> None:
    index = many()
    labels = np.array([item.label for item in index.items])
    held = artist_folds(index.artists, labels, 5, seed)
    for artist in set(index.artists.tolist()):
        assert len(set(held[index.artists == artist].tolist())) == 1
    assert set(held.tolist()) == set(range(5))


def test_folds_are_those_of_the_first_version() -> None:
    index = many()
    labels = np.array([item.label for item in index.items])
    clips = labelled(index.tracks.tolist(), labels.tolist(), index.artists.tolist())
    held = artist_folds(index.artists, labels, 5, 1)
    for number, (_, rows) in enumerate(first_artist_folds(clips, 1)):
        np.testing.assert_array_equal(np.nonzero(held == number)[0], rows)


def test_tracks_without_an_artist_are_divided_by_track() -> None:
    items = [Item(f"t{n}", "", "pr"[n % 2]) for n in range(20)]
    index = with_folds(index_of("folders", HERE, items))
    assert list(index.artists) == list(index.tracks)
    refuse_unusable(index)


def test_the_seeds_of_folds_stand_in_the_index() -> None:
    index = with_folds(many(), seeds=(4, 7))
    assert index.fold_seeds == (4, 7)
    train, held = fold_rows(index, 7, 2)
    assert sorted([*train, *held]) == list(range(120))
    with pytest.raises(CannotDivide, match="no folds of seed 5; make it again with --seeds 4 7 5"):
        fold_rows(index, 5, 0)


def test_fixed_sides_are_half_a_fifth_and_three_tenths_by_artist() -> None:
    index = with_fixed_sides(many(600, 200), seed=3)
    shares = [(index.splits == side).mean() for side in ("train", "valid", "test")]
    np.testing.assert_allclose(shares, [0.5, 0.2, 0.3], atol=0.05)
    assert index.division == "fixed, seed 3"
    refuse_unusable(index)
    sides = fixed_50_20_30(index.artists, np.array([i.label for i in index.items]), 3)
    np.testing.assert_array_equal(sides, index.splits)


def test_a_split_that_did_not_come_with_the_data_cannot_be_official() -> None:
    with pytest.raises(CannotDivide, match="comes without a split"):
        official(many())


def test_a_split_without_validation_is_judged_on_its_test_side() -> None:
    items = [Item("a", "", "pop", split="train"), Item("b", "", "pop", split="test")]
    train, judged = official(index_of("csv", HERE, items))
    assert (train.tolist(), judged.tolist()) == ([0], [1])


def test_what_an_official_split_leaves_out_is_told_in_notes() -> None:
    sides = {"pop": ("train", "valid"), "rock": ("valid",), "folk": ("",)}
    items = [Item(f"{g} {s}", "", g, split=s) for g, some in sides.items() for s in some]
    assert with_official_sides(index_of("csv", HERE, items)).notes == (
        "Of folk, rock no track is on the side that is learnt from.",
        "Of folk no track is on the side that is judged.",
        "Tracks on no side, neither learnt from nor judged: 1.",
    )


@pytest.mark.parametrize("name", ["two\nlines", "g" * 81, ""])
def test_a_genre_that_no_package_takes_is_refused_before_hours_of_fitting(name: str) -> None:
    index = index_of("folders", HERE, [Item("a", "", "pop"), Item("b", "", name)])
    with pytest.raises(Unusable, match="one line of 1 to 80 characters"):
        refuse_too_little(index)


def test_fewer_artists_than_folds_are_refused() -> None:
    with pytest.raises(CannotDivide, match="5 folds cannot be made of 4 artists"):
        with_folds(many(40, 4))


def test_one_fold_is_none() -> None:
    with pytest.raises(CannotDivide, match="1 folds are too few"):
        with_folds(many(), folds=1)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexUnwritable, match=r"index\.csv cannot be written"):
        write_index(many(), tmp_path / "file" / "index.csv")


def test_a_genre_of_few_artists_is_named_in_a_note() -> None:
    items = [Item(f"t{n}", "", "pop", f"p{n}") for n in range(12)]
    items += [Item(f"s{n}", "", "rock", f"r{n % 2}") for n in range(6)]
    assert "rock (2)" in with_folds(index_of("folders", HERE, items)).notes[0]


def test_an_index_comes_back_from_disk_as_it_was(tmp_path: Path) -> None:
    items = [
        Item("a, “b”", 'odd "name",\n.wav', "pop", "Ünïcode", "train", 1.5, 30.0),
        Item("c", "c.wav", "rock"),
        *(Item(f"t{n}", f"{n}.mp3", "rock") for n in range(8)),
    ]
    index = with_folds(
        index_of("csv", tmp_path, items, [Rejected("d.wav", "It is silent.")], ["A note."]), 2
    )
    write_index(index, tmp_path / "index.csv")
    read = read_index(tmp_path / "index.csv")
    assert replace(read, folds=index.folds) == index
    np.testing.assert_array_equal(read.folds, index.folds)


def test_an_index_without_folds_comes_back_too(tmp_path: Path) -> None:
    write_index(many(), tmp_path / "index.csv")
    assert read_index(tmp_path / "index.csv").folds.shape == (0, 120)


def test_an_index_that_is_not_there_says_how_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(IndexUnreadable, match=r"There is no index .*; make it with"):
        read_index(tmp_path / "index.csv")


@pytest.mark.parametrize("damage", ["side", "columns", "number", "genre", "part", "deep"])
def test_what_is_no_index_is_refused_in_a_sentence(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "index.csv"
    write_index(many(), path)
    if damage == "side":
        beside(path).write_text(json.dumps({"kind": "csv"}), encoding="utf-8")
    elif damage == "columns":
        path.write_text("a,b\n", encoding="utf-8")
    elif damage == "deep":
        beside(path).write_text("[" * 100_000, encoding="utf-8")
    else:
        words = {"number": ("0.0", "soon"), "genre": (",p,", ",pop,"), "part": ("0.0", "nan")}
        path.write_text(path.read_text("utf-8").replace(*words[damage], 1), encoding="utf-8")
    with pytest.raises(IndexUnreadable, match=r"index\.csv with index\.json is no index"):
        read_index(path)


def test_every_track_of_the_full_fma_fits_into_an_index_file(tmp_path: Path) -> None:
    count = 106_574
    items = [Item(f"{n}", f"{n}.mp3", f"g{n % 16}", f"{n // 7}") for n in range(count)]
    index = replace(
        index_of("fma", HERE, items),
        division="folds",
        fold_seeds=(0,),
        folds=np.array([[n // 7 % 5 for n in range(count)]]),
    )
    write_index(index, tmp_path / "index.csv")
    assert len(read_index(tmp_path / "index.csv").items) == count
