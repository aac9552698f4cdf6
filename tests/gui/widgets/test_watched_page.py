"""The page of the preferences on watched folders."""

import os
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from genre_desktop.services.settings import Settings
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.watched_page import WatchedPage


def test_the_preferences_list_them_and_take_one_away(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    odd = Path(os.fsdecode(b"/music/caf\xe9\nbar"))
    settings.watched = (tmp_path, odd)
    settings.flush()
    again = Settings(tmp_path / "settings.ini")
    assert again.watched == (tmp_path, odd)
    page = WatchedPage(theme, again)
    qtbot.addWidget(page)
    assert page.folders.count() == 2
    assert not page.remove.isEnabled()
    page.folders.setCurrentRow(1)
    page.remove.click()
    again.flush()
    assert Settings(tmp_path / "settings.ini").watched == (tmp_path,)
    assert page.folders.count() == 1
    assert not page.folders.accessibleDescription()
    page.folders.setCurrentRow(0)
    page.remove.click()
    assert page.folders.accessibleDescription() == "No folder is watched yet."
    empty = page.folders.grab().toImage()
    again.watched = (tmp_path,)
    again.watched = ()
    assert page.folders.grab().toImage() == empty
    every = product(range(empty.width()), range(empty.height()))
    assert len({empty.pixel(x, y) for x, y in every}) > 2  # there are letters
    assert all(button.text() for button in page.findChildren(QPushButton))
