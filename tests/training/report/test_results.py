"""The committed RESULTS.md says what the committed records say."""

import json
import re
from pathlib import Path

import pytest

from training.report.packages import package_records, package_table
from training.report.results import BEGIN, END
from training.report.rows import NONE, row
from training.report.runs import gathered

TRAINING = Path(__file__).parents[3] / "training"


def test_a_row_of_the_results_is_what_its_record_says() -> None:
    text = (TRAINING / "RESULTS.md").read_text("utf-8")
    told = text.split(BEGIN)[1].split(END)[0]
    kept = gathered([TRAINING / "results" / "runs"])
    records = {record.name: row(record) for record in kept.records}
    assert kept.damaged == []
    compared = 0
    for line in told.splitlines():
        cells = records.get(line.strip("| ").split(" | ")[0].removesuffix(" *"))
        if cells:
            compared += 1
            assert all(cell in line for cell in cells[4:] if cell != NONE), "run compare --write"
    assert compared


def test_a_row_of_a_package_is_what_its_records_say() -> None:
    text = (TRAINING / "RESULTS.md").read_text("utf-8")
    _, rows = package_table(package_records())
    assert rows
    for cells in rows:
        assert f"| {' | '.join(cells)} |" in text, "run compare --write"


def test_the_aims_stand_beside_what_the_packages_records_say() -> None:
    text = (TRAINING / "RESULTS.md").read_text("utf-8")
    told = text.split("## The aims, and what was reached")[1].split("\n## ")[0]
    cells = [line.split(" | ") for line in told.splitlines() if line.startswith("| ")]
    reached = {cell[0].strip("| "): cell[1] for cell in cells}
    network, fma, everyday = (
        json.loads((TRAINING / "results" / f"{name}.json").read_text("utf-8"))
        for name in ("gtzan-cnn", "fma-cnn", "everyday-cnn")
    )
    said = [
        ("GTZAN, protocol A: whole clips ≥ 82", network["accuracy"]["whole"][0]),
        ("GTZAN, protocol A: whole clips ≥ 82", network["fresh"]["accuracy"]["whole"][0]),
        ("voted 3-second pieces ≥ 79", network["accuracy"]["mean"][0]),
        ("voted 3-second pieces ≥ 79", network["accuracy"]["vote"][0]),
        ("3 seconds alone ≥ 72", network["accuracy"]["alone"][0]),
        ("blues and rock recalled ≥ 60", network["confusion"][0][0]),
        ("blues and rock recalled ≥ 60", network["confusion"][9][9]),
        ("FMA's official validation: 3 s ≥ 56", fma["accuracy"]["first"][0]),
        ("3 s with the snapshots of 30 s ≥ 62", fma["accuracy"]["both"][0]),
        ("everyday-cnn: electronic recalled ≥ 80", everyday["emotify"]["electronic recalled"][0]),
    ]
    for aim, share in said:
        numbers = [float(number) for number in re.findall(r"\d+\.\d", reached[aim])]
        assert 100 * share == pytest.approx(
            min(numbers, key=lambda n: abs(n - 100 * share)), abs=0.06
        )
