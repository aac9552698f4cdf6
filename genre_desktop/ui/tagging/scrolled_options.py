"""Choices beside a table: where a dialog is too low for all of them, they can be scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

BESIDE = 14  # for the bar and the ring around


class ScrolledOptions(QScrollArea):
    """As wide as the choices and the bar, so that nothing is cut and nothing jumps."""

    def __init__(self, options: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from choice to choice
        self.setWidget(options)
        # the scroll area would paint the base colour
        self.viewport().setAutoFillBackground(False)
        options.setAutoFillBackground(False)
        self.setFixedWidth(options.width() + BESIDE)
