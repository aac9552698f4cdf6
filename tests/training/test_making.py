"""A planned package: its record names what made it, its card is the record's, stale ones stop."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from genre_desktop.inference.manifest import Dataset
from genre_desktop.inference.package import read_package
from tests.support.packages import mel_package
from training.data import DataMissing
from training.evaluation.provenance import commit_now
from training.shipping.basis import Basis, StaleRecord
from training.shipping.card import CardText
from training.shipping.golden import GoldenClip
from training.shipping.making import evaluate, make
from training.shipping.packages import Content
from training.shipping.plan import Plan
from training.shipping.plans import UnknownPackage, chosen_plans
from training.shipping.records import read_record, write_record
from training.workshop import Workshop

pytestmark = pytest.mark.training

FIGURES = {
    "labels": ["low", "high"],
    "data": {
        "set": "made tones",
        "clips": 40,
        "artists": 20,
        "protocol": "artist-grouped 5 folds x 3 seeds",
    },
    "accuracy": {"whole": [0.8, 0.7, 0.9]},
    "calibration": {
        "temperature": 1.5,
        "calibration_error": [[0.05, 0.03, 0.07], [0.02, 0.0, 0.04]],
        "calibration_noise": [0.015, 0.016],
    },
    "piece_temperature": 2.0,
    "unsure": {
        "threshold": 0.4,
        "passing": 0.975,
        "answered": 0.76,
        "accuracy_answered": [0.9, 0.8, 0.95],
        "accuracy_unsure": [0.5, 0.4, 0.6],
    },
    "confusion": [[0.8, 0.2], [0.2, 0.8]],
    "left_out": {"mean": {"maximum probability": 0.5, "both thresholds": 0.4}},
}


def tiny_content(folder: Path) -> Callable[[Plan, Workshop, Mapping[str, Any]], Content]:
    source = mel_package(folder, name="tiny", labels=("low", "high"), most_distance=100.0)
    package = read_package(source)
    with np.load(source / "golden.npz") as golden:
        outputs = {name: golden[f"{name}_0"] for name in ("logits", "distance")}
        clip = GoldenClip(golden["audio_0"], golden["features_0"], outputs)
    return lambda *_: Content(package.manifest, "", package.model, (clip,))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan(
        name="tiny",
        text=CardText(
            "Tiny", "For tests.", "Such networks", "Means of levels.", "Tones.", "Knows two tones."
        ),
        datasets=(Dataset("tones", "CC0-1.0", "tones-1"),),
        starting_weights=None,
        basis=Basis(("tones.csv",), ("training.svc",), {"tones": 2}),
        candidates_tried=4,
        evaluating_hours=0.1,
        fitting_minutes=1,
        evaluate=lambda _: dict(FIGURES),
        content=tiny_content(tmp_path / "source"),
        comparison=lambda _: "Compared with nothing.",
    )


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "tones.csv").write_text("tone\n")
    return Workshop(tmp_path / "data", tmp_path / "cache", lambda _: None)


def made(plan: Plan, workshop: Workshop, folder: Path) -> Path:
    return make(plan, workshop, folder / "models", folder, try_on=lambda *_: {"noise": [1, 200]})


def test_the_card_is_written_from_the_record(
    plan: Plan, workshop: Workshop, tmp_path: Path
) -> None:
    evaluate(plan, workshop, tmp_path)
    package = read_package(made(plan, workshop, tmp_path))

    for words in (
        "# Tiny",
        "80.0 [70.0, 90.0]",
        "further from all that the package was fitted on than 97.5 % of the held-out clips",
        "90.0 [80.0, 95.0] % of these rightly",
        "a confident answer for noise 1 of 200",
        "by maximum probability 50 %, by both thresholds 40 %",
        "Compared with nothing.",
    ):
        assert words in package.card
    record = read_record("tiny", tmp_path)
    assert set(record["made_from"]) == {"data", "code", "config", "commit"}
    assert read_record("tiny_unfamiliar", tmp_path)["package_digest"] == package.digest


def test_making_a_package_again_says_how_far_it_is_from_the_one_before(
    plan: Plan, workshop: Workshop, tmp_path: Path
) -> None:
    told: list[str] = []
    workshop.report = told.append
    evaluate(plan, workshop, tmp_path)
    for _ in range(2):
        made(plan, workshop, tmp_path)
    assert [line for line in told if "differ by at most 0.0e+00 in a probability" in line]


def test_what_a_package_costs_is_kept_with_the_commit_that_was_fitted(
    plan: Plan, workshop: Workshop, tmp_path: Path
) -> None:
    evaluate(plan, workshop, tmp_path)
    assert read_record("tiny", tmp_path)["candidates_tried"] == 4
    make(plan, workshop, tmp_path / "models", tmp_path, lambda *_: {}, anew=True)
    first = read_record("tiny_cost", tmp_path)
    assert first["fit_seconds"] >= 0
    assert first["fit_commit"] == commit_now()
    assert first["windows_per_second"] > 0
    graph = tmp_path / "models" / "tiny" / "model.onnx"
    assert first["size_bytes"] == graph.stat().st_size

    write_record("tiny_cost", first | {"fit_commit": "an earlier one"}, tmp_path)
    made(plan, workshop, tmp_path)  # parts of it lay ready, so this fit's time says nothing
    again = read_record("tiny_cost", tmp_path)
    assert again["fit_seconds"] == first["fit_seconds"]
    assert again["fit_commit"] == "an earlier one"


def test_a_stale_record_makes_no_package(plan: Plan, workshop: Workshop, tmp_path: Path) -> None:
    evaluate(plan, workshop, tmp_path)
    other = replace(plan, basis=replace(plan.basis, config={"tones": 3}))

    with pytest.raises(StaleRecord, match=r"tiny\.json was made from other settings"):
        made(other, workshop, tmp_path)
    assert not (tmp_path / "models").exists()


def test_without_a_record_no_package_is_made(
    plan: Plan, workshop: Workshop, tmp_path: Path
) -> None:
    with pytest.raises(DataMissing, match="reproduce --evaluate"):
        made(plan, workshop, tmp_path)


def test_a_package_that_nobody_plans_is_named() -> None:
    with pytest.raises(UnknownPackage, match="No package is called jazz-only; there are gtzan"):
        chosen_plans(["gtzan-svc", "jazz-only"])
    assert [plan.name for plan in chosen_plans(["gtzan-svc"])] == ["gtzan-svc"]
