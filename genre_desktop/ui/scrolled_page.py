"""A page of choices that can be scrolled where a dialog is too low for all of them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

BESIDE = 14  # for the bar and the ring around


class ScrolledPage(QScrollArea):
    """Never narrower than the page and the bar; nothing of the page is cut or squeezed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from choice to choice
        self.setWidget(page)
        # the scroll area would paint the base colour
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        height = super().minimumSizeHint().height()
        return QSize(self._page.minimumSizeHint().width() + BESIDE, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self._page.layout()
        if layout is None or event.size().width() == event.oldSize().width():
            return
        for each in self._page.findChildren(QLayout):
            each.invalidate()  # a form tells its height by the width that it had before
        layout.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the page may have become wider
        return super().eventFilter(watched, event)
