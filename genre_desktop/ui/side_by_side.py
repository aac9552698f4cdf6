"""A row of widgets, or a column where the row is too narrow for their words."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8
GAP_BELOW = 4


class SideBySide(QWidget):
    """All are equally wide, in a row that is narrow at least as wide as their words."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self._place(width)[-1].bottom() + 1

    def sizeHint(self) -> QSize:
        return QSize(sum(self._wishes()) + (len(self._widgets) - 1) * GAP, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._wishes()), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for widget, place in zip(self._widgets, self._place(self.width()), strict=True):
            widget.setGeometry(place)

    def _place(self, width: int) -> list[QRect]:
        count, height = len(self._widgets), self._height()
        if width < self.sizeHint().width():
            step = height + GAP_BELOW
            return [QRect(0, place * step, width, height) for place in range(count)]
        wishes, places, left = self._wishes(), list[QRect](), 0
        room = width - (count - 1) * GAP
        for place, wish in enumerate(wishes):
            after = wishes[place + 1 :]
            each = min(max(wish, room // (count - place)), room - sum(after))
            places.append(QRect(left, 0, each, height))
            left, room = left + each + GAP, room - each
        return places

    def _wishes(self) -> list[int]:
        return [widget.sizeHint().width() for widget in self._widgets]

    def _height(self) -> int:
        return max(widget.sizeHint().height() for widget in self._widgets)
