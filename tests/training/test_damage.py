"""Arrays on disk that were cut off or changed: named, and made again where training made them."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from training.cache import Arrays, Cache
from training.damage import Damaged, arrays_of
from training.data import DataMissing, required_arrays
from training.evaluation.predictions import load_predictions
from training.networks.checkpoint import read_checkpoint, write_checkpoint
from training.refusal import Refused
from training.workshop import Workshop

pytestmark = pytest.mark.training

ROWS = np.arange(4_000, dtype=np.float64)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def change(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.fixture(params=[cut, change, empty])
def damage(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    harm: Callable[[Path], None] = request.param
    return harm


def test_what_is_kept_but_damaged_is_named_and_made_again(
    tmp_path: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    cache, made = Cache(tmp_path), []

    def make() -> Arrays:
        made.append(1)
        return {"rows": ROWS}

    cache.arrays("rows", {"code": 1}, make)
    path = cache.path("rows", {"code": 1}, ".npz")
    damage(path)
    np.testing.assert_array_equal(cache.arrays("rows", {"code": 1}, make)["rows"], ROWS)
    assert f"{path} cannot be read" in caplog.text
    assert "made again" in caplog.text
    np.testing.assert_array_equal(arrays_of(path)["rows"], ROWS)
    cache.arrays("rows", {"code": 1}, make)
    assert len(made) == 2


def test_damaged_answers_are_asked_for_again(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    workshop = Workshop(tmp_path / "data", tmp_path / "cache", print)
    digest = workshop.keep_answers("gtzan-svc", {"whole": ROWS})
    (kept,) = (tmp_path / "cache").glob("answers-*.npz")
    damage(kept)
    sentence = f"{re.escape(str(kept))} cannot be read .*; evaluate gtzan-svc again"
    with pytest.raises(DataMissing, match=sentence):
        workshop.kept_answers("gtzan-svc", digest)


def test_damaged_data_are_got_again(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = tmp_path / "map.npz"
    np.savez(path, rows=ROWS)
    damage(path)
    with pytest.raises(DataMissing, match=f"{re.escape(str(path))} cannot be read .*get it again"):
        required_arrays(path)


def test_damaged_predictions_and_checkpoints_are_refused(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / "kept.npz"
    write_checkpoint(path, {}, {"fingerprint": "one", "long": ROWS.tolist()})
    read_checkpoint(path, "one")
    damage(path)
    with pytest.raises(Refused, match=r"cannot be read as a checkpoint .*; delete it"):
        read_checkpoint(path, "one")
    with pytest.raises(Refused, match=r"holds no predictions .*; fit the run again"):
        load_predictions(path)
    with pytest.raises(Damaged):
        arrays_of(path)
