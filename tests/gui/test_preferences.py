"""The preferences' pages on the spectrogram, the model and privacy."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.kept import Kind
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from genre_desktop.ui.privacy_page import PrivacyPage
from genre_desktop.ui.spectrogram.spectrogram_page import SpectrogramPage
from tests.support.tab_order import tab_from


@pytest.fixture
def dialog(desktop: GenreDesktop) -> PreferencesDialog:
    """The open preferences."""
    desktop.actions.preferences.trigger()
    found = desktop.window.findChild(PreferencesDialog)
    assert found is not None
    return found


def test_the_device_is_chosen_in_the_preferences_too(
    dialog: PreferencesDialog, desktop: GenreDesktop
) -> None:
    box = dialog.playback.device
    assert box is not None
    desktop.services.devices.found.emit(("Speakers", "Headphones"), "Speakers")
    box.setCurrentIndex(box.findData("Headphones"))  # type: ignore[attr-defined]  # it is a box
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]  # as above
    assert desktop.services.playback_settings.device == "Headphones"


def test_the_spectrograms_choices_are_those_of_its_menus(
    dialog: PreferencesDialog, desktop: GenreDesktop, qtbot: QtBot
) -> None:
    page = dialog.findChild(SpectrogramPage)
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.boxes))
    box = page.boxes["Colours"]
    box.setCurrentText("Viridis")
    box.activated.emit(box.currentIndex())
    menus = desktop.spectrogram.menus
    assert menus is not None
    assert menus.choice.colours == "viridis"


def test_tab_comes_to_what_is_kept_before_the_button_that_closes(
    dialog: PreferencesDialog, desktop: GenreDesktop, qtbot: QtBot
) -> None:
    page = dialog.findChild(PrivacyPage)
    assert page is not None
    desktop.services.kept.measure()
    qtbot.waitUntil(lambda: bool(page.boxes))
    dialog.show_page("Privacy")
    for box in page.boxes.values():
        box.setEnabled(True)
    page.delete.setEnabled(True)
    pages, *rest = tab_from(dialog.pages, qtbot)
    assert pages is dialog.pages
    assert rest[:-1] == [*page.boxes.values(), page.delete]
    assert isinstance(rest[-1], QPushButton)
    assert rest[-1].text() == "&Close"


def test_what_is_kept_is_deleted_after_asking_once_the_window_is_closed(
    dialog: PreferencesDialog, desktop: GenreDesktop, qtbot: QtBot, a_home_of_its_own: Path
) -> None:
    page = dialog.findChild(PrivacyPage)
    assert page is not None
    library = a_home_of_its_own / "data" / "library.sqlite"
    library.touch()
    desktop.services.kept.measure()
    qtbot.waitUntil(lambda: bool(page.boxes))
    assert not page.delete.isEnabled()
    box = page.boxes[Kind.LIBRARY]
    box.setEnabled(True)
    box.setChecked(True)
    page.delete.click()
    asked = page.window().findChild(QMessageBox)
    assert asked is not None
    assert asked.defaultButton() is asked.button(QMessageBox.StandardButton.Cancel)
    (button,) = (one for one in asked.findChildren(QPushButton) if "Delete" in one.text())
    with qtbot.waitSignal(desktop.window.closing):
        button.click()
    assert library.exists()
    desktop.close()
    deleted = desktop.services.kept.delete()
    assert deleted is not None
    assert deleted.kinds == (Kind.LIBRARY,)
    assert not library.exists()
