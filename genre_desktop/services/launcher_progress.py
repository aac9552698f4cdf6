"""Shows on the program's icon in the desktop's panel how far the listening is.

Ubuntu's dock, KDE's task manager, Cinnamon and others listen for this signal; where nobody does, it
goes unheard. On Windows and macOS Qt 6 offers no such thing.

Specification: https://wiki.ubuntu.com/Unity/LauncherAPI, section Low level DBus API
"""

from typing import Final

from PySide6.QtCore import QObject, Slot

from genre_desktop.services.classification import Classification
from genre_desktop.services.player.session_bus import SessionBus
from genre_desktop.services.progress import Progress

_PROGRAM: Final = "application://genre-desktop.desktop"
_PATH: Final = "/io/github/genre_desktop/launcher"
_INTERFACE: Final = "com.canonical.Unity.LauncherEntry"


class LauncherProgress(QObject):
    """Tells whole percents only, and nothing before the player has appeared on the bus."""

    def __init__(
        self, bus: SessionBus, listening: Classification, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._is_there = False
        self._told: tuple[int, bool] = (0, False)
        bus.appeared.connect(self._appear)
        listening.progressed.connect(self.show_progress)
        self._listening = listening

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far the listening is; nothing once it has ended."""
        percent = 100 * progress.done // max(1, progress.total)
        self._tell(percent, is_visible=progress.is_running)

    def close(self) -> None:
        """Leave no progress behind on the icon."""
        self._tell(0, is_visible=False)
        self._is_there = False

    @Slot()
    def _appear(self) -> None:
        self._is_there = True
        self.show_progress(self._listening.progress)

    def _tell(self, percent: int, *, is_visible: bool) -> None:
        wanted = (percent if is_visible else 0, is_visible)
        if not self._is_there or wanted == self._told:
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # loaded by now

        self._told = wanted
        message = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
        shown = {"progress": wanted[0] / 100, "progress-visible": is_visible}
        message.setArguments([_PROGRAM, shown])
        QDBusConnection(self._bus.connection).send(message)
