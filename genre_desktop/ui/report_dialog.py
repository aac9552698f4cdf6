"""The report of training, to read: how the models were measured, and what else was tried."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from genre_desktop.core.places import RESULTS_NAME, document
from genre_desktop.ui.reading_dialog import Page, ReadingDialog, pages_of
from genre_desktop.ui.theme import Theme


def report_dialog(theme: Theme, parent: QWidget | None = None) -> ReadingDialog:
    """The report that travels with the program; it is in English."""
    return ReadingDialog(
        theme,
        _words("Report of training"),
        _words("Every figure with its interval; what failed stands there, too. It is in English."),
        _pages(),
        parent,
    )


def _pages() -> list[Page]:
    try:
        return pages_of(document(RESULTS_NAME).read_text(encoding="utf-8"))
    except OSError as error:  # a distribution may leave it out
        missing = _words("The report is not part of this installation (%1).")
        return [Page(_words("Report"), missing.replace("%1", str(error.strerror or error)))]


def _words(text: str) -> str:
    return QCoreApplication.translate("ReportDialog", text)
