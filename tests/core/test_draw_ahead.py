"""Items drawn in a thread: the same ones in the same order, and nothing is left behind."""

import threading
from collections.abc import Iterator

import pytest

from genre_desktop.core.draw_ahead import draw_ahead


def test_gives_every_item_in_its_order() -> None:
    for count, most in ((100, 7), (0, 7), (100, 0)):
        with draw_ahead(range(count), most) as ahead:
            assert list(ahead) == list(range(count))


def test_draws_in_another_thread_no_further_ahead_than_told() -> None:
    drawn = []
    first, third = threading.Event(), threading.Event()

    def items() -> Iterator[int]:
        for number in range(10):
            drawn.append(threading.get_ident())
            first.set()
            if number == 3:
                third.set()
            yield number

    with draw_ahead(items(), 3) as ahead:
        assert first.wait(30)  # before any is asked for
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

    with draw_ahead(items(), 5) as ahead:
        assert next(ahead) == 1
        with pytest.raises(OSError, match="torn"):
            next(ahead)


def test_leaving_ends_the_thread() -> None:
    before = set(threading.enumerate())
    with draw_ahead(iter(range(1_000_000)), 4) as ahead:
        assert next(ahead) == 0
    assert set(threading.enumerate()) <= before  # one of another test may have ended meanwhile
