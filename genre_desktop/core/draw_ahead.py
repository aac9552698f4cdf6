"""Drawing items from where they come slowly in a thread, while those drawn before are used."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from enum import Enum, auto
from typing import TypeVar

T = TypeVar("T")


class _End(Enum):
    END = auto()


@contextmanager
def draw_ahead(items: Iterable[T], most: int) -> Generator[Iterator[T], None, None]:
    """Gives the items in their order, up to so many of them drawn before they are asked for.

    Drawing begins at once. None are drawn ahead, and no thread is begun, where `most` is 0.

    What drawing raises is raised in its place. Leaving ends the thread after the item it is at.
    """
    source = iter(items)
    if not most:
        yield source
        return
    with ThreadPoolExecutor(1, thread_name_prefix="draw-ahead") as thread:

        def draw() -> Future[T | _End]:
            return thread.submit(next, source, _End.END)

        coming = deque(draw() for _ in range(most))

        def drawn() -> Iterator[T]:
            while (item := coming.popleft().result()) is not _End.END:
                coming.append(draw())
                yield item

        try:
            yield drawn()
        finally:
            thread.shutdown(wait=False, cancel_futures=True)
