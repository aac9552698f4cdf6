"""The most doubtful tracks of a library, looked for in a thread."""

from collections.abc import Iterator
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
    again = heard(files["unsure again"], confidence=0.39)._replace(audio_hash="sound of unsure.mp3")
    place = library_of(tmp_path / "data", *outcomes, again)
    list_all(place)
    return place


@pytest.fixture
def doubting(place: Path, qapp: object) -> Iterator[Doubting]:
    own: dict[AudioKey, Correction] = {("sound of corrected.mp3", None): corrected_now("Swing")}
    doubting = Doubting(OwnLibrary(place, lambda: own))
    yield doubting
    doubting.close()


def found(doubting: Doubting, qtbot: QtBot, place: Path, text: str) -> tuple[list[str], int]:
    """The names of what is doubtful among the tracks that a text shows, and how many there are."""
    with LibraryView(place) as opened, qtbot.waitSignal(doubting.found) as told:
        doubting.look(opened.numbers(View(text)))
    pairs, count = told.args or ((), -1)
    assert all(listing.outcome.verdict.timeline is not None for listing, _ in pairs)
    return [listing.track.path.stem for listing, _ in pairs], count


def test_the_most_doubtful_come_first_each_sound_once(
    doubting: Doubting, qtbot: QtBot, place: Path
) -> None:
    assert found(doubting, qtbot, place, "") == (["unsure again", "closer", "close"], 3)
    assert found(doubting, qtbot, place, "-unsure") == (["closer", "close"], 2)
    assert found(doubting, qtbot, place, "no such track") == ([], 0)


def test_a_search_that_is_stopped_tells_nothing(
    doubting: Doubting, qtbot: QtBot, place: Path
) -> None:
    told: list[int] = []
    doubting.found.connect(lambda pairs, _: told.append(len(pairs)))
    with LibraryView(place) as opened:
        numbers = opened.numbers(View())
    doubting.look(numbers)
    doubting.stop()
    assert found(doubting, qtbot, place, "close") == (["closer", "close"], 2)
    assert told == [2]


def test_a_file_that_is_gone_is_not_asked_about(
    doubting: Doubting, qtbot: QtBot, place: Path, tmp_path: Path
) -> None:
    (tmp_path / "closer.mp3").unlink()
    list_all(place)
    assert found(doubting, qtbot, place, "") == (["unsure again", "close"], 2)


def test_of_very_many_only_the_most_doubtful_are_read_and_the_others_counted() -> None:
    looking = _Looking(1, (), {}, doubtful=range(MOST + 9))
    for number in range(MOST):
        assert not looking.is_done(number)
        outcome = heard(Path(f"{number}.mp3"), confidence=0.40 + 0.05 * number / MOST)
        listing = Listing(outcome.track, Tags(), outcome)
        looking.take(listing)
    looking.take(listing)  # the same sound again
    assert looking.is_done(MOST)
    assert looking.most()[0][0].track.path == Path("0.mp3")
    assert (len(looking.most()), looking.count()) == (MOST, MOST + 8)
