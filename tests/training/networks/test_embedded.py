"""Heads on the trunk of a committed package: the application's own embedding of the same frames."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.inference.model import open_model
from tests.support.sounds import music
from training.datasets.values import Item, index_of
from training.networks.embedded import WHOLE_TRACK, embedded, trunk_of_package
from training.networks.material import Material
from training.refusal import Refused

pytestmark = pytest.mark.training

MODELS = Path(__file__).parents[3] / "models"


def test_a_whole_track_has_the_embedding_that_the_application_gives_it(tmp_path: Path) -> None:
    sound = music(12.0, seed=3)
    listening = open_model(MODELS / "gtzan-cnn").listen(with_tempo=False)
    listening.push(sound)
    heard = log_mel(sound, STANDARD_MEL)
    material = Material(
        index_of("csv", tmp_path, [Item("one", "", "jazz", "a", "train")]),
        "log_mel",
        np.array([0, 0]),
        np.array([0, 1]),
        lambda n: heard[:, 130 * n : 130 + 100 * n],  # of two lengths, as whole tracks are
        [heard].__getitem__,
    )
    said: list[str] = []
    made = embedded(material, trunk_of_package("gtzan-cnn"), tmp_path, said.append)
    assert made.segment.tolist() == [0, 1, WHOLE_TRACK]
    assert made.rows.tolist() == [0, 0, 0]
    told = listening.verdict().embedding
    assert told is not None
    assert np.abs(made.track(0) - told.astype(np.float32)).max() < 1e-2  # it keeps half precision
    assert np.abs(made.piece(0) - made.piece(1)).max() > 1e-3
    assert "gtzan-cnn" in said[0]
    embedded(material, trunk_of_package("gtzan-cnn"), tmp_path, said.append)
    assert len(said) == 1  # kept
    one_piece = replace(material, rows=np.array([0]), segment=np.array([0]))
    again = embedded(one_piece, trunk_of_package("gtzan-cnn"), tmp_path, said.append)
    assert again.segment.tolist() == [0, WHOLE_TRACK]
    np.testing.assert_array_equal(again.track(0), made.track(0))


@pytest.mark.parametrize(
    ("name", "reason"), [("no-such", "no package"), ("gtzan-ensemble", "no embedding")]
)
def test_a_package_without_an_embedding_is_refused(name: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        trunk_of_package(name)
