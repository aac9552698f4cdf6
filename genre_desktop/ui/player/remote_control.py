"""What others on the desktop may ask of the window through the player's place on its bus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from genre_desktop.services.player.session_bus import SessionBus
from genre_desktop.ui.player.playback_actions import PlaybackActions


def join_session_bus(bus: SessionBus, window: QWidget, actions: PlaybackActions) -> None:
    """Let the bus press Play, bring the window forward and close it."""
    bus.toggle_requested.connect(actions.play.trigger)
    bus.raise_requested.connect(lambda: _come_forward(window))
    bus.quit_requested.connect(window.close)


def _come_forward(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
