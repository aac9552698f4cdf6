"""A track unlike all that a package was fitted on is unsure, however confident the package is."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.inference.model import open_model
from genre_desktop.inference.package import prove, read_package
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.verdict import Verdict
from tests.support.packages import (
    GTZAN,
    ensemble_package,
    mel_package,
    statistics_package,
    tone_for,
)

Build = Callable[..., Path]


def verdict_on_a_tone(folder: Path) -> Verdict:
    listening = open_model(folder, prove=True).listen(with_tempo=False)
    listening.push(tone_for(4, len(GTZAN), 40.0))
    return listening.verdict()


@pytest.mark.parametrize("build", [mel_package, statistics_package])
def test_only_what_lies_beyond_the_threshold_is_unsure(build: Build, tmp_path: Path) -> None:
    near = verdict_on_a_tone(build(tmp_path / "near", most_distance=1_000.0))
    far = verdict_on_a_tone(build(tmp_path / "far", most_distance=0.01))

    assert near.probabilities.max() > 0.3
    assert (near.unsure, far.unsure) == (False, True)
    np.testing.assert_array_equal(near.probabilities, far.probabilities)


def test_the_distance_is_the_mean_over_all_that_was_heard(tmp_path: Path) -> None:
    tone = tone_for(4, len(GTZAN), 60.0)
    noise = (0.1 * np.random.default_rng(0).standard_normal(60 * 22_050)).astype(np.float32)
    unsure = []
    for most_distance in (50.0, 25.0):  # the tone is 70 dB away, the noise 10
        folder = mel_package(tmp_path / str(most_distance), most_distance=most_distance)
        listening = open_model(folder).listen(with_tempo=False)
        listening.push(np.concatenate([tone, noise]))
        unsure.append(listening.verdict().unsure)

    assert unsure == [False, True]


def test_an_ensemble_is_unsure_of_what_one_member_finds_unfamiliar(tmp_path: Path) -> None:
    for name, most_distance in (("known", 1_000.0), ("strange", 0.01)):
        models = tmp_path / name
        mel_package(models)
        statistics_package(models, most_distance=most_distance)
        ensemble_package(models)

    assert not verdict_on_a_tone(tmp_path / "known" / "tiny-ensemble").unsure
    assert verdict_on_a_tone(tmp_path / "strange" / "tiny-ensemble").unsure


def test_a_package_whose_distances_are_others_does_not_prove_itself(tmp_path: Path) -> None:
    folder = mel_package(tmp_path, most_distance=50.0)
    prove(read_package(folder))
    with np.load(folder / "golden.npz") as golden:
        arrays = {name: golden[name] for name in golden.files}
    arrays["distance_1"] = arrays["distance_1"] + 1.0
    with (folder / "golden.npz").open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)

    with pytest.raises(PackageRefused, match="another “distance” here"):
        prove(read_package(folder))


def test_a_distance_without_a_threshold_is_refused(tmp_path: Path) -> None:
    folder = mel_package(tmp_path, most_distance=50.0)
    path = folder / "manifest.json"
    document = json.loads(path.read_text("utf-8"))
    document["familiarity"] = None
    path.write_text(json.dumps(document), "utf-8")

    with pytest.raises(PackageRefused, match="“familiarity” and an output “distance”"):
        read_package(folder)
