"""A run whose kept files were cut off makes again what they held, and says which."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.networks.settings import tiny_config

pytestmark = pytest.mark.training

SHORT = {"epochs": 2, "batch": 9, "learning_rate": 0.02, "weight_decay": 0.0}
CONFIG = tiny_config(protocol="other: folds by artist", training=SHORT)


def cut(path: Path) -> Path:
    """Leave the first half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def folds_in(told: list[str]) -> list[str]:
    return [sentence[:6] for sentence in told if sentence.startswith("Fold")]


def test_a_round_that_was_cut_off_is_done_again_and_only_that(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    first = run(CONFIG)
    (damaged,) = (tmp_path / "runs" / "tiny" / "rounds").glob("0-2-0-*.npz")
    cut(damaged)
    told: list[str] = []
    again = run(CONFIG, told.append)
    (sentence,) = [one for one in told if str(damaged) in one]
    assert sentence.endswith("; what it held is made again.")
    assert folds_in(told) == ["Fold 2"]
    assert again.metrics == first.metrics


def test_a_graph_that_was_cut_off_is_made_again_with_its_round(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    run(CONFIG)
    folder = tmp_path / "runs" / "tiny"
    graph = (folder / "model.onnx").read_bytes()
    (kept,) = (folder / "rounds").glob("*-graph.npz")
    cut(kept)
    told: list[str] = []
    run(CONFIG, told.append)
    assert any(str(kept) in sentence for sentence in told)
    assert folds_in(told) == ["Fold 4"]
    assert (folder / "model.onnx").read_bytes() == graph


def test_an_unfinished_round_whose_state_was_cut_off_begins_again(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    whole = run(CONFIG | {"name": "whole"})

    def cut_off(sentence: str) -> None:
        if sentence.startswith("Epoch 1"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(CONFIG, cut_off)
    (state,) = (tmp_path / "runs" / "tiny" / "rounds").glob("*-unfinished/*.npz")
    cut(state)
    told: list[str] = []
    assert run(CONFIG, told.append).metrics == whole.metrics
    assert any(str(state) in sentence for sentence in told)
    assert not any("Going on" in sentence for sentence in told)


def test_a_changed_byte_is_damage_too(run: Callable[..., Any], tmp_path: Path) -> None:
    run(CONFIG)
    (damaged,) = (tmp_path / "runs" / "tiny" / "rounds").glob("0-1-0-*.npz")
    with np.load(damaged) as kept:
        probabilities = kept["log_probabilities"].tobytes()
    content = damaged.read_bytes()
    place = content.index(probabilities)
    damaged.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    told: list[str] = []
    run(CONFIG, told.append)
    assert folds_in(told) == ["Fold 1"]
