"""What stands behind the listening, as the window sees it."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from genre_desktop.core.holding import Holding
from genre_desktop.core.track import Outcome, Track


class ListeningImpossibleError(Exception):
    """No track at all can be heard; the message is a sentence for people."""


class Listener(Protocol):
    """What stands behind the listening: worker processes and the library of known answers.

    All but `stop`, `use_workers` and `process_ids` are called in one and the same thread.

    Attributes:
        workers: How many tracks are heard at the same time.
    """

    @property
    def workers(self) -> int: ...

    def warm(self, model_folder: Path) -> None:
        """Start what takes time to start."""
        ...

    def classify(
        self,
        tracks: Iterable[Track],
        model_folder: Path,
        *,
        again: bool,
        quick: bool,
        cancelled: threading.Event,
        holding: Holding,
    ) -> Iterator[Outcome]:
        """Hear tracks: for each a provisional outcome where it pays, then the final one.

        Where it is quick, an answer may rest on pieces of a track, and none comes before it.

        Raises:
            ListeningImpossibleError: The model cannot be used.
        """
        ...

    def stop(self) -> None:
        """End the worker processes now; called from another thread."""
        ...

    def use_workers(self, workers: int) -> None:
        """Work with so many processes, 0 for one a processor, from the next run on."""
        ...

    def process_ids(self) -> tuple[int, ...]:
        """The worker processes that are running now; called from any thread."""
        ...

    def close(self) -> None:
        """Let go of the library."""
        ...
