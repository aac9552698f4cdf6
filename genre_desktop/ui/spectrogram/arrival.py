"""Loads what the spectrogram needs in a thread, with the first track that is played."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.services.lane import Lane
from genre_desktop.services.player.player import Player
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.theme import Theme

if TYPE_CHECKING:  # no cycle: it loads numpy and pyqtgraph, which come after the first paint
    from genre_desktop.ui.spectrogram.dock import SpectrogramDock


class SpectrogramArrival(QObject):
    """Builds the spectrogram when everything for it is loaded.

    Args:
        put: Takes the spectrogram, on the window's thread.
        tell: Takes a sentence on what could not be measured.
    """

    _loaded = Signal()

    def __init__(
        self,
        player: Player,
        theme: Theme,
        icons: Icons,
        *,
        put: Callable[[SpectrogramDock], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(theme)
        self._player, self._theme, self._icons = player, theme, icons
        self._put, self._tell = put, tell
        self._lane = Lane("loading the spectrogram")
        self._dock: SpectrogramDock | None = None
        self._is_started = False
        self._loaded.connect(self._build, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Begin to load; once is enough, and who never plays a track does without."""
        if not self._is_started:
            self._is_started = True
            self._lane.do(self._load)

    def close(self) -> None:
        """End every thread and process of the spectrogram."""
        self._lane.close()
        if self._dock is not None:
            self._dock.close_all()

    def _load(self) -> None:
        import genre_desktop.ui.spectrogram.dock  # noqa: F401 — it is only loaded here

        if not self._lane.stopping:
            self._loaded.emit()

    @Slot()
    def _build(self) -> None:
        if self._lane.stopping:
            return
        from genre_desktop.ui.spectrogram.dock import SpectrogramDock

        self._dock = SpectrogramDock(self._player, self._theme, self._icons)
        self._dock.problem.connect(self._tell)
        self._put(self._dock)
