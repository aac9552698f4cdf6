"""The packages under models/: sound, honest, and what their records say."""

from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.inference.model import open_model
from genre_desktop.inference.package import prove, read_package
from training.shipping.fold_heads import read_fold_heads
from training.shipping.golden import golden_sounds, librosa_log_mel
from training.shipping.manifests import ENSEMBLE, MACHINE, NETWORK
from training.shipping.packages import LARGEST_BYTES
from training.shipping.records import read_record
from training.shipping.texts import CARDS

pytestmark = pytest.mark.training

MODELS = Path(__file__).parents[2] / "models"
PACKAGES = (NETWORK, MACHINE, ENSEMBLE)


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_proves_itself_in_the_application(name: str) -> None:
    package = read_package(MODELS / name)
    prove(package)
    assert package.manifest.name == name


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_small(name: str) -> None:
    assert sum(path.stat().st_size for path in (MODELS / name).iterdir()) < LARGEST_BYTES


@pytest.mark.parametrize(
    ("name", "record"), [(NETWORK, "cnn"), (MACHINE, "svc"), (ENSEMBLE, "ensemble")], ids=PACKAGES
)
def test_card_and_manifest_say_what_the_runs_found(name: str, record: str) -> None:
    found, unfamiliar = read_record(record), read_record(f"{record}_unfamiliar")
    package = read_package(MODELS / name)
    assert package.card == CARDS[record](found, unfamiliar)
    measured = [[m.value, m.low, m.high] for m in package.manifest.metrics]
    assert measured == list(found["accuracy"].values())
    assert package.manifest.temperature == found["calibration"]["temperature"]


def test_the_kept_heads_belong_to_the_network() -> None:
    graph = read_package(MODELS / NETWORK).manifest.graph
    assert graph is not None
    assert read_fold_heads().model_sha256 == graph.model_sha256


def test_golden_features_are_librosas_and_the_applications() -> None:
    with np.load(MODELS / NETWORK / "golden.npz") as golden:
        for number, sound in enumerate(golden_sounds(STANDARD_MEL.sample_rate)):
            np.testing.assert_allclose(golden[f"audio_{number}"], sound, atol=1e-6)
            features = golden[f"features_{number}"][0]
            np.testing.assert_allclose(features, librosa_log_mel(sound, STANDARD_MEL), atol=1e-3)
            ours = log_mel(golden[f"audio_{number}"], STANDARD_MEL)
            np.testing.assert_allclose(ours, features, atol=1e-3)


@pytest.mark.parametrize("name", PACKAGES)
def test_volume_does_not_change_the_answer(name: str) -> None:
    model = open_model(MODELS / name)
    sound = golden_sounds(STANDARD_MEL.sample_rate)[2]
    answers = []
    for gain in (1.0, 0.05):
        listening = model.listen(with_tempo=False)
        listening.push(gain * sound)
        answers.append(listening.verdict().probabilities)
    np.testing.assert_allclose(answers[0], answers[1], atol=2e-3)
