"""Shows Markdown that may be a stranger's: links and pictures in it lead nowhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QTextBrowser

from genre_desktop.ui.theme import Theme

_CELL_PADDING = 4


class QuietText(QTextBrowser):
    """Reads nothing but the text that it is given; its tables have hairlines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._own: QTextDocument | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        theme.changed.connect(self._draw_lines)

    def show_markdown(self, text: str) -> None:
        """Show a text from its beginning."""
        before = self._own
        # by itself, or it would be laid out anew for each of its tables
        self._own = document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setMarkdown(text)
        self._dress(document)
        self.setDocument(document)
        if before is not None:
            before.deleteLater()

    def loadResource(self, _kind: int, _name: object) -> QImage:
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)  # for nothing, Qt would read the file
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _draw_lines(self) -> None:
        self._dress(self.document())

    def _dress(self, document: QTextDocument) -> None:
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                looks = frame.format()
                looks.setBorder(1)
                looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                looks.setBorderBrush(self._theme.colours.hairline)
                looks.setBorderCollapse(True)
                looks.setCellPadding(_CELL_PADDING)
                frame.setFormat(looks)
