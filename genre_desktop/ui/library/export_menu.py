"""The menu of all forms that the library can be exported as, each asking where to."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from genre_desktop.dsp.printable import printable
from genre_desktop.services.settings import Settings
from genre_desktop.ui.tooltips import plain_tooltip

_PURPOSE = "export"

# The words of `core.exporting.formats.Format`, which is not loaded before it is wanted.
_FORMS = (
    ("csv", QT_TRANSLATE_NOOP("ExportMenu", "Table (CSV)…"), ".csv"),
    ("jsonl", QT_TRANSLATE_NOOP("ExportMenu", "All that is known (JSON Lines)…"), ".jsonl"),
    ("timeline", QT_TRANSLATE_NOOP("ExportMenu", "Timelines (CSV)…"), ".csv"),
    ("audacity", QT_TRANSLATE_NOOP("ExportMenu", "Label tracks (Audacity)…"), ""),
    ("m3u8", QT_TRANSLATE_NOOP("ExportMenu", "Playlist (M3U8)…"), ".m3u8"),
    ("xspf", QT_TRANSLATE_NOOP("ExportMenu", "Playlist (XSPF)…"), ".xspf"),
    ("rekordbox", QT_TRANSLATE_NOOP("ExportMenu", "Collection (Rekordbox XML)…"), ".xml"),
    ("xlsx", QT_TRANSLATE_NOOP("ExportMenu", "Workbook (Excel)…"), ".xlsx"),
    ("embeddings", QT_TRANSLATE_NOOP("ExportMenu", "Embeddings (NPY)…"), ".npy"),
    ("beets", QT_TRANSLATE_NOOP("ExportMenu", "Script for beets…"), ".sh"),
    ("picard", QT_TRANSLATE_NOOP("ExportMenu", "Script for Picard…"), ".txt"),
    ("training", QT_TRANSLATE_NOOP("ExportMenu", "Corrections for training (CSV)…"), ".csv"),
    ("html", QT_TRANSLATE_NOOP("ExportMenu", "Summary (HTML)…"), ".html"),
)
_WITH_KEYS = QT_TRANSLATE_NOOP("ExportMenu", "Collection with keys (Rekordbox XML)…")
_PER_GENRE = QT_TRANSLATE_NOOP("ExportMenu", "A playlist for each genre (M3U8)…")


class ExportMenu(QObject):
    """Fills a menu; that of the paths in playlists is put at its end.

    Args:
        menu: Which.
        paths: The menu of the paths in playlists.
        window: Over which dialogs open.
        settings: Remember the folder.
        rows: Gives the numbers of the rows that are exported, before it is asked where to.

    Signals:
        wanted: The `Export` that the user asks for, and the numbers of its rows.
    """

    wanted = Signal(object, object)

    def __init__(
        self,
        menu: QMenu,
        paths: QMenu,
        window: QWidget,
        settings: Settings,
        rows: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._rows = window, settings, rows
        for form, words, ending in _FORMS:
            action = menu.addAction(_tr(words))
            action.triggered.connect(
                lambda _=False, form=form, ending=ending: self._ask(form, ending)
            )
        menu.addSeparator()
        menu.addAction(_tr(_WITH_KEYS)).triggered.connect(
            lambda: self._ask("rekordbox", ".xml", with_keys=True)
        )
        menu.addAction(_tr(_PER_GENRE)).triggered.connect(
            lambda: self._ask("m3u8", "", per_genre=True)
        )
        menu.addMenu(paths)

    def _ask(
        self, form: str, ending: str, *, per_genre: bool = False, with_keys: bool = False
    ) -> None:
        from genre_desktop.core.export_cells import ExportOptions
        from genre_desktop.core.exporting.asked import Export
        from genre_desktop.core.exporting.formats import Format
        from genre_desktop.core.locations import Paths

        rows = self._rows()
        folder = self._settings.folder(_PURPOSE) or Path.home()
        name = self._file(folder, ending) if ending else self._folder(folder)
        if name:
            target = Path(name)
            self._settings.keep_folder(_PURPOSE, target.parent if ending else target)
            asked = Export(
                Format(form),
                target,
                may_replace=True,  # the user was asked
                options=ExportOptions(),
                paths=Paths(self._settings.playlist_paths),
                per_genre=per_genre,
                with_keys=with_keys,
            )
            self.wanted.emit(asked, rows)

    def _file(self, folder: Path, ending: str) -> str:
        dialog = QFileDialog(self._window, _tr("Export"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"*{ending}")
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(_tr("library"))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return chosen[0] if chosen else ""

    def _folder(self, folder: Path) -> str:
        name = QFileDialog.getExistingDirectory(self._window, _tr("Export into"), str(folder))
        if not name or _is_empty(Path(name)):
            return name
        words = _tr("Files of the same names in “%1” will be replaced.")
        answer = QMessageBox.question(
            self._window,
            _tr("Export"),
            plain_tooltip(words.replace("%1", printable(name))),
            QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return name if answer == QMessageBox.StandardButton.Ok else ""


def _is_empty(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is None
    except OSError:  # the export will say what is the matter with it
        return False


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportMenu", text)
