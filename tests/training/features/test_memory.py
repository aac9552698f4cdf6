"""A hundred thousand tracks do not need a hundred thousand spectrograms in memory."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.training

ROOT = Path(__file__).parents[3]
FULL_FMA = 106_574
PIECES_A_TRACK = 89  # of 3 s in 270 s
LIMIT_BYTES = 4 * 2**30


def measured(folder: Path, tracks: int) -> dict[str, Any]:
    """What going through a simulated index took, in a process of its own."""
    command = [sys.executable, "-m", "tests.training.features.simulated", str(folder), str(tracks)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(said.stdout)
    assert answer["tracks"] == answer["rows"] == tracks
    assert answer["pieces"] == PIECES_A_TRACK * tracks
    return answer


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_the_full_fma_needs_less_than_four_gibibytes(tmp_path: Path) -> None:
    assert measured(tmp_path, FULL_FMA)["peak_bytes"] < LIMIT_BYTES


def test_a_twentieth_of_it_tells_that_the_whole_needs_less(tmp_path: Path) -> None:
    """What listing a track costs, times all of FMA's, on top of what a run takes."""
    few, many = 300, FULL_FMA // 20
    little, more = (measured(tmp_path / str(n), n) for n in (few, many))
    a_track = (more["listed_bytes"] - little["listed_bytes"]) / (many - few)
    assert a_track > 0
    assert more["peak_bytes"] + a_track * FULL_FMA < LIMIT_BYTES
