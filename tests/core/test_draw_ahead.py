"""Items drawn in a thread: the same ones in the same order, and nothing is left behind."""

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from genre_desktop.core.draw_ahead import draw_ahead


def test_gives_every_item_in_its_order() -> None:
    assert list(draw_ahead(range(100), 7)) == list(range(100))
    assert list(draw_ahead([], 7)) == []
    assert list(draw_ahead(range(100), 0)) == list(range(100))


def test_draws_in_another_thread_no_further_ahead_than_told() -> None:
    drawn = []
    third = threading.Event()

    def items() -> Iterator[int]:
        for number in range(10):
            drawn.append(threading.get_ident())
            if number == 3:
                third.set()
            yield number

    with closing(draw_ahead(items(), 3)) as ahead:
        assert next(ahead) == 0
        assert third.wait(30)
        assert len(drawn) == 4
        assert threading.get_ident() not in drawn
        assert list(ahead) == list(range(1, 10))


def test_what_drawing_raises_comes_after_the_items_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        message = "torn"
        raise OSError(message)

    ahead = draw_ahead(items(), 5)
    assert next(ahead) == 1
    with pytest.raises(OSError, match="torn"):
        next(ahead)


def test_closing_ends_the_thread() -> None:
    before = threading.active_count()
    with closing(draw_ahead(iter(range(1_000_000)), 4)) as ahead:
        assert next(ahead) == 0
    assert threading.active_count() == before
