"""A damaged record is refused with the name of its file and of the part that is damaged."""

import json
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from tests.support.predictions import made_predictions, made_record
from training.evaluation.record import read_record
from training.refusal import Refused

pytestmark = pytest.mark.training

LEVEL = ("metrics", "levels", "track")
KEPT = Path(__file__).parents[3] / "training" / "results" / "runs"
MISSING = object()


@pytest.fixture(scope="module")
def text() -> str:
    """A whole record as JSON."""
    record = made_record(
        "whole",
        made_predictions(),
        curves={"train": [0.5, 0.9], "validation": []},
        learning_curve=[[9.0, 0.5, 0.4, 0.6]],
        importances=[("tempo", 0.5)],
    )
    return json.dumps(
        {name: getattr(record, name) for name in record.__dataclass_fields__}, default=dict
    )


def nested(depth: int) -> list[Any]:
    """Lists within each other."""
    return reduce(lambda inside, _: [inside], range(depth), [])


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("metrics", "levels"), MISSING, "metrics.levels is missing"),
        (("metrics", "tracks"), "many", "metrics.tracks is no count"),
        (("metrics", "levels"), [1], "metrics.levels is no table"),
        (LEVEL, None, "metrics.levels.track is no table"),
        ((*LEVEL, "accuracy"), [0.5], "accuracy is no list of 3"),
        ((*LEVEL, "accuracy", 0), float("nan"), r"accuracy\[0\] is no share"),
        ((*LEVEL, "accuracy", 0), 54.3, r"accuracy\[0\] is no share"),
        ((*LEVEL, "log_loss", 2), float("inf"), r"log_loss\[2\] is no number"),
        ((*LEVEL, "log_loss", 2), 10**400, r"log_loss\[2\] is no number"),
        ((*LEVEL, "report", "jazz", "support"), True, "report.jazz.support is no count"),
        ((*LEVEL, "confusion", 0), [1], "confusion is not of 4 labels"),
        ((*LEVEL, "confused_pairs"), [{"truth": "jazz"}], r"confused_pairs\[0\].named is missing"),
        ((*LEVEL, "calibration", "after", "bins", 0), nested(3), r"bins\[0\] is no list of 3"),
        ((*LEVEL, "unsure", "answered"), MISSING, "unsure.answered is missing"),
        ((*LEVEL, "right", "seeds", 0), "zz", r"seeds\[0\] is no row of hexadecimal digits"),
        ((*LEVEL, "right", "tracks"), 10**12, "right is not of 1000000000000 tracks"),
        ((*LEVEL, "right", "seeds"), [], "right is not of 60 tracks"),
        (("labels", 0), 7, r"labels\[0\] is no text"),
        (("config", "model"), nested(100), "config is no table of settings"),
        (("curves", "train"), "high", "curves.train is no list"),
        (("learning_curve", 0), [9.0], r"learning_curve\[0\] is no list of 4"),
        (("notes",), None, "notes is no list"),
        (("fit_seconds",), "long", "fit_seconds is no number"),
    ],
)
def test_the_damaged_part_is_named(
    tmp_path: Path, text: str, place: tuple[str | int, ...], value: object, words: str
) -> None:
    kept = json.loads(text)
    inside = reduce(lambda part, name: part[name], place[:-1], kept)
    if value is MISSING:
        del inside[place[-1]]
    else:
        inside[place[-1]] = value
    path = tmp_path / "whole.json"
    path.write_text(json.dumps(kept), "utf-8")
    with pytest.raises(Refused, match=rf"whole\.json is a damaged .*{words}.*fit the run again"):
        read_record(path)


def test_lists_too_deep_to_be_read_at_all_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 100_000 + "]" * 100_000, "utf-8")
    with pytest.raises(Refused, match=r"deep\.json cannot be read as a run's record"):
        read_record(path)


def test_a_whole_record_and_every_kept_one_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "whole.json"
    path.write_text(text, "utf-8")
    assert read_record(path).name == "whole"
    for kept in KEPT.glob("*.json"):
        assert read_record(kept).name == kept.stem
