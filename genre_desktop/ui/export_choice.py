"""Asks where and as what the list is saved."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from genre_desktop.services.exporting import PLAYLIST_FORMS, Form
from genre_desktop.services.settings import Settings

_PURPOSE = "export"
_CSV_FORMS = frozenset({Form.CSV, Form.CSV_FOR_EXCEL, Form.TRAINING})
_SUFFIXES = {
    Form.CSV: "csv",
    Form.CSV_FOR_EXCEL: "csv",
    Form.JSON: "json",
    Form.M3U: "m3u8",
    Form.XSPF: "xspf",
    Form.TRAINING: "csv",
}


class ExportDialog(QFileDialog):
    """A file dialog whose filter gives a name its suffix, before it asks about overwriting.

    Args:
        window: Over which it opens.
        folder: Where it begins.
        title: Its title.
        forms: What can be written, by the words of its filter; the first is proposed.
        name: The proposed name of the file.
    """

    def __init__(
        self, window: QWidget, folder: Path, title: str, forms: dict[str, Form], name: str
    ) -> None:
        super().__init__(window, title, str(folder))
        self._forms = forms
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(self._forms))
        self.filterSelected.connect(self._use_suffix)
        self._use_suffix(self.selectedNameFilter())
        self.selectFile(name)

    def choice(self) -> tuple[Path, Form] | None:
        """The file and its form, None where no name was given."""
        names = self.selectedFiles()
        if not names:
            return None
        target = Path(names[0])
        return target, form_of(target, self._chosen_form(self.selectedNameFilter()))

    def _use_suffix(self, name_filter: str) -> None:
        self.setDefaultSuffix(_SUFFIXES[self._chosen_form(name_filter)])

    def _chosen_form(self, name_filter: str) -> Form:
        return self._forms.get(name_filter, next(iter(self._forms.values())))


def ask_where_to_export(window: QWidget, settings: Settings) -> tuple[Path, Form] | None:
    """Let the user choose a file and its form; None where they changed their mind."""
    return _asked(table_dialog(window, _folder(settings)), settings)


def ask_where_to_export_playlist(window: QWidget, settings: Settings) -> tuple[Path, Form] | None:
    """Let the user choose a file for a playlist; None where they changed their mind."""
    return _asked(playlist_dialog(window, _folder(settings)), settings)


def table_dialog(window: QWidget, folder: Path) -> ExportDialog:
    """The dialog for a table of genres."""
    forms = {
        _tr("CSV (*.csv)"): Form.CSV,
        _tr("CSV for Excel (*.csv)"): Form.CSV_FOR_EXCEL,
        _tr("JSON (*.json)"): Form.JSON,
        _tr("Corrections for training (*.csv)"): Form.TRAINING,
    }
    return ExportDialog(window, folder, _tr("Export the list"), forms, "genres")


def playlist_dialog(window: QWidget, folder: Path) -> ExportDialog:
    """The dialog for a playlist that other programs read."""
    forms = {
        _tr("M3U playlist (*.m3u8)"): Form.M3U,
        _tr("XSPF playlist (*.xspf)"): Form.XSPF,
    }
    return ExportDialog(window, folder, _tr("Export a playlist"), forms, "playlist")


def _folder(settings: Settings) -> Path:
    return settings.folder(_PURPOSE) or Path.home()


def _asked(dialog: ExportDialog, settings: Settings) -> tuple[Path, Form] | None:
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
    if filtered in PLAYLIST_FORMS:
        return Form.XSPF if suffix == ".xspf" else Form.M3U
    if suffix == ".json":
        return Form.JSON
    if suffix == ".csv" and filtered not in _CSV_FORMS:
        return Form.CSV
    return filtered


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportChoice", text)
