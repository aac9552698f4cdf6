"""Asks where and as what the list is saved."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from genre_desktop.services.exporting import Form
from genre_desktop.services.settings import Settings

_PURPOSE = "export"
_CSV_FORMS = frozenset({Form.CSV, Form.CSV_FOR_EXCEL})
_SUFFIXES = {Form.CSV: "csv", Form.CSV_FOR_EXCEL: "csv", Form.JSON: "json"}


class ExportDialog(QFileDialog):
    """A file dialog whose filter gives a name its suffix, before it asks about overwriting."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window, _tr("Export the list"), str(folder))
        self._forms = {
            _tr("CSV (*.csv)"): Form.CSV,
            _tr("CSV for Excel (*.csv)"): Form.CSV_FOR_EXCEL,
            _tr("JSON (*.json)"): Form.JSON,
        }
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(self._forms))
        self.filterSelected.connect(self._use_suffix)
        self._use_suffix(self.selectedNameFilter())
        self.selectFile("genres")

    def choice(self) -> tuple[Path, Form] | None:
        """The file and its form, None where no name was given."""
        names = self.selectedFiles()
        if not names:
            return None
        target = Path(names[0])
        return target, form_of(target, self._forms.get(self.selectedNameFilter(), Form.CSV))

    def _use_suffix(self, name_filter: str) -> None:
        self.setDefaultSuffix(_SUFFIXES[self._forms.get(name_filter, Form.CSV)])


def ask_where_to_export(window: QWidget, settings: Settings) -> tuple[Path, Form] | None:
    """Let the user choose a file and its form; None where they changed their mind."""
    dialog = ExportDialog(window, settings.folder(_PURPOSE) or Path.home())
    chosen = dialog.choice() if dialog.exec() else None
    dialog.deleteLater()
    if chosen is not None:
        settings.keep_folder(_PURPOSE, chosen[0].parent)
    return chosen


def form_of(target: Path, filtered: Form) -> Form:
    """What a file is written as: its suffix decides, the filter where that says nothing.

    Args:
        target: The file.
        filtered: The form of the dialog's filter.
    """
    suffix = target.suffix.lower()
    if suffix == ".json":
        return Form.JSON
    if suffix == ".csv" and filtered not in _CSV_FORMS:
        return Form.CSV
    return filtered


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportChoice", text)
