"""The most doubtful tracks of a library, looked for in a thread."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.library_facets import View
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.track import AudioKey, Correction, Listing, Tags
from genre_desktop.services.library.doubting import MOST, Doubting, _Looking
from genre_desktop.services.library.lanes import OwnLibrary
from tests.support.browsed import list_all
from tests.support.remembered import heard, library_of

CONFIDENCES = {"close": 0.45, "sure": 0.9, "unsure": 0.39, "closer": 0.42, "corrected": 0.38}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Tracks of which three are doubtful, one of these twice, and one has the user's word."""
    files = {name: tmp_path / f"{name}.mp3" for name in (*CONFIDENCES, "unsure again")}
    for file in files.values():
        file.touch()
    outcomes = [heard(files[name], confidence=share) for name, share in CONFIDENCES.items()]
    again = replace(heard(files["unsure again"], confidence=0.39), audio_hash="sound of unsure.mp3")
    place = library_of(tmp_path / "data", *outcomes, again)
    list_all(place)
    return place


@pytest.fixture
def doubting(place: Path, qapp: object) -> Iterator[Doubting]:
    own: dict[AudioKey, Correction] = {("sound of corrected.mp3", None): corrected_now("Swing")}
    doubting = Doubting(OwnLibrary(place, lambda: own))
    yield doubting
    doubting.close()


def found(doubting: Doubting, qtbot: QtBot, place: Path, text: str) -> tuple[list[str], bool]:
    """The names of what is doubtful among the tracks that a text shows, and whether that is all."""
    with LibraryView(place) as opened, qtbot.waitSignal(doubting.found) as told:
        doubting.look(opened.numbers(View(text)))
    pairs, is_all = told.args or ((), False)
    assert all(listing.outcome.verdict.timeline is not None for listing, _ in pairs)
    return [listing.track.path.stem for listing, _ in pairs], is_all


def test_the_most_doubtful_come_first_each_sound_once(
    doubting: Doubting, qtbot: QtBot, place: Path
) -> None:
    assert found(doubting, qtbot, place, "") == (["unsure again", "closer", "close"], True)
    assert found(doubting, qtbot, place, "-unsure") == (["closer", "close"], True)
    assert found(doubting, qtbot, place, "no such track") == ([], True)


def test_a_search_that_is_stopped_tells_nothing(
    doubting: Doubting, qtbot: QtBot, place: Path
) -> None:
    told: list[int] = []
    doubting.found.connect(lambda pairs, _: told.append(len(pairs)))
    with LibraryView(place) as opened:
        numbers = opened.numbers(View())
    doubting.look(numbers)
    doubting.stop()
    assert found(doubting, qtbot, place, "close") == (["closer", "close"], True)
    assert told == [2]


def test_of_very_many_only_the_most_doubtful_are_kept() -> None:
    looking = _Looking(1, (), {})
    for number in range(2 * MOST + 5):
        confidence = 0.46 - 0.05 * number / (2 * MOST)
        outcome = heard(Path(f"{number}.mp3"), confidence=confidence)
        looking.take(number, Listing(outcome.track, Tags(), outcome))
    assert [number for _, number in looking.most()][:3] == [2 * MOST + 4 - one for one in range(3)]
    assert (len(looking.most()), len(looking.known)) == (MOST, 2 * MOST + 5)


def test_rows_that_cannot_be_among_the_most_doubtful_are_not_read() -> None:
    looking = _Looking(1, (), {}, perhaps=[(-1.0, 1), (0.05, 2), (0.15, 3)])
    for number in range(MOST):
        outcome = heard(Path(f"{number}.mp3"), confidence=0.4)  # a margin of 0.1
        looking.take(number, Listing(outcome.track, Tags(), outcome))
    assert [looking.is_done(place) for place in range(4)] == [False, False, True, True]
