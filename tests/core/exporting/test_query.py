"""The filter's language asked of the library, where it means what it means in the window."""

from pathlib import Path

import pytest

from genre_desktop.core.exporting.query import LibraryRow, UnfinishedQuery, wanted_by
from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.dsp.sound import Problem
from genre_desktop.ui.row_state import row_of
from genre_desktop.ui.track_filter import haystack, parse_filter
from tests.core.answers import answered, troubled

PATH = Path("/music/deep/Half a Mile.mp3")
TAGS = Tags("Half a Mile", "Tall Pines", "Weather", "Pop", "1984", "1", 30.0)
HEARD = Listing(Track(PATH), TAGS, answered(PATH))
BROKEN = Listing(Track(PATH), Tags(), troubled(PATH, Problem.NOT_AUDIO))
UNHEARD = Listing(Track(PATH), TAGS, None)


@pytest.mark.parametrize("listing", [HEARD, BROKEN], ids=["heard", "broken"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "mile -snow",
        "genre:jazz",
        "-genre:jazz",
        "jazz",
        "second:blues",
        "tag:pop conf > 70",
        "conf<75",
        "conf >= 75%",
        "confidence = 75",
        "bpm = 120",
        "tempo > 120",
        "time > 0:29",
        "length < 29",
        'path:"music/deep"',
        "status:unsure",
        "status:note",
        "status:problem",
        'status:"ends early"',
        'status:"not audio"',
        "artist:pines album:weather title:half",
        "1984",
    ],
)
def test_a_query_wants_what_the_filter_box_shows(text: str, listing: Listing) -> None:
    row = row_of(listing)
    shown = parse_filter(text).matches(row, haystack(row))
    assert wanted_by(text)(LibraryRow(listing)) is shown


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("status:gone", LibraryRow(HEARD, is_gone=True)),
        ("status:duplicate", LibraryRow(HEARD, is_duplicate=True)),
        ("status:done", LibraryRow(HEARD._replace(outcome=answered(PATH)._replace(report=None)))),
        ("-conf > 0", LibraryRow(UNHEARD)),
    ],
)
def test_what_only_the_library_knows_is_asked_for_too(text: str, row: LibraryRow) -> None:
    assert wanted_by(text)(row)
    assert not wanted_by(text)(LibraryRow(HEARD))


def test_a_comparison_without_its_number_is_refused() -> None:
    with pytest.raises(UnfinishedQuery, match="conf <"):
        wanted_by("jazz conf <")
