"""Brings the window to the front, and lists what a second start of the program was given."""

from functools import partial

from PySide6.QtWidgets import QWidget

from genre_desktop.core.second_start import Handover
from genre_desktop.core.user_folders import Keeping
from genre_desktop.services.services import Services
from genre_desktop.ui.adding import Adding
from genre_desktop.ui.coming_forward import come_forward


def receive_second_starts(services: Services, window: QWidget, adding: Adding) -> None:
    """Take what later starts hand over, once the last list is back; never in safe mode."""
    services.second_starts.asked.connect(partial(_receive, window, adding))
    if services.user_folders.keeping is not Keeping.SAFE_MODE:
        services.session.restoring_finished.connect(services.second_starts.start)


def _receive(window: QWidget, adding: Adding, handover: Handover) -> None:
    come_forward(window, handover.token)
    adding.add(handover.paths)
