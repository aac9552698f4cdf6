"""The table of a terminal."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from genre_desktop.cli.table import MOST_ROWS, print_result
from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.track import Listing, Tags
from tests.support.remembered import heard


@pytest.mark.parametrize(
    ("confidence", "note"), [(0.8, "Unsure: unlike what the model learnt from"), (0.35, "Unsure")]
)
def test_why_something_is_unsure_is_told(confidence: float, note: str) -> None:
    outcome = heard(Path("/music/noise.flac"), confidence=confidence)
    assert outcome.verdict is not None
    unsure = outcome._replace(verdict=replace(outcome.verdict, unsure=True, quick=False))
    page = io.StringIO()
    listing = Listing(unsure.track, Tags(), unsure)
    print_result(Console(file=page, width=200), [listing], unsure_below=0.4)
    assert page.getvalue().splitlines()[-1].rstrip().endswith(f"  {note}")


def test_the_users_word_is_counted_with_the_label_that_is_the_same_genre() -> None:
    said = ["Jazz", "Schlager"] + [None] * MOST_ROWS
    listings = []
    for number, genre in enumerate(said):
        outcome = heard(Path(f"/music/{number}.flac"))
        correction = None if genre is None else corrected_now(genre)
        listings.append(Listing(outcome.track, Tags(), outcome._replace(correction=correction)))
    page = io.StringIO()
    print_result(Console(file=page, width=200), listings, unsure_below=None)
    counted = [line.split() for line in page.getvalue().splitlines()[1:3]]
    assert counted == [["jazz", str(MOST_ROWS + 1)], ["Schlager", "1"]]
