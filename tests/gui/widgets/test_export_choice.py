"""Where and as what the list is saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.services.exporting import Form
from genre_desktop.ui.export_choice import form_of, playlist_dialog, table_dialog


@pytest.mark.parametrize(
    ("name", "filtered", "form"),
    [
        ("genres.csv", Form.CSV, Form.CSV),
        ("genres.csv", Form.CSV_FOR_EXCEL, Form.CSV_FOR_EXCEL),
        ("genres.csv", Form.JSON, Form.CSV),
        ("genres.JSON", Form.CSV, Form.JSON),
        ("genres.json", Form.JSON, Form.JSON),
        ("genres", Form.JSON, Form.JSON),
        ("genres.txt", Form.CSV_FOR_EXCEL, Form.CSV_FOR_EXCEL),
        ("mine.xspf", Form.M3U, Form.XSPF),
        ("mine.m3u", Form.XSPF, Form.M3U),
        ("mine.csv", Form.M3U, Form.M3U),
    ],
)
def test_the_suffix_decides_the_form_and_the_filter_where_it_says_nothing(
    name: str, filtered: Form, form: Form
) -> None:
    assert form_of(Path(name), filtered) is form


def test_a_name_without_a_suffix_gets_the_filters(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = table_dialog(window, tmp_path)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.choice() == (tmp_path / "genres.csv", Form.CSV)
    dialog.selectNameFilter("JSON (*.json)")
    dialog.filterSelected.emit("JSON (*.json)")
    dialog.selectFile("mine")
    assert dialog.choice() == (tmp_path / "mine.json", Form.JSON)


def test_a_playlist_is_proposed_as_m3u(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = playlist_dialog(window, tmp_path)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.choice() == (tmp_path / "playlist.m3u8", Form.M3U)
    dialog.selectNameFilter("XSPF playlist (*.xspf)")
    dialog.filterSelected.emit("XSPF playlist (*.xspf)")
    dialog.selectFile("mine")
    assert dialog.choice() == (tmp_path / "mine.xspf", Form.XSPF)
