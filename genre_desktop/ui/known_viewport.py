"""Gives a scroll area a viewport that Python knows."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_known_viewport(area: QAbstractScrollArea) -> None:
    """Make the viewport here: to find out what Qt's own is, PySide6 makes every class of widgets.

    That takes a fiftieth of the start, and happens with the first `viewport()`.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)  # as Qt's own
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
