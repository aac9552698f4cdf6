"""Model packages are installed and removed in the preferences."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.model_page import ModelPage
from tests.gui.conftest import MODEL
from tests.support.packages import mel_package
from tests.support.window import InstantListener


@pytest.fixture
def page(desktop: GenreDesktop) -> ModelPage:
    """The open preferences at their models."""
    desktop.actions.own_models.trigger()
    found = desktop.window.findChild(ModelPage)
    assert found is not None
    assert found.isVisible()
    return found


def own(page: ModelPage) -> list[str]:
    return [page.own.item(row).text() for row in range(page.own.count())]


def is_installed(page: ModelPage, words: str) -> bool:
    return words in own(page)


def confirm(page: ModelPage, words: str) -> None:
    (asked,) = page.window().findChildren(QMessageBox)
    assert asked.defaultButton() is asked.button(QMessageBox.StandardButton.Cancel)
    buttons = asked.findChildren(QPushButton)
    (button,) = (one for one in buttons if one.text().replace("&", "") == words)
    button.click()


def test_a_package_is_installed_used_and_removed(
    page: ModelPage,
    full: GenreDesktop,
    listener: InstantListener,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    full.preferences.own_models.install(mel_package(tmp_path, "mine") / "manifest.json")
    assert page.outcome.text() == "The model is checked…"
    qtbot.waitUntil(lambda: "Mine 1.0" in own(page), timeout=60_000)  # a process has to start
    assert page.outcome.text() == "“Mine” is installed and can be chosen as the model."
    assert "Mine" in [entry.title for entry in full.models.entries]
    place = page.model.findText("Mine")
    page.model.setCurrentIndex(place)
    page.model.activated.emit(place)
    assert full.services.settings.model == "mine"

    qtbot.waitUntil(lambda: not full.services.classification.progress.is_running)
    heard = len(listener.heard)
    page.own.setCurrentRow(own(page).index("Mine 1.0"))
    page.remove.click()
    confirm(page, "Remove")
    qtbot.waitUntil(lambda: "Mine 1.0" not in own(page))
    assert full.models.current is not None
    assert full.models.current.name != "mine"
    qtbot.waitUntil(lambda: len(listener.heard) == heard + 3)  # by the model that is used instead


def test_the_keyboard_stays_in_the_list_where_a_package_is_removed(
    page: ModelPage, desktop: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    for name in ("mine", "other"):
        desktop.preferences.own_models.install(mel_package(tmp_path, name) / "manifest.json")
        qtbot.waitUntil(partial(is_installed, page, f"{name.title()} 1.0"))
    before = own(page)
    page.own.setCurrentRow(1)
    page.remove.setFocus()
    QTest.keyClick(page.remove, Qt.Key.Key_Space)
    confirm(page, "Remove")
    qtbot.waitUntil(lambda: own(page) == [before[0], *before[2:]])
    page.window().activateWindow()  # as a desktop does when the question has closed
    qtbot.waitUntil(page.own.hasFocus)
    assert page.own.currentRow() == 1
    assert page.remove.isEnabled()


def test_a_package_that_hears_tracks_is_not_removed(
    page: ModelPage, full: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    listener.held.clear()
    full.actions.listen_to_all.trigger()
    assert full.models.current is not None
    assert full.models.current.name == MODEL
    page.own.setCurrentRow(0)
    page.remove.click()
    confirm(page, "Remove")
    assert "is hearing tracks" in page.outcome.text()
    assert full.models.current.folder.exists()
    listener.held.set()


def test_a_refusal_is_told(
    page: ModelPage, desktop: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    package = mel_package(tmp_path, "mine")
    (package / "golden.npz").write_bytes(b"nothing")
    before = own(page)
    with qtbot.waitSignal(desktop.preferences.own_models.refused, timeout=60_000):
        desktop.preferences.own_models.install(package)
    assert "does not prove itself" in page.outcome.text()
    assert own(page) == before


def test_of_several_tries_only_the_last_ones_outcome_stays_in_the_message_bar(
    page: ModelPage, full: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    for archive in (tmp_path / "one.zip", tmp_path / "two.zip"):
        archive.write_text("no archive")
        with qtbot.waitSignal(full.preferences.own_models.refused):
            full.preferences.own_models.install(archive)
    (message,) = full.message_bar.messages
    assert "two.zip" in message.sentence
