"""Requests that wait to be sent to the sound process, which may be busy for seconds."""

import threading
from collections import deque

from genre_desktop.services.player.messages import Loudness, Request


class Outbox:
    """Takes requests from the window, and gives them to the thread that sends them."""

    def __init__(self) -> None:
        self._waiting: deque[Request | None] = deque()
        self._changed = threading.Condition()

    def put(self, request: Request | None) -> None:
        """Add a request, or None for the end; of loudness the newest is enough."""
        with self._changed:
            last = self._waiting[-1] if self._waiting else None
            if isinstance(request, Loudness) and isinstance(last, Loudness):
                self._waiting.pop()
            self._waiting.append(request)
            self._changed.notify()

    def take(self) -> Request | None:
        """The next request, or None at the end; waits for it."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting)
            return self._waiting.popleft()
