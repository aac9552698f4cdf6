"""Whole runs on a tiny archive: records, folds, studies, resuming, teachers, several sets."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from tests.training.datasets.small import clip
from tests.training.networks.settings import Config, tiny_config
from tests.training.networks.tiny_fma import GENRES, write_tiny_fma
from training.datasets.files import write_index
from training.datasets.kinds import read_source
from training.datasets.protocols import BY_ARTIST, FIXED
from training.datasets.splits import with_fixed_sides, with_folds, with_official_sides
from training.datasets.values import Index, Item, index_of
from training.datasets.wishes import Wishes
from training.evaluation.predictions import load_predictions
from training.evaluation.record import read_record
from training.listener import frozen_listener
from training.networks.fit import fit_run
from training.refusal import Refused

pytestmark = pytest.mark.training


def test_a_run_on_the_published_split_keeps_record_answers_and_graph(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    record = run(tiny_config())
    folder = tmp_path / "runs" / "tiny"
    assert read_record(folder).metrics == record.metrics
    assert record.labels == GENRES
    assert record.metrics["levels"]["track"]["accuracy"][0] > 0.8
    assert len(record.curves["train"]) == len(record.curves["validation"]) == 12
    predictions = load_predictions(folder / "predictions.npz")
    assert sorted(map(int, predictions.tracks)) == list(range(28, 37))
    session = onnxruntime.InferenceSession(folder / "model.onnx")
    assert session.get_inputs()[0].name == "log_mel"
    assert record.size_bytes == (folder / "model.onnx").stat().st_size
    assert record.windows_per_second > 0


def test_a_learning_curve_grows_by_artists_to_the_run_itself_and_is_not_fitted_twice(
    run: Callable[..., Any],
) -> None:
    wished = tiny_config(learning_curve=True, training=dict(tiny_config()["training"], epochs=3))
    record = run(wished)
    clips = [int(point[0]) for point in record.learning_curve]
    assert clips == sorted(set(clips))
    assert clips[-1] == 27
    assert record.learning_curve[-1][1] == record.metrics["levels"]["track"]["accuracy"][0]
    told: list[str] = []
    assert run(wished, told.append).learning_curve == record.learning_curve
    assert not [sentence for sentence in told if sentence.startswith("Epoch")]


def test_a_run_that_is_done_is_not_fitted_again_until_its_numbers_change(
    run: Callable[..., Any],
) -> None:
    first = run(tiny_config())
    told: list[str] = []
    again = run(tiny_config(), told.append)
    assert not [sentence for sentence in told if sentence.startswith("Epoch")]
    assert again.metrics == first.metrics
    faster = dict(tiny_config()["training"], epochs=1)
    run(tiny_config(training=faster), told.append)
    assert [sentence for sentence in told if sentence.startswith("Epoch")]


def test_a_run_that_was_cut_off_goes_on_after_the_last_whole_fold(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    folds = tiny_config(
        protocol="other: folds by artist", training=dict(tiny_config()["training"], epochs=3)
    )

    def cut_off(sentence: str) -> None:
        if sentence.startswith("Fold 3"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(folds, cut_off)
    told: list[str] = []
    resumed = run(folds, told.append)
    begun = [sentence[:6] for sentence in told if sentence.startswith("Fold")]
    assert begun == ["Fold 3", "Fold 4"]
    assert resumed.metrics["rows"] == 36
    predictions = load_predictions(tmp_path / "runs" / "tiny" / "predictions.npz")
    fold_of_artist = {
        artist: set(predictions.fold[predictions.artists == artist].tolist())
        for artist in predictions.artists
    }
    assert {len(folds_of) for folds_of in fold_of_artist.values()} == {1}


def test_a_study_makes_a_run_of_each_variant(run: Callable[..., Any], tmp_path: Path) -> None:
    study = tiny_config(
        training=dict(tiny_config()["training"], epochs=1),
        variants=[
            {"name": "tiny_3s"},
            {"name": "tiny_1s", "hearing": "1 s", "training": {"crop": [44, 44], "crops": 2}},
        ],
    )
    run(study)
    heard = {name: read_record(tmp_path / "runs" / name).hearing for name in ("tiny_3s", "tiny_1s")}
    assert heard == {"tiny_3s": "3 s", "tiny_1s": "1 s"}
    short = load_predictions(tmp_path / "runs" / "tiny_1s" / "predictions.npz")
    assert len(short.tracks) == 2 * 9  # 130 frames lack two of three pieces of 44


def test_fewer_tracks_of_each_genre_are_learnt_from_and_all_are_judged(
    run: Callable[..., Any],
) -> None:
    told: list[str] = []
    record = run(tiny_config(tracks={"per_class": 4}), told.append)
    assert any("12 tracks to learn from" in sentence for sentence in told)
    assert record.metrics["rows"] == 9


def test_only_the_chosen_genres_are_told_apart(run: Callable[..., Any]) -> None:
    record = run(tiny_config(tracks={"labels": ["pop", "rock"]}))
    assert record.labels == ("Pop", "Rock")
    assert record.metrics["rows"] == 6


def of_two_lengths(folder: Path) -> Path:
    """An index with folds of twelve recordings, every other one longer."""
    items = []
    for n in range(12):
        clip(folder / f"{n}.wav", n, seconds=4 + n % 2)
        items.append(Item(f"{n}", f"{n}.wav", "pr"[n // 2 % 2], f"artist {n}"))
    index = with_folds(index_of("csv", folder, items), 2, (0,))
    write_index(index, folder / "lengths.csv")
    return folder / "lengths.csv"


def test_recordings_of_different_length_are_heard_whole(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    brief = dict(tiny_config()["training"], epochs=1, crop=[130, 130])
    asked = tiny_config(data=str(of_two_lengths(tmp_path)), hearing="whole", training=brief)
    assert run(asked).metrics["tracks"] == 12


@pytest.mark.parametrize("feature", ["log_mel", "samples"])
def test_a_recording_that_gives_no_sound_is_left_out_and_said_so(
    run: Callable[..., Any], tmp_path: Path, feature: str
) -> None:
    index = of_two_lengths(tmp_path)
    (tmp_path / "5.wav").write_bytes(b"no sound")
    asked = tiny_config(
        data=str(index), training=dict(tiny_config()["training"], epochs=1, crop=[130, 130])
    )
    if feature == "samples":
        asked |= {"input": {"feature": "samples"}}
        asked["training"]["crop"] = [66_150, 66_150]
        asked["model"] = {"architecture": "wave_cnn", "channels": [4, 4, 4, 4], "dropout": 0.0}
    record = run(asked)
    assert record.metrics["tracks"] == 11
    assert "1 of 12 tracks gave no sound and are left out." in record.notes


def test_recordings_of_different_length_that_make_no_batch_are_refused_before_the_fit(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    told: list[str] = []
    with pytest.raises(Refused, match=r"recordings differ in length: give .* a crop"):
        run(tiny_config(data=str(of_two_lengths(tmp_path)), hearing="whole"), told.append)
    assert not [sentence for sentence in told if sentence.startswith("Epoch")]


def test_pieces_that_a_network_cannot_take_are_refused(run: Callable[..., Any]) -> None:
    model = {"architecture": "mel64_cnn", "bands": 64, "frames": 130, "dropout": 0.2}
    with pytest.raises(Refused, match="cannot take what is heard as 1 s"):
        run(tiny_config(hearing="1 s", model=model, input={"map": "mel64"}))


def test_early_stopping_chooses_by_artists_set_aside_from_those_learnt_from(
    run: Callable[..., Any],
) -> None:
    training = dict(tiny_config()["training"], epochs=12, patience=2)
    record = run(tiny_config(training=training))
    assert record.metrics["levels"]["track"]["accuracy"][0] > 0.5


def test_a_student_learns_from_scores_in_a_file(run: Callable[..., Any], data: Path) -> None:
    truth = np.arange(36) % 3
    np.savez(
        data / "teacher.npz",
        tracks=np.arange(1, 37).astype(str),
        labels=np.array(["Rock", "Pop", "Folk"]),
        scores=np.where(truth[:, None] == np.array([2, 1, 0]), 4.0, -4.0),
    )
    training = dict(tiny_config()["training"], teacher_weight=1.0)
    record = run(tiny_config(training=training, teacher={"file": "teacher.npz"}))
    assert record.metrics["levels"]["track"]["accuracy"][0] > 0.8


def test_a_teacher_that_lacks_tracks_is_refused(run: Callable[..., Any], data: Path) -> None:
    np.savez(data / "few.npz", tracks=np.array(["1"]), embeddings=np.zeros((1, 4)))
    with pytest.raises(Refused, match="says nothing of"):
        run(tiny_config(teacher={"file": "few.npz"}))


def test_two_sets_train_one_trunk(run: Callable[..., Any], data: Path, tmp_path: Path) -> None:
    beside = write_tiny_fma(tmp_path / "other", tracks=18, validation=0)
    index = read_source("archive", beside / "fma_small" / "mfcc.npz", Wishes())
    others = tuple(replace(item, artist=f"another {item.artist}") for item in index.items)
    write_index(replace(index, items=others), tmp_path / "beside.csv")
    also = {"data": str(tmp_path / "beside.csv"), "hearing": "3 s", "map": "bands", "share": 0.5}
    record = run(tiny_config(also=[also], training=dict(tiny_config()["training"], epochs=15)))
    assert record.data == "FMA-small, first 3 s from MFCC, with mfcc.npz (archive)"
    assert record.metrics["levels"]["track"]["accuracy"][0] > 0.6


def test_the_judged_tracks_in_another_form_are_no_set_to_learn_from(
    run: Callable[..., Any], data: Path, tmp_path: Path
) -> None:
    index = read_source("archive", data / "fma_small" / "mfcc.npz", Wishes())
    write_index(index, tmp_path / "again.csv")
    with pytest.raises(Refused, match=r"36 tracks, such as \d+, are in .*again.csv too"):
        run(tiny_config(also=[{"data": str(tmp_path / "again.csv"), "hearing": "3 s"}]))


def test_answers_under_other_folds_are_not_taken_for_those_under_these(
    run: Callable[..., Any], data: Path, tmp_path: Path
) -> None:
    once = dict(tiny_config()["training"], epochs=1)
    index = read_source("archive", data / "fma_small" / "mfcc.npz", Wishes())
    held = []
    for folds in (2, 3):
        write_index(with_folds(index, folds=folds, seeds=(3,)), tmp_path / "mine.csv")
        run(tiny_config(data=str(tmp_path / "mine.csv"), training=once))
        told = load_predictions(tmp_path / "runs" / "tiny" / "predictions.npz")
        held.append(sorted(set(told.fold.tolist())))
    assert held == [[0, 1], [0, 1, 2]]


@pytest.mark.parametrize(
    ("divide", "expected"),
    [
        (partial(with_folds, folds=2, seeds=(3,)), (BY_ARTIST, 36)),
        (with_fixed_sides, (FIXED, 9)),
    ],
)
def test_an_index_that_a_newcomer_made_is_fitted_by_its_own_folds_or_sides(
    run: Callable[..., Any],
    data: Path,
    tmp_path: Path,
    divide: Callable[[Index], Index],
    expected: tuple[str, int],
) -> None:
    index = read_source("archive", data / "fma_small" / "mfcc.npz", Wishes())
    write_index(divide(index), tmp_path / "mine.csv")
    once = dict(tiny_config()["training"], epochs=1)
    record = run(tiny_config(data=str(tmp_path / "mine.csv"), training=once))
    assert (record.protocol, record.metrics["rows"]) == expected


def test_a_rare_genre_is_believed_more_where_genres_are_balanced(
    run: Callable[..., Any], data: Path, tmp_path: Path
) -> None:
    index = read_source("archive", data / "fma_small" / "mfcc.npz", Wishes())
    # Labels that the sound does not tell: what is learnt is how often each of them comes.
    items = [
        replace(item, label="Folk" if n % 10 == 0 else ("Pop", "Rock")[n // 3 % 2])
        for n, item in enumerate(index.items)
    ]
    write_index(with_official_sides(replace(index, items=tuple(items))), tmp_path / "thin.csv")

    def belief(name: str, **changes: Any) -> float:
        brief = dict(tiny_config()["training"], epochs=25, learning_rate=0.01)
        run(tiny_config(name=name, data=str(tmp_path / "thin.csv"), training=brief, **changes))
        told = load_predictions(tmp_path / "runs" / name / "predictions.npz")
        return float(np.exp(told.log_probabilities[:, told.labels.index("Folk")]).mean())

    assert belief("balanced", balanced=True) > belief("as-they-come") + 0.1


@pytest.mark.parametrize(
    "change",
    [
        {"input": {"feature": "embedding"}, "model": {"head": {"kind": "logistic"}}},
        {"teacher": {"file": "few.npz"}},
    ],
)
def test_what_lies_in_the_data_folder_asks_for_it_where_none_was_named(
    data: Path, tmp_path: Path, change: Config
) -> None:
    index = read_source("archive", data / "fma_small" / "mfcc.npz", Wishes())
    write_index(with_official_sides(index), tmp_path / "mine.csv")
    asked = tiny_config(data=str(tmp_path / "mine.csv"), **change)
    with pytest.raises(Refused, match="name that with --data DIR"):
        fit_run(asked, None, tmp_path / "cache", tmp_path / "runs")


def test_the_pretrained_trunk_is_trained_on_from_its_published_weights(
    run: Callable[..., Any], data: Path, data_set: Callable[[str], Path], tmp_path: Path
) -> None:
    weights = data_set("weights/mn04_input_map.npz").parent
    (data / "weights").symlink_to(weights)
    resting = {"trunk.listener.map": 0.0, "trunk.listener.network.stem": 0.0}
    training = dict(tiny_config()["training"], epochs=1, learning_rate=1e-3, rates=resting)
    model = {"architecture": "pretrained", "dropout": 0.1}
    run(tiny_config(model=model, input={"map": "none"}, training=training))
    published = frozen_listener(weights).state_dict()
    with np.load(tmp_path / "runs" / "tiny" / "state.npz") as state:
        learnt = {name.removeprefix("trunk.listener."): state[name] for name in state.files}
    np.testing.assert_array_equal(learnt["map.weight"], published["map.weight"])
    top = "network.top.0.weight"
    assert not np.array_equal(learnt[top], published[top])
    np.testing.assert_allclose(learnt[top], published[top], atol=0.05)


@pytest.mark.parametrize(
    ("entered", "words"), [({}, 'write map = "none"'), ({"map": "none"}, "--data DIR")]
)
def test_a_pretrained_trunk_that_cannot_begin_is_refused(
    data: Path, tmp_path: Path, entered: Config, words: str
) -> None:
    index = read_source("archive", data / "fma_small" / "mfcc.npz", Wishes())
    write_index(with_official_sides(index), tmp_path / "mine.csv")
    model = {"architecture": "pretrained", "dropout": 0.1}
    asked = tiny_config(data=str(tmp_path / "mine.csv"), model=model, input=entered)
    with pytest.raises(Refused, match=words):
        fit_run(asked, None, tmp_path / "cache", tmp_path / "runs")


def test_a_head_on_statistics_is_fitted_and_judged_like_a_network(
    run: Callable[..., Any],
) -> None:
    record = run(
        tiny_config(
            name="head",
            input={"feature": "statistics"},
            model={"head": {"kind": "logistic", "C": 0.01}},
        )
    )
    assert record.fitted_accuracy > 0.9
    assert record.metrics["rows"] == 9
    assert record.curves is None


@pytest.mark.parametrize(
    "change",
    [
        {"data": "nowhere"},
        {"data": "gone.csv"},
        {"input": {"feature": "colour"}},
        {"input": {"map": "colour"}},
        {"hearing": "long"},
        {"tracks": {"best": 3}},
        {"training": {"epochs": 3}},
        {"training": {"epochs": 3, "magic": 1}},
        {"model": {"head": {"kind": "logistic"}}},
        {"teacher": {"file": "gone.npz"}},
        {"variants": [{"hearing": "1 s"}]},
    ],
)
def test_a_config_that_cannot_be_followed_is_refused_with_a_sentence(
    run: Callable[..., Any], change: Config
) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        run(tiny_config(**change))
