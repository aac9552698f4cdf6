"""The sound process as the window sees it: starts it, speaks to it, hears when it ends."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import Final

from genre_desktop.core.bounded_process import BoundedProcess
from genre_desktop.core.interrupts import interrupts_held_back
from genre_desktop.services.player import jack_locks
from genre_desktop.services.player.messages import TRY_AGAIN, Event, Request
from genre_desktop.services.player.outbox import Outbox
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.sound_entry import serve

log = logging.getLogger(__name__)

_SECONDS_TO_END: Final = 2.0


class SoundApart:
    """One life of a sound process; whatever it is doing, the window waits for it only in `close`.

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
        self._process = BoundedProcess(
            target=serve, args=(theirs, self.shared), name="sound", daemon=True
        )
        with interrupts_held_back():
            self._process.start()
        theirs.close()
        self._outbox = Outbox()
        self._sender = threading.Thread(target=self._send, name="sound requests", daemon=True)
        self._reader = threading.Thread(target=self._read, name="sound events", daemon=True)
        self._sender.start()
        self._reader.start()

    @property
    def process_id(self) -> int | None:
        """Of the process."""
        return self._process.pid

    @property
    def is_worth_another_try(self) -> bool:
        """Whether the process ended over something that is put right by now."""
        exit_code = self._process.exitcode or 0
        was_ended = exit_code < 0  # by a signal
        return exit_code == TRY_AGAIN or (was_ended and jack_locks.removed_abandoned())

    def ask(self, request: Request) -> None:
        """Have a request sent; one to a process that has ended is lost, and `ended` tells."""
        self._outbox.put(request)

    def close(self) -> None:
        """End the process and the threads."""
        self._is_closed = True
        self._outbox.put(None)
        self._reader.join(_SECONDS_TO_END)
        self.kill()
        self._process.join(_SECONDS_TO_END)

    def kill_process(self) -> None:
        """End the process as a crash would."""
        self._process.kill()

    def kill(self) -> None:
        """Have the process ended, whatever it is doing; the threads end with it."""
        self._is_closed = True
        self._process.kill()

    def _send(self) -> None:
        try:
            while (request := self._outbox.take()) is not None:
                self._connection.send(request)
        except OSError as error:
            if not self._is_closed:
                log.warning("The sound process takes no requests: %s", error)
        with suppress(OSError):  # it has ended already
            self._connection.send(None)

    def _read(self) -> None:
        try:
            while True:
                event = self._connection.recv()
                if not self._is_closed:
                    self._heard(self, event)
        except (EOFError, OSError):
            self._process.join(_SECONDS_TO_END)  # its exit code is read from now on
        if not self._is_closed:
            self._ended(self)
        self._outbox.put(None)
        self._sender.join()
        self._connection.close()
