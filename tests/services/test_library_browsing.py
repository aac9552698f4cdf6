"""Looking through a library in threads: what is seen comes first, then all the rest."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from genre_desktop.core.library import Library
from genre_desktop.core.library_facets import Order, View
from genre_desktop.services.library.browsing import FIRST_ROWS, Browsing
from genre_desktop.services.library.lanes import OwnLibrary
from genre_desktop.ui.library.library_model import LibraryModel
from tests.support.browsed import as_before_doubts, list_all, listed_library
from tests.support.remembered import heard, library_of

ROWS = FIRST_ROWS + 44


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of more rows than are shown first."""
    folder = tmp_path_factory.mktemp("many")
    paths = [folder / f"{number:03}.mp3" for number in range(ROWS)]
    for path in paths:
        path.touch()
    place = library_of(folder / "data", *map(heard, paths))
    list_all(place)
    return place


@pytest.fixture
def browsing(place: Path) -> Iterator[Browsing]:
    browsing = Browsing(OwnLibrary(place, dict))
    yield browsing
    browsing.close()


def test_the_first_rows_come_before_all(browsing: Browsing, qtbot: QtBot) -> None:
    came: list[int] = []
    browsing.beginning_found.connect(lambda numbers: came.append(len(numbers)))
    browsing.numbers_found.connect(lambda numbers: came.append(len(numbers)))
    with qtbot.waitSignal(browsing.groups_found):
        browsing.show(View())
    assert came == [FIRST_ROWS, ROWS]


def test_the_same_view_again_comes_as_a_whole(browsing: Browsing, qtbot: QtBot) -> None:
    came: list[int] = []
    with qtbot.waitSignal(browsing.groups_found):
        browsing.show(View(order=Order.TITLE))
    browsing.beginning_found.connect(lambda numbers: came.append(len(numbers)))
    browsing.numbers_found.connect(lambda numbers: came.append(len(numbers)))
    with qtbot.waitSignal(browsing.groups_found):
        browsing.show(View(order=Order.TITLE))
    assert came == [ROWS]


def test_an_answer_to_an_older_question_does_not_come(browsing: Browsing, qtbot: QtBot) -> None:
    came: list[int] = []
    browsing.numbers_found.connect(lambda numbers: came.append(len(numbers)))
    with qtbot.waitSignal(browsing.groups_found):
        browsing.show(View())
        browsing.show(View("no such thing"))
    assert came == [0]


def test_a_question_that_an_older_library_could_not_answer_is_to_be_asked_again(
    tmp_path: Path, qtbot: QtBot
) -> None:
    place = listed_library(tmp_path / "data", tmp_path / "music")
    as_before_doubts(place)
    browsing = Browsing(OwnLibrary(place, dict))
    changes: list[None] = []
    browsing.changed_elsewhere.connect(lambda: changes.append(None))
    with qtbot.waitSignal(browsing.failed) as failed:
        browsing.show(View())
    assert "earlier version" in failed.args[0]
    Library.open(place).close()
    with qtbot.waitSignal(browsing.changed_elsewhere):
        browsing.look_for_changes()
    for text in ("", "trio"):
        with qtbot.waitSignal(browsing.groups_found):
            browsing.show(View(text))
        browsing.look_for_changes()  # that it has an answer now is heard before the next one's
    assert len(changes) == 1
    browsing.close()


def test_rows_are_gathered_in_the_order_in_which_they_are_wanted(
    browsing: Browsing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(browsing.numbers_found) as found:
        browsing.show(View(is_descending=True))
    numbers = found.args[0]
    with qtbot.waitSignal(browsing.listings_read) as gathered:
        wish = browsing.gather(numbers)
    names = [listing.track.path.name for listing in gathered.args[1]]
    assert (gathered.args[0], names) == (wish, [f"{at:03}.mp3" for at in reversed(range(ROWS))])


def test_rows_go_on_below_those_that_are_there(qtmodeltester: ModelTester, qapp: object) -> None:
    model = LibraryModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has none there
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show(array("q", [3, 1]))
    model.go_on(array("q", [3, 1, 2, 4]))
    assert (list(model.numbers()), len(resets)) == ([3, 1, 2, 4], 1)
    model.go_on(array("q", [4, 3, 1, 2, 5]))  # the library is another one meanwhile
    assert (list(model.numbers()), len(resets)) == ([4, 3, 1, 2, 5], 2)
