"""Generated sounds that no label covers, and what the command line says."""

from itertools import islice
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from genre_desktop.inference.model import Model
from tests.training.datasets.small import table
from training.__main__ import main
from training.shipping.card import difference, gain, interval
from training.shipping.unfamiliar import noises, tones, unfamiliar_record

pytestmark = pytest.mark.training


@pytest.mark.parametrize("kind", [noises, tones])
def test_generated_sounds_are_seeded_and_finite(kind: object) -> None:
    assert callable(kind)
    first, again = list(islice(kind(), 4)), list(islice(kind(), 4))
    for one, other in zip(first, again, strict=True):
        np.testing.assert_array_equal(one, other)
        assert np.isfinite(one).all()
        assert 0.4 < np.abs(one).max() <= 0.5


class Unsure:
    """A model that answers nothing."""

    unsure = True

    def listen(self, *, with_tempo: bool) -> "Unsure":
        assert not with_tempo
        return self

    def push(self, samples: object) -> None:
        assert samples is not None

    def verdict(self) -> "Unsure":
        return self


def test_what_could_not_be_tried_is_not_counted_as_none_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    table(tmp_path / "tracks" / "index.csv", [("path", "title")])
    told: list[str] = []
    record = unfamiliar_record(cast(Model, Unsure()), tmp_path, told.append)
    assert record == {"noise": [0, 100], "tones": [0, 100]}
    assert "Not tried, for there is none: synthesised speech (speech needs espeak-ng)." in told


def test_figures_are_written_in_percent_and_points() -> None:
    assert interval([0.776, 0.7194, 0.8281]) == "77.6 [71.9, 82.8]"
    assert difference([0.0363, -0.0031, 0.051]) == "+3.6 [-0.3, +5.1]"


def test_a_difference_whose_interval_holds_zero_is_no_gain() -> None:
    assert "not shown" in gain([0.002, -0.008, 0.011], "both", "one")
    assert "larger than chance" in gain([0.03, 0.01, 0.05], "both", "one")


def test_a_missing_data_folder_ends_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reproduce", "--data", "/nowhere/at/all"]) == 1
    assert "does not exist; give another with --data" in capsys.readouterr().err
