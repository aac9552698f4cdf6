"""Lets Tab come to widgets that were added late where they stand, not after all others."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def take_turn(widgets: Iterable[QWidget], after: QWidget) -> None:
    """Have Tab go through these, in this order, before what followed a widget so far."""
    last = _taking_tab_until(after)
    for widget in widgets:
        is_here = widget.window() is after.window()  # menus are not
        if last is not None and is_here and _takes_tab(widget) and widget.focusProxy() is None:
            QWidget.setTabOrder(last, widget)
            last = widget


def _taking_tab_until(widget: QWidget) -> QWidget | None:
    """A widget, else the last before it that takes Tab: Qt puts nothing after others."""
    last: QWidget | None = widget
    while last is not None and not _takes_tab(last):
        last = last.previousInFocusChain()
        if last is widget:
            return None
    return last


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
