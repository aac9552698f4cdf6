"""Who learns and who is judged, how a study's variants are laid over it, what a teacher says."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.datasets.checks import Unusable
from training.datasets.protocols import BY_ARTIST, BY_SOME, BY_SONG, FIXED, decided_by
from training.datasets.splits import with_fixed_sides, with_folds, with_official_sides
from training.datasets.values import Index, Item, index_of
from training.networks.rounds import inner_parts, rounds_of
from training.networks.teachers import read_teacher
from training.networks.variants import variants_of
from training.refusal import Refused

pytestmark = pytest.mark.training


def index(shared_artist: str = "") -> Index:
    """Sixty tracks of twenty artists, the last five artists on the side that is judged."""
    items = []
    for n in range(60):
        artist = f"artist {n % 20}"
        side = "valid" if n % 20 >= 15 else "train"
        items.append(Item(f"track {n}", "", ("jazz", "rock")[n % 2], artist, side))
    if shared_artist:
        items.append(Item("one more", "", "jazz", shared_artist, "train"))
    return index_of("csv", Path("tiny"), items)


def config(protocol: str) -> dict[str, object]:
    return {
        "name": "tiny",
        "protocol": protocol,
        "fold_seeds": [0, 1],
        "training_seeds": [0, 1],
    }


def test_the_published_split_is_one_round() -> None:
    (only,) = rounds_of(index(), config("B"))
    assert (len(only.train), len(only.held)) == (45, 15)


def test_folds_hold_every_track_out_once_a_seed_and_share_no_artist() -> None:
    tracks = index()
    rounds = rounds_of(tracks, config("A"))
    assert len(rounds) == 10
    for seed in (0, 1):
        held = np.concatenate([one.held for one in rounds if one.fold_seed == seed])
        assert sorted(held.tolist()) == list(range(60))
    for one in rounds:
        assert not set(tracks.artists[one.train]) & set(tracks.artists[one.held])
        assert one.training_seed == one.fold_seed


def test_an_index_with_folds_of_its_own_is_judged_by_these_whatever_the_config_says() -> None:
    folded = with_folds(index(), 4, (7,))
    decided = decided_by(folded, config("B"))
    assert decided["protocol"] == BY_ARTIST
    rounds = rounds_of(folded, decided)
    assert [(one.fold_seed, one.fold) for one in rounds] == [(7, 0), (7, 1), (7, 2), (7, 3)]
    for one in rounds:
        assert one.held.tolist() == np.flatnonzero(folded.folds[0] == one.fold).tolist()
    assert decided_by(with_folds(index()), config("B"))["protocol"] == "A"


@pytest.mark.parametrize(
    ("kind", "known", "expected"),
    [("csv", 1, BY_SOME), ("csv", 0, BY_SONG), ("gtzan", 1, "A"), ("gtzan", 0, BY_SONG)],
)
def test_folds_are_by_artist_only_where_the_artists_are_known(
    kind: str, known: int, expected: str
) -> None:
    made = index()
    items = [replace(i, artist=i.artist if n < known else "") for n, i in enumerate(made.items)]
    folded = with_folds(replace(made, kind=kind, items=tuple(items)))
    assert decided_by(folded, config("B"))["protocol"] == expected


def test_fixed_sides_are_judged_on_the_test_side_whatever_the_config_says() -> None:
    fixed = with_fixed_sides(index())
    decided = decided_by(fixed, config("A"))
    assert decided["protocol"] == FIXED
    (only,) = rounds_of(fixed, decided)
    assert set(fixed.splits[only.train]) == {"train"}
    assert set(fixed.splits[only.held]) == {"test"}


def test_a_given_split_without_a_validation_side_is_judged_on_its_test_side() -> None:
    items = [replace(item, split=item.split.replace("valid", "test")) for item in index().items]
    given = with_official_sides(index_of("csv", Path("tiny"), items))
    decided = decided_by(given, config("A"))
    assert (
        decided["protocol"] == "other: the split that came with the data, judged on its test side"
    )
    (only,) = rounds_of(given, decided)
    assert (len(only.train), len(only.held)) == (45, 15)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("csv", "other: the split that came with the data, judged on its validation side"),
        ("folders", "other: the split that came with the data, judged on its validation side"),
        ("gtzan", "B"),
        ("fma", "B"),
        ("archive", "B"),
    ],
)
def test_only_a_published_split_is_protocol_b(kind: str, expected: str) -> None:
    given = with_official_sides(replace(index(), kind=kind))
    decided = decided_by(given, config("A"))
    assert decided["protocol"] == expected
    (only,) = rounds_of(given, decided)
    assert set(given.splits[only.held]) == {"valid"}


def test_a_fold_seed_without_a_training_seed_is_refused() -> None:
    with pytest.raises(Refused, match="2 fold_seeds and 1 training_seeds"):
        rounds_of(index(), config("A") | {"training_seeds": [0]})


def test_a_split_with_an_artist_on_both_sides_is_refused() -> None:
    with pytest.raises(Unusable, match="artist 19"):
        rounds_of(index(shared_artist="artist 19"), config("B"))


def test_what_chooses_the_epoch_is_of_artists_that_are_not_learnt_from() -> None:
    tracks = index()
    (only,) = rounds_of(tracks, config("B"))
    learnt, watched = inner_parts(tracks, only.train, 0)
    assert sorted([*learnt, *watched]) == sorted(only.train)
    assert not set(tracks.artists[learnt]) & set(tracks.artists[watched])
    assert set(tracks.truth[watched]) == {0, 1}


def test_too_few_artists_to_choose_the_epoch_are_told_as_that() -> None:
    with pytest.raises(Refused, match=r"set aside by artist, .* with more --folds"):
        inner_parts(index(), np.arange(4), 0)


def test_a_variants_tables_are_laid_over_the_studys() -> None:
    study = {
        "name": "study",
        "model": {"channels": [4], "dropout": 0.1},
        "training": {"epochs": 3},
        "variants": [
            {"name": "one", "model": {"dropout": 0.5}},
            {"name": "two", "replace": ["model"], "model": {"head": {"kind": "svc"}}},
        ],
    }
    one, two = variants_of(study)
    assert one["model"] == {"channels": [4], "dropout": 0.5}
    assert two["model"] == {"head": {"kind": "svc"}}
    assert one["training"] == two["training"] == {"epochs": 3}
    assert "variants" not in one
    assert "replace" not in two


@pytest.mark.parametrize("variants", [[{"hearing": "1 s"}], [{"name": "a"}, {"name": "a"}]])
def test_variants_that_would_overwrite_each_other_are_refused(
    variants: list[dict[str, str]],
) -> None:
    with pytest.raises(Refused, match="name of its own"):
        variants_of({"name": "study", "variants": variants})


def test_an_ensembles_rows_of_one_track_count_as_their_mean(tmp_path: Path) -> None:
    path = tmp_path / "teacher.npz"
    np.savez(
        path,
        tracks=np.array(["b", "a", "b"]),
        labels=np.array(["rock", "jazz"]),
        log_probabilities=np.array([[-1.0, -2.0], [-3.0, -4.0], [-5.0, -6.0]]),
    )
    scores = read_teacher(path).scores_of(["a", "b"], ("jazz", "rock"))
    assert scores is not None
    np.testing.assert_allclose(scores, [[-4, -3], [-4, -3]])


def test_damaged_answers_of_a_teacher_are_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "teacher.npz").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(Refused, match="cannot be read as a teacher's answers"):
        read_teacher(tmp_path / "teacher.npz")


def test_numbered_tracks_and_embeddings_are_a_teacher_too(tmp_path: Path) -> None:
    path = tmp_path / "teacher.npz"
    np.savez(path, track_id=np.array([7, 3]), embedding=np.array([[1.0, 2.0], [3.0, 4.0]]))
    teacher = read_teacher(path)
    embeddings = teacher.embeddings_of(["3", "7"])
    assert embeddings is not None
    np.testing.assert_allclose(embeddings, [[3, 4], [1, 2]])
    assert teacher.scores_of(["3"], ("jazz",)) is None


def test_a_teacher_of_other_labels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "teacher.npz"
    np.savez(path, tracks=np.array(["a"]), labels=np.array(["folk"]), scores=np.zeros((1, 1)))
    with pytest.raises(Refused, match="folk"):
        read_teacher(path).scores_of(["a"], ("jazz", "rock"))


def test_a_file_that_is_no_teacher_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "teacher.npz"
    np.savez(path, numbers=np.zeros(3))
    with pytest.raises(Refused, match="is no teacher"):
        read_teacher(path)
