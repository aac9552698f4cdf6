"""The packages under models/: sound, honest, and what their records say."""

from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.inference.model import open_model
from genre_desktop.inference.package import prove, read_package
from training.evaluation.provenance import config_digest
from training.shipping.basis import code_digest
from training.shipping.fold_heads import read_fold_heads
from training.shipping.golden import golden_sounds, librosa_log_mel
from training.shipping.judged import NETWORK
from training.shipping.making import card_of
from training.shipping.packages import LARGEST_BYTES
from training.shipping.plan import Plan
from training.shipping.plans import NAMES, PLANS
from training.shipping.records import read_record

pytestmark = pytest.mark.training

MODELS = Path(__file__).parents[2] / "models"

# The aim is one in twenty. The support vectors take some brown noise for quiet music, and FMA's
# Experimental holds noise and speech itself.
MOST_SURE = {"fma-cnn": 0.09}


@pytest.mark.parametrize("name", NAMES)
def test_a_package_proves_itself_in_the_application(name: str) -> None:
    package = read_package(MODELS / name)
    prove(package)
    assert package.manifest.name == name


@pytest.mark.parametrize("name", NAMES)
def test_a_package_is_small(name: str) -> None:
    assert sum(path.stat().st_size for path in (MODELS / name).iterdir()) < LARGEST_BYTES


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_card_and_manifest_say_what_the_runs_found(plan: Plan) -> None:
    found, unfamiliar = read_record(plan.name), read_record(f"{plan.name}_unfamiliar")
    package = read_package(MODELS / plan.name)
    assert package.card == card_of(plan, found, unfamiliar)
    measured = [[m.value, m.low, m.high] for m in package.manifest.metrics]
    assert measured == list(found["accuracy"].values())
    assert package.manifest.temperature == found["calibration"]["temperature"]
    assert package.manifest.unsure_threshold == found["unsure"]["threshold"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_music_was_tried_on_this_very_package(name: str) -> None:
    tried = read_record(f"{name}_unfamiliar")
    assert tried["package_digest"] == read_package(MODELS / name).digest
    kinds = tried["kinds"]
    made = [kinds["noise"], kinds["tones"]]
    for sure, heard in (np.sum(made, axis=0), kinds["synthesised speech"]):
        assert heard >= 100
        assert sure <= MOST_SURE.get(name, 0.05) * heard


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_a_record_names_the_code_that_made_it(plan: Plan) -> None:
    made_from = read_record(plan.name)["made_from"]
    assert made_from["code"] == code_digest(plan.basis.code)
    assert made_from["config"] == config_digest(plan.basis.config)


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


@pytest.mark.parametrize("name", NAMES)
def test_volume_does_not_change_the_answer(name: str) -> None:
    model = open_model(MODELS / name)
    sound = golden_sounds(STANDARD_MEL.sample_rate)[2]
    answers = []
    for gain in (1.0, 0.05):
        listening = model.listen(with_tempo=False)
        listening.push(gain * sound)
        answers.append(listening.verdict().probabilities)
    np.testing.assert_allclose(answers[0], answers[1], atol=2e-3)
