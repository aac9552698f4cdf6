"""Choices beside a table: where a dialog is too low for all of them, they can be scrolled."""

from PySide6.QtWidgets import QWidget

from genre_desktop.ui.scrolled_page import BESIDE, ScrolledPage


class ScrolledOptions(ScrolledPage):
    """As wide as the choices and the bar, so that nothing is cut and nothing jumps."""

    def __init__(self, options: QWidget) -> None:
        super().__init__(options)
        self.setFixedWidth(options.width() + BESIDE)
