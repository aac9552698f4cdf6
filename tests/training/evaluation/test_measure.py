"""Everything measured at once, learning curves, speed, and what a figure hangs on."""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from tests.support.predictions import made_predictions, made_record
from training.evaluation import provenance
from training.evaluation.learning import growing_subsets
from training.evaluation.measure import measured
from training.evaluation.record import read_record
from training.evaluation.speed import onnx_windows_per_second
from training.refusal import Refused


def test_pieces_are_measured_alone_and_as_tracks() -> None:
    predictions = made_predictions(tracks=80, pieces=5, skill=1.2, seeds=(0, 1))
    figures = measured(predictions)
    assert set(figures["levels"]) == {"segment", "track", "vote"}
    alone, whole = (figures["levels"][name]["accuracy"] for name in ("segment", "track"))
    assert alone[0] == pytest.approx(predictions.right.mean(), abs=1e-4)
    assert whole[0] > alone[0]
    assert whole[1] <= whole[0] <= whole[2]
    assert figures["tracks"] == 80


def test_whole_tracks_have_one_level() -> None:
    assert set(measured(made_predictions(pieces=0))["levels"]) == {"track"}


def test_a_record_comes_back_and_is_small(tmp_path: Path) -> None:
    record = made_record("svc", made_predictions(seeds=(0, 1, 2)), notes=["A sentence."])
    written = record.write(tmp_path / "svc")
    assert read_record(tmp_path / "svc") == record
    assert written.stat().st_size < 60_000
    assert read_record(record.write(tmp_path / "kept.json")) == record


def test_a_record_of_an_unknown_protocol_is_refused() -> None:
    with pytest.raises(Refused, match="write A, B or"):
        made_record("svc", made_predictions(), protocol="random split")


def test_a_file_that_is_no_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text(json.dumps({"name": "x", "accuracy": 1}), "utf-8")
    with pytest.raises(Refused, match=r"record\.json is not a run's record"):
        read_record(tmp_path)
    (tmp_path / "record.json").write_text(json.dumps({"name": "x"}), "utf-8")
    with pytest.raises(Refused, match="family is missing"):
        read_record(tmp_path)


def test_growing_subsets_contain_each_other_and_every_label() -> None:
    predictions = made_predictions(tracks=120, pieces=1, artists=40)
    subsets = [rows for _, rows in growing_subsets(predictions.artists, predictions.truth)]
    for smaller, larger in itertools.pairwise(subsets):
        assert set(smaller) < set(larger)
    for rows in subsets:
        assert len(np.unique(predictions.truth[rows])) == 4
        inside = np.isin(predictions.artists, predictions.artists[rows])
        assert inside.sum() == len(rows)
    assert len(subsets[-1]) == 120


def test_windows_a_second_are_counted_from_a_graph(tmp_path: Path) -> None:
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 8]) for name in "xy")
    graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", [x], [y])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    (tmp_path / "model.onnx").write_bytes(model.SerializeToString())
    windows = np.zeros((64, 8), np.float32)
    assert onnx_windows_per_second(tmp_path / "model.onnx", windows) > 64
    assert onnx_windows_per_second(model.SerializeToString(), {"x": windows}) > 64


def test_digests_follow_what_they_stand_for() -> None:
    first = provenance.config_digest({"a": 1, "b": 2})
    assert first == provenance.config_digest({"b": 2, "a": 1})
    assert first != provenance.config_digest({"a": 1, "b": 3})
    assert provenance.code_digest() != provenance.code_digest(("training/evaluation",))
    assert provenance.commit_now()
