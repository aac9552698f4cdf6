"""What others on the desktop may ask of the window through the player's place on its bus."""

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player
from genre_desktop.services.services import Services
from genre_desktop.ui.adding import Adding
from genre_desktop.ui.coming_forward import come_forward
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.urls import path_of


def join_session_bus(
    services: Services, window: QWidget, actions: PlaybackActions, adding: Adding
) -> None:
    """Let the bus press Play, open files, bring the window forward and close it."""
    bus = services.session_bus
    bus.toggle_requested.connect(actions.play.trigger)
    bus.open_requested.connect(partial(_open, services.player, adding))
    bus.raise_requested.connect(partial(come_forward, window))
    bus.quit_requested.connect(window.close)


def _open(player: Player, adding: Adding, address: str) -> None:
    """List a file of this computer, and play it."""
    path = path_of(QUrl(address))
    if path is not None:
        adding.add([path])
        player.play(Track(path))
