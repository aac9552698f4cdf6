"""Review… in the real window: one key answers, and what was answered is a correction."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.review import Review
from genre_desktop.core.track import Outcome, Tags, Track
from genre_desktop.services.player.player import PlayerState
from genre_desktop.ui.review.review_dialog import ReviewDialog
from genre_desktop.ui.row_state import Turn, row_of
from tests.core.answers import answered, verdict
from tests.gui.conftest import MODEL
from tests.support.window import InstantListener

Key = Qt.Key


@pytest.fixture
def listener() -> InstantListener:
    """Sure of the first track; a near tie is the second, and of the third it is unsure."""

    def answer(track: Track) -> Outcome:
        heard = verdict(MODEL)
        shares = {"1 one.mp3": (0.1, 0.8, 0.1), "2 two.flac": (0.41, 0.47, 0.12)}
        probabilities = np.array(shares.get(track.path.name, (0.3, 0.4, 0.3)), np.float32)
        heard = replace(heard, probabilities=probabilities, unsure=track.path.name not in shares)
        return answered(track.path, track.path.name, track.span)._replace(verdict=heard)

    return InstantListener(answer)


@pytest.fixture
def review(full: GenreDesktop, qtbot: QtBot) -> ReviewDialog:
    full.actions.review.trigger()
    dialog = full.window.findChild(ReviewDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def heading(review: ReviewDialog) -> str:
    return review._heading.text()


def genres(desktop: GenreDesktop) -> dict[str, str]:
    """What the user said, by file."""
    rows = desktop.model.playlist.rows
    said = [(row.track.path.name, row.state.correction) for row in rows]
    return {name: correction.genre for name, correction in said if correction is not None}


def test_the_most_doubtful_comes_first_with_its_reason(review: ReviewDialog) -> None:
    assert heading(review) == "1 of 2"
    names = [one.row.listing.track.path.name for one in review.review.items]
    assert names == ["three.ogg", "2 two.flac"]
    assert review.page._reason._words.text().startswith("The model is unsure.")
    assert review.page.guesses[0].accessibleName() == "Jazz, 40 %, key 1"


def test_one_key_answers_and_asks_for_the_next(full: GenreDesktop, review: ReviewDialog) -> None:
    QTest.keyClick(review, Key.Key_2)
    assert heading(review) == "2 of 2"
    second = review.page.guesses[1].guess
    QTest.keyClick(review, Key.Key_R)
    assert genres(full) == {"three.ogg": "Blues", "2 two.flac": "Jazz"}
    assert second is not None
    assert heading(review) == "All 2 tracks are reviewed"
    assert review.close_button.isVisible()


def test_a_screen_reader_says_the_next_track(review: ReviewDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(review.said) as said:
        QTest.keyClick(review, Key.Key_S)
    [words] = said.args or [""]
    assert words.startswith("2 of 2. ")
    assert "Jazz and Blues are close. Jazz, 47 %, key 1. Blues, 41 %, key 2" in words


def test_a_key_without_a_guess_does_nothing(full: GenreDesktop, review: ReviewDialog) -> None:
    QTest.keyClick(review, Key.Key_9)
    assert (heading(review), genres(full)) == ("1 of 2", {})


def test_skipping_leaves_a_track_as_it_is(full: GenreDesktop, review: ReviewDialog) -> None:
    QTest.keyClick(review, Key.Key_S)
    QTest.keyClick(review, Key.Key_1)
    assert genres(full) == {"2 two.flac": "Jazz"}
    assert review._sentence.text() == "1 answered, 1 skipped."


def test_steps_are_taken_back_one_by_one(full: GenreDesktop, review: ReviewDialog) -> None:
    QTest.keyClick(review, Key.Key_2)
    QTest.keyClick(review, Key.Key_S)
    QTest.keyClick(review, Key.Key_Z)
    assert (heading(review), genres(full)) == ("2 of 2", {"three.ogg": "Blues"})
    QTest.keyClick(review, Key.Key_Z)
    assert (heading(review), genres(full)) == ("1 of 2", {})
    assert not review.back.isEnabled()


def test_answers_are_undone_in_the_window_as_well(full: GenreDesktop, review: ReviewDialog) -> None:
    QTest.keyClick(review, Key.Key_2)
    review.reject()
    full.actions.undo.trigger()
    assert genres(full) == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("fado  de Lisboa", "fado de Lisboa"), ("blues", "Blues"), ("BLUES", "BLUES")],
)
def test_another_genre_is_typed(
    full: GenreDesktop, review: ReviewDialog, typed: str, kept: str
) -> None:
    QTest.keyClick(review, Key.Key_G)
    asked = review.findChild(QInputDialog)
    asked.setTextValue(typed)
    asked.accept()
    assert genres(full) == {"three.ogg": kept}


def test_a_title_that_looks_like_html_is_shown_letter_by_letter(review: ReviewDialog) -> None:
    one = review.review.current
    assert one is not None
    listing = one.row.listing._replace(tags=Tags(title='<img src="http://a/b.png">'))
    review.review = Review([replace(one, row=row_of(listing, turn=Turn.NONE))])
    QTest.keyClick(review, Key.Key_G)
    label = review.findChild(QInputDialog).labelText()
    shown = QTextDocumentFragment.fromHtml(label).toPlainText()
    assert shown == 'Genre of “<img src="http://a/b.png">”'


def test_space_plays_the_track_under_review_and_it_goes_on_with_the_next(
    full: GenreDesktop, review: ReviewDialog, qtbot: QtBot
) -> None:
    player = full.services.player
    QTest.keyClick(review, Key.Key_Space)
    assert player.track is not None
    assert player.track.path.name == "three.ogg"
    assert review.play.text() == "&Pause (Space)"
    QTest.keyClick(review, Key.Key_S)
    assert player.track.path.name == "2 two.flac"
    review.reject()
    assert player.state is PlayerState.STOPPED


def test_nothing_doubtful_is_a_sentence(full: GenreDesktop, review: ReviewDialog) -> None:
    QTest.keyClick(review, Key.Key_1)
    QTest.keyClick(review, Key.Key_1)
    review.reject()
    full.actions.review.trigger()
    again = full.window.findChildren(ReviewDialog)[-1]
    assert heading(again) == "Nothing is doubtful in this list"
