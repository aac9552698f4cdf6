"""Two models side by side on one track, and the report of training."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.comparison_dialog import ComparisonDialog
from genre_desktop.ui.reading_dialog import ReadingDialog, pages_of
from tests.support.packages import mel_package
from tests.support.window import InstantListener

SPAWN_MS = 60_000


@pytest.fixture
def two_models(
    open_desktop: Callable[[InstantListener], GenreDesktop],
    listener: InstantListener,
    a_home_of_its_own: Path,
    folder_of_music: Path,
    qtbot: QtBot,
) -> GenreDesktop:
    """A window with two models of the user's and a track."""
    for name in ("tiny-mel", "another"):
        mel_package(a_home_of_its_own / "data" / "models", name)
    desktop = open_desktop(listener)
    desktop.adding.add([folder_of_music / "1 one.mp3"])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 1)
    desktop.table.selectRow(0)
    return desktop


def test_both_models_answer_and_their_agreement_is_a_sentence(
    two_models: GenreDesktop, qtbot: QtBot
) -> None:
    two_models.actions.compare_models.trigger()
    dialog = two_models.window.findChild(ComparisonDialog)
    assert dialog is not None
    left, right = dialog.answers
    titles = [right.box.itemText(place) for place in range(right.box.count())]
    right.box.setCurrentIndex(next(at for at, title in enumerate(titles) if "nother" in title))
    right.box.activated.emit(right.box.currentIndex())
    assert left.folder != right.folder
    qtbot.waitUntil(lambda: bool(left.verdict and right.verdict), timeout=SPAWN_MS)
    assert dialog.conclusion.text().startswith("Both hear ")
    dialog.close()


def test_the_report_of_training_is_read_heading_by_heading(desktop: GenreDesktop) -> None:
    desktop.actions.training_report.trigger()
    dialog = desktop.window.findChild(ReadingDialog)
    assert dialog is not None
    headings = [dialog.headings.item(place).text() for place in range(dialog.headings.count())]
    assert "The packages" in headings
    for place in range(len(headings)):
        dialog.headings.setCurrentRow(place)
        assert dialog.text.toPlainText()


def test_a_text_is_cut_at_its_headings() -> None:
    pages = pages_of("# Title\nbefore\n## One\ntext\n### Two\nmore\n## Empty\n\n")
    assert [(page.heading, page.text) for page in pages] == [("One", "text"), ("Two", "more")]
