"""Which sound devices there are, asked in a process of its own each time."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.services.lane import Lane
from genre_desktop.services.player import jack_locks

log = logging.getLogger(__name__)

_SECONDS_AT_MOST: Final = 10.0
_TRIES: Final = 2  # what held up or ended the first is removed


class Devices(QObject):
    """Looks when it is asked to.

    Signals:
        found: The names of the devices and of the default one, "" where there is none.
    """

    found = Signal(tuple, str)
    _found_them = Signal(tuple, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("sound devices")
        self._worker: OwnWorker | None = None
        self._found_them.connect(self.found, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Look which devices there are now."""
        self._lane.do(self._look)

    def close(self) -> None:
        """End thread and process: as it is, where it is done in time.

        One that is killed while it looks may hold up whoever looks next; see `jack_locks`.
        """
        self._lane.close()
        worker = self._worker
        if worker is not None:
            worker.close()

    def _look(self) -> None:
        from genre_desktop.services.player.sound_card import device_names

        self._worker = worker = OwnWorker()
        names: tuple[str, ...] = ()
        default = ""
        try:
            for _ in range(_TRIES):
                try:
                    names, default = worker.ask(device_names, seconds_at_most=_SECONDS_AT_MOST)
                    break
                except ClosedError:
                    return
                except NoAnswerError as error:  # PortAudio ends a process without configuration
                    log.info("No sound devices: %s", error)
                    jack_locks.removed_abandoned()
        finally:
            worker.close()
        if not self._lane.stopping:
            self._found_them.emit(names, default)
