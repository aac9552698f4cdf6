"""Brings the window before all others, as far as the desktop lets it."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def come_forward(window: QWidget, token: str = "") -> None:
    """Show the window before all others.

    Args:
        window: The window.
        token: The leave that the desktop gave to whatever the user started, empty without one.
    """
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it once
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)  # for desktops that let no program come forward by itself
