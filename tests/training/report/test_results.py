"""The committed RESULTS.md says what the committed records say."""

from pathlib import Path

from training.report.results import BEGIN, END
from training.report.rows import NONE, row
from training.report.runs import gathered

TRAINING = Path(__file__).parents[3] / "training"


def test_a_row_of_the_results_is_what_its_record_says() -> None:
    text = (TRAINING / "RESULTS.md").read_text("utf-8")
    told = text.split(BEGIN)[1].split(END)[0]
    records = {record.name: row(record) for record in gathered([TRAINING / "results" / "runs"])}
    compared = 0
    for line in told.splitlines():
        cells = records.get(line.strip("| ").split(" | ")[0].removesuffix(" *"))
        if cells:
            compared += 1
            assert all(cell in line for cell in cells[4:] if cell != NONE), "run compare --write"
    assert compared
