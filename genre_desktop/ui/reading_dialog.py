"""A dialog to read in: headings on the left, the text of the chosen one on the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QWidget

from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.quiet_text import QuietText
from genre_desktop.ui.theme import Theme

_HEADINGS_WIDTH = 180


@dataclass(frozen=True, slots=True)
class Page:
    """A heading, and what is to be read below it, in Markdown."""

    heading: str
    text: str


class ReadingDialog(FramedDialog):
    """Only the chosen page is laid out, so that a long text opens at once."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        sentence: str,
        pages: Sequence[Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, heading, sentence, parent)
        self.setWindowTitle(heading)
        self.resize(820, 600)
        self._pages = list(pages)
        self.headings = QListWidget()
        self.headings.setAccessibleName(self.tr("Headings, of which the chosen one is shown"))
        self.headings.setFixedWidth(_HEADINGS_WIDTH)
        self.headings.setWordWrap(True)
        self.headings.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.headings.setStyleSheet("QListWidget::item { padding: 5px 8px; }")
        self.headings.addItems([page.heading for page in self._pages])
        self.text = QuietText()
        self.text.setAccessibleName(self.tr("Text below the chosen heading"))
        self.headings.currentRowChanged.connect(self._show)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.headings)
        row.addWidget(self.text, 1)
        self.headings.setCurrentRow(0)
        self._finish(content, *self._further_buttons(), self._close_button())
        self.headings.setFocus()

    def take_text(self, place: int, text: str) -> None:
        """Have another text below a heading."""
        self._pages[place] = Page(self._pages[place].heading, text)
        if self.headings.currentRow() == place:
            self._show(place)

    def _further_buttons(self) -> list[QPushButton]:
        """Those that stand before the one that closes."""
        return []

    def _show(self, place: int) -> None:
        self.text.setMarkdown(self._pages[place].text)


def pages_of(markdown: str) -> list[Page]:
    """A text cut at its headings; what stands before the first one of them is left out."""
    pages: list[Page] = []
    for part in f"\n{markdown}".split("\n## ")[1:]:
        heading, _, text = part.partition("\n")
        pages.append(Page(heading.strip(), text.strip()))
    return pages
