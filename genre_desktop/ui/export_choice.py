"""Asks where and as what the list is saved."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from genre_desktop.services.exporting import Form
from genre_desktop.services.settings import Settings

_PURPOSE = "export"


def ask_where_to_export(window: QWidget, settings: Settings) -> tuple[Path, Form] | None:
    """Let the user choose a file and its form; None where they changed their mind."""
    forms = {
        _tr("CSV (*.csv)"): Form.CSV,
        _tr("CSV for Excel (*.csv)"): Form.CSV_FOR_EXCEL,
        _tr("JSON (*.json)"): Form.JSON,
    }
    folder = settings.folder(_PURPOSE) or Path.home()
    name, chosen = QFileDialog.getSaveFileName(
        window, _tr("Export the list"), str(folder / "genres.csv"), ";;".join(forms)
    )
    if not name:
        return None
    target = Path(name)
    settings.keep_folder(_PURPOSE, target.parent)
    form = Form.JSON if target.suffix.lower() == ".json" else forms.get(chosen, Form.CSV)
    return target, form


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportChoice", text)
