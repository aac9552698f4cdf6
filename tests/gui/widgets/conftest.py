"""What the tests of widgets share: the theme, the icons and the swatches."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.ui.icons import Icons
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot, qapp: QApplication) -> Iterator[Theme]:
    """The light theme, whatever the system says."""
    font = QFont(qapp.font())
    theme = Theme(qapp, "light")
    theme.dress()
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """The icons in the theme's colours."""
    return Icons(theme)


@pytest.fixture
def swatches(theme: Theme) -> Swatches:
    """The genres' squares."""
    return Swatches(theme)


@pytest.fixture
def large_font(qapp: QApplication, theme: Theme) -> QFont:
    """A font for weak eyes; the theme puts the usual one back."""
    font = QFont(qapp.font())
    font.setPointSizeF(16)
    qapp.setFont(font)
    return font
