"""A dialog to read in: headings on the left, the text of the chosen one on the right."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QStackedWidget, QWidget

from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.quiet_text import QuietText
from genre_desktop.ui.theme import Theme

_HEADINGS_WIDTH = 216
_ABOVE, _BESIDE = 5, 8  # a heading's padding
_MARGIN = 3  # Qt's own, around the words of an entry
_SCROLL_BAR = 12
_WRAPPED = Qt.TextFlag.TextWordWrap


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
        *,
        further: Mapping[str, QWidget] | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Its colours.
            heading: What it is about.
            sentence: One more sentence below.
            pages: What is to be read.
            parent: The Qt parent.
            further: More pages, which are no text, by their headings.
        """
        super().__init__(theme, heading, sentence, parent)
        self.setWindowTitle(heading)
        self._open_at(820, 600)
        self._pages = list(pages)
        self.headings = QListWidget()
        self.headings.setAccessibleName(self.tr("Headings, of which the chosen one is shown"))
        self.headings.setFixedWidth(theme.scaled(_HEADINGS_WIDTH))
        self.headings.setWordWrap(True)
        self.headings.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.headings.setStyleSheet(f"QListWidget::item {{ padding: {_ABOVE}px {_BESIDE}px; }}")
        self.headings.addItems([page.heading for page in self._pages])
        self.text = QuietText(theme)
        self.text.setAccessibleName(self.tr("Text below the chosen heading"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        for words, page in (further or {}).items():
            self.headings.addItem(words)
            self._stack.addWidget(page)
        self.headings.currentRowChanged.connect(self._show)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.headings)
        row.addWidget(self._stack, 1)
        self.headings.setCurrentRow(0)
        self._finish(content, *self._further_buttons(), self._close_button())
        self.headings.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_lines()

    def take_text(self, place: int, text: str) -> None:
        """Have another text below a heading."""
        self._pages[place] = Page(self._pages[place].heading, text)
        if self.headings.currentRow() == place:
            self._show(place)

    def _further_buttons(self) -> list[QPushButton]:
        """Those that stand before the one that closes."""
        return []

    def _give_lines(self) -> None:
        """Make each heading as high as its lines; Qt forgets the padding where it wraps them."""
        frame = 2 * self.headings.frameWidth()
        width = self.headings.width() - frame - 2 * (_BESIDE + _MARGIN)
        heights = self._heights(width)
        if sum(heights) > self.headings.height() - frame:
            width -= _SCROLL_BAR
            heights = self._heights(width)
        for place, height in enumerate(heights):
            self.headings.item(place).setSizeHint(QSize(width, height))

    def _heights(self, width: int) -> list[int]:
        """Of all headings, where their words have so much room."""
        measure = self.headings.fontMetrics().boundingRect
        items = map(self.headings.item, range(self.headings.count()))
        words = (measure(0, 0, width, 0, _WRAPPED, item.text()) for item in items)
        return [each.height() + 2 * _ABOVE for each in words]

    def _show(self, place: int) -> None:
        is_text = place < len(self._pages)
        self._stack.setCurrentIndex(0 if is_text else 1 + place - len(self._pages))
        if is_text:
            self.text.show_markdown(self._pages[place].text)


def pages_of(markdown: str) -> list[Page]:
    """A text cut at its headings; what stands before the first one of them is left out."""
    parts = re.split(r"^##+ (.*)$", markdown, flags=re.MULTILINE)[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [Page(heading.strip(), text.strip()) for heading, text in pairs if text.strip()]
