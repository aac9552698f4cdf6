"""Tooltips show what files and packages say of themselves, and never read it as HTML."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtOfText
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.services.folder_listing import Place, PlaceKind
from genre_desktop.ui.browser_model import BrowserModel
from genre_desktop.ui.genre_bars import GenreBars
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import ElidedLabel
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.row_state import Guess
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

FOREIGN = '<img src="file://nas/x.png"> & <b>so</b>  on'


def shown(tooltip: str) -> str:
    """What Qt shows of a tooltip."""
    assert QtOfText.mightBeRichText(tooltip)
    document = QTextDocument()
    document.setHtml(tooltip)
    assert "<img" not in document.toHtml()
    return document.toPlainText()


@pytest.mark.parametrize("text", [FOREIGN, "plain", "two\nlines", "<plaintext>"])
def test_a_text_is_shown_letter_by_letter(text: str) -> None:
    assert shown(plain_tooltip(text)) == text


def test_nothing_has_no_tooltip() -> None:
    assert plain_tooltip("") == ""


def test_labels_bars_folders_and_models_show_foreign_words_as_they_are(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches, tmp_path: Path
) -> None:
    label = ElidedLabel(theme)
    bars = GenreBars(theme, swatches)
    models = ModelChoice()
    for widget in (label, bars, models.box, models.menu):
        qtbot.addWidget(widget)
    label.setText(FOREIGN)
    bars.show_guesses((Guess(FOREIGN, 0.5),))
    folders = BrowserModel(icons)
    folder = Path("/") / FOREIGN
    folders.show_places((Place(folder, PlaceKind.MUSIC, FOREIGN),))
    models.offer([ModelEntry("m", "1", FOREIGN, "mel", ("a",), tmp_path, "", "")], None)
    role = Qt.ItemDataRole.ToolTipRole
    assert shown(label.toolTip()) == FOREIGN
    assert shown(bars.toolTip()) == f"{FOREIGN} 50 %"
    assert shown(folders.index(0, 0).data(role)) == str(folder)
    assert shown(models.box.itemData(0, role)) == f"{FOREIGN} · 1 genre"
