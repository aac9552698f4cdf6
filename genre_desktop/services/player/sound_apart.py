"""The sound process as the window sees it: starts it, speaks to it, hears when it ends."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final

from genre_desktop.core.interrupts import interrupts_held_back
from genre_desktop.services.player.messages import TRY_AGAIN, Event, Request
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.sound_entry import serve

log = logging.getLogger(__name__)

_SECONDS_TO_END: Final = 2.0


class SoundApart:
    """One life of a sound process.

    Args:
        heard: Called from a thread with this and each event.
        ended: Called from the same thread with this when the process has ended without being asked
            to.

    Attributes:
        shared: Clock and samples.
    """

    def __init__(
        self, heard: Callable[["SoundApart", Event], None], ended: Callable[["SoundApart"], None]
    ) -> None:
        context = get_context("spawn")
        self.shared = SharedSound()
        self._connection, theirs = context.Pipe()
        self._heard, self._ended = heard, ended
        self._is_closed = False
        self._process: SpawnProcess = context.Process(
            target=serve, args=(theirs, self.shared), name="sound", daemon=True
        )
        with interrupts_held_back():
            self._process.start()
        theirs.close()
        self._reader = threading.Thread(target=self._read, name="sound events", daemon=True)
        self._reader.start()

    @property
    def process_id(self) -> int | None:
        """Of the process."""
        return self._process.pid

    @property
    def is_worth_another_try(self) -> bool:
        """Whether the process ended over something that it has put right."""
        return self._process.exitcode == TRY_AGAIN

    def ask(self, request: Request) -> None:
        """Send a request; one to a process that has ended is lost, and `ended` tells."""
        try:
            self._connection.send(request)
        except OSError as error:
            log.warning("The sound process takes no requests: %s", error)

    def close(self) -> None:
        """End the process and the thread."""
        self._is_closed = True
        _shut(self._connection)
        self._process.join(_SECONDS_TO_END)
        self.kill()

    def kill_process(self) -> None:
        """End the process as a crash would."""
        self._process.kill()

    def kill(self) -> None:
        """End the process, whatever it is doing, and the thread."""
        self._is_closed = True
        self._process.kill()
        self._process.join()
        self._reader.join()
        self._connection.close()

    def _read(self) -> None:
        try:
            while True:
                self._heard(self, self._connection.recv())
        except (EOFError, OSError):
            if not self._is_closed:
                self._process.join(_SECONDS_TO_END)  # its exit code is read from now on
                self._ended(self)


def _shut(connection: Connection) -> None:
    with suppress(OSError):  # it has ended already
        connection.send(None)
