"""Lets the window go first while a thread imports something large."""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

from genre_desktop.services.right_of_way import give_way


class _GivesWay:
    """Finds nothing; rests before each module that its thread imports."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(
        self,
        fullname: str,  # noqa: ARG002 - it rests, whatever is imported
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> None:
        """Rest while the window is at work; the other finders find the module."""
        if threading.get_ident() == self._thread:
            give_way()


# Another thread may be going through the finders: were one taken out of the same list, it would
# miss the one that finds its module, and have none. So each change makes another list.
_change = threading.Lock()


@contextmanager
def gently() -> Iterator[None]:
    """What this thread imports inside waits before each module until the window has rest."""
    finder = _GivesWay()
    with _change:
        sys.meta_path = [finder, *sys.meta_path]
    try:
        yield
    finally:
        with _change:
            sys.meta_path = [each for each in sys.meta_path if each is not finder]
