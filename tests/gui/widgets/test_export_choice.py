"""Where and as what the list is saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.services.exporting import Form
from genre_desktop.ui.export_choice import ExportDialog, form_of


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
    ],
)
def test_the_suffix_decides_the_form_and_the_filter_where_it_says_nothing(
    name: str, filtered: Form, form: Form
) -> None:
    assert form_of(Path(name), filtered) is form


def test_a_name_without_a_suffix_gets_the_filters(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ExportDialog(window, tmp_path)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.choice() == (tmp_path / "genres.csv", Form.CSV)
    dialog.selectNameFilter("JSON (*.json)")
    dialog.filterSelected.emit("JSON (*.json)")
    dialog.selectFile("mine")
    assert dialog.choice() == (tmp_path / "mine.json", Form.JSON)
