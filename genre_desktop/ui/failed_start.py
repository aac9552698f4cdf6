"""What is said where the window cannot even be built."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from genre_desktop.ui.core_sentences import in_our_language


def failed_start(sentence: str, report: str = "") -> QMessageBox:
    """A box that stands alone, for there may be neither a theme nor a window.

    Args:
        sentence: What happened and what to do.
        report: What to send to the developers, empty where it is no fault of the program.
    """
    box = QMessageBox(QMessageBox.Icon.Critical, "Genre Desktop", in_our_language(sentence))
    if report:
        box.setDetailedText(report)
        words = QCoreApplication.translate("FailedStart", "Copy the &report")
        copy = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # else it would close the box, and X11 forget the copy
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.addButton(QMessageBox.StandardButton.Close)
    return box
