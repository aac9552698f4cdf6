"""The selected row and the chosen model: cover, place on the disk, list of models and card."""

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.catalogue import available_models, default_model
from genre_desktop.ui.model_card_dialog import ModelCardDialog
from genre_desktop.ui.row_state import row_of
from tests.gui.widgets.rows import listing_of, verdict_of
from tests.support.folder_opener import folders_opened

id3: Any = importlib.import_module("mutagen.id3")  # which has no types


def red_picture() -> bytes:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub knows names of files only
    return bytes(buffer.data().data())


def test_the_cover_in_a_file_is_shown_when_its_row_is_selected(
    full: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    full.table.selectRow(1)  # a row that is selected already is not read again
    tags = id3.ID3(folder_of_music / "1 one.mp3")
    tags.add(id3.APIC(encoding=3, mime="image/png", type=3, desc="", data=red_picture()))
    tags.save()
    cover = full.details._track.cover
    full.table.selectRow(0)
    qtbot.waitUntil(
        lambda: cover.grab().toImage().pixelColor(cover.rect().center()) == QColor("red")
    )
    QTest.keyClicks(full.tool_bar.filter_box, "nothing is named so")
    qtbot.waitUntil(lambda: full.model.rowCount() == 0 and not cover.isVisible())
    full.tool_bar.filter_box.clear()
    qtbot.waitUntil(lambda: full.model.rowCount() == 3)
    full.table.setFocus()
    QTest.keyClick(full.table, Qt.Key.Key_Home)
    assert cover.toolTip() == ""
    qtbot.waitUntil(
        lambda: cover.grab().toImage().pixelColor(cover.rect().center()) == QColor("red")
    )
    QTest.keyClick(full.table, Qt.Key.Key_Down)
    assert cover.toolTip() == ""  # it was not looked for yet
    qtbot.waitUntil(lambda: cover.toolTip() == "This file has no cover picture.")
    assert cover.grab().toImage().pixelColor(cover.rect().center()) != QColor("red")


def sentence_where_unsure(desktop: GenreDesktop, model: str, version: str, share: float) -> str:
    answer = verdict_of((share, *[(1 - share) / 3] * 3), unsure=True)
    answer = replace(answer, model=model, version=version)
    desktop.details.show_row(row_of(listing_of(answer)))
    words = desktop.details._track._state.findChildren(QLabel)
    return " ".join(label.text() for label in words)


def test_why_a_track_is_unsure_is_told_by_the_limit_of_the_model_that_heard_it(
    desktop: GenreDesktop,
) -> None:
    model = default_model()
    assert model is not None
    assert model.unsure_below is not None
    unlike, below = "this is unlike all that the model learnt from.", "below the model's limit."
    for share, said, unsaid in (
        (model.unsure_below + 0.05, unlike, below),
        (model.unsure_below - 0.05, below, unlike),
    ):
        words = sentence_where_unsure(desktop, model.name, model.version, share)
        assert said in words
        assert unsaid not in words


def test_why_a_track_is_unsure_is_left_open_where_its_model_is_not_there(
    desktop: GenreDesktop,
) -> None:
    words = sentence_where_unsure(desktop, "gone", "1", 0.9)
    assert "not likely enough for the model, or this is unlike all" in words


def test_every_package_and_the_ensemble_can_be_chosen_and_have_a_card(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    box = desktop.models.box
    entries = available_models()
    assert "ensemble" in {entry.kind for entry in entries}
    offered = [box.itemText(at) for at in range(box.count())]
    for entry in entries:
        (at,) = [at for at, text in enumerate(offered) if text.startswith(f"{entry.title} ")]
        box.setCurrentIndex(at)
        box.activated.emit(at)
        desktop.actions.model_card.trigger()
        (dialog,) = desktop.window.findChildren(ModelCardDialog)
        assert dialog.isVisible()
        last_words = entry.card.strip().split("\n\n")[-1].removeprefix("# ")[-20:]
        assert last_words in dialog.card.toPlainText()
        dialog.close()
        qtbot.waitUntil(lambda: not desktop.window.findChildren(ModelCardDialog))


@pytest.mark.skipif(sys.platform != "linux", reason="the other platforms' programs are started")
def test_the_folder_of_the_selected_row_is_opened(
    full: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    with folders_opened() as opened:
        full.table.selectRow(2)
        full.actions.show_in_folder.trigger()
        qtbot.waitUntil(lambda: opened == [str(folder_of_music / "more")])
