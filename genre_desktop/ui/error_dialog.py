"""The last resort: says that something unforeseen happened and lets the report be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.theme import Theme


class ErrorDialog(FramedDialog):
    """Shows a report that a person can send."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Something went wrong that should not have"),
            self.tr(
                "You can go on working. Please copy this report and send it to the developers, so "
                "that it can be mended."
            ),
            parent,
        )
        self.setWindowTitle(self.tr("Unexpected error"))
        self.resize(620, 420)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setAccessibleName(self.tr("Report"))
        self._report = report
        self.copy = QPushButton(self.tr("Copy the &report"))
        self.copy.clicked.connect(self._copy)
        self._finish(text, self.copy, self._close_button())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Co&pied"))
