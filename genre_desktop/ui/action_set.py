"""Actions, each with its words, icon, keys and tooltip."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from genre_desktop.ui.icons import Icons


class ActionSet(QObject):
    """Actions that are made once; menus, buttons and the keyboard share them."""

    def __init__(self, icons: Icons, parent: QObject | None) -> None:
        super().__init__(parent)
        self._icons = icons

    def _action(
        self, text: str, icon: str, keys: str | QKeySequence.StandardKey, tip: str
    ) -> QAction:
        """An action; icon, keys and tip may be empty."""
        action = QAction(text, self)
        if icon:
            action.setIcon(self._icons.icon(icon))
        if keys:
            action.setShortcut(QKeySequence(keys))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})" if tip and shown else tip)
        action.setStatusTip(tip)
        action.setIconText(text.replace("&", ""))  # Qt would drop the dots
        return action
