"""About: what the program is, the versions that run here, and what others made of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from genre_desktop import __version__
from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.places import document
from genre_desktop.services.version_reading import VersionReading
from genre_desktop.ui.reading_dialog import Page, ReadingDialog, pages_of
from genre_desktop.ui.theme import Theme

Versions = Sequence[tuple[str, str]]


class AboutDialog(ReadingDialog):
    """The versions are found out while it is open; they can be copied for a report."""

    def __init__(
        self,
        theme: Theme,
        reading: VersionReading,
        models: Sequence[ModelEntry],
        parent: QWidget | None = None,
    ) -> None:
        self._models = [(f"{each.title} ({each.name})", each.version) for each in models]
        self._versions: Versions = [("Genre Desktop", __version__)]
        sentence = _words(
            "Listens to music and says which genre it hears, and how sure it is. Everything "
            "stays on this computer. Free software under the GNU General Public License, "
            "version 3 or later."
        )
        pages = [Page(_words("Versions"), ""), *_licences()]
        super().__init__(theme, f"Genre Desktop {__version__}", sentence, pages, parent)
        self.setWindowTitle(_words("About Genre Desktop"))
        self._show_versions()
        reading.versions_read.connect(self._take_versions)
        reading.read()

    def _further_buttons(self) -> list[QPushButton]:
        self.copy = QPushButton(_words("Copy the &versions"))
        self.copy.clicked.connect(self._copy)
        return [self.copy]

    @Slot(tuple)
    def _take_versions(self, versions: Versions) -> None:
        self._versions = versions
        self._show_versions()

    def _show_versions(self) -> None:
        rows = "".join(f"| {name} | {version} |\n" for name, version in self._all_versions())
        head = f"| {_words('Part')} | {_words('Version')} |\n| --- | --- |\n"
        self.take_text(0, head + rows)

    def _all_versions(self) -> list[tuple[str, str]]:
        return [*self._versions, *self._models]

    def _copy(self) -> None:
        lines = [f"{name} {version}" for name, version in self._all_versions()]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText(_words("Co&pied"))


def _licences() -> list[Page]:
    """What stands in THIRD_PARTY.md; nothing where a distribution left it out."""
    try:
        return pages_of(document("THIRD_PARTY.md").read_text(encoding="utf-8"))
    except OSError:
        return []


def _words(text: str) -> str:
    return QCoreApplication.translate("AboutDialog", text)
