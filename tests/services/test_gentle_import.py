"""A thread that imports rests while the window is at work."""

import importlib
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from genre_desktop.services import right_of_way
from genre_desktop.services.gentle_import import gently
from genre_desktop.services.right_of_way import Way

MODULE = "imported_gently"


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Way:
    """The window has it; a module lies ready to be imported."""
    way = Way()
    way.take(1)
    monkeypatch.setattr(right_of_way, "_way", way)
    monkeypatch.setattr(right_of_way, "LONGEST_REST_SECONDS", 60.0)
    (tmp_path / f"{MODULE}.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    return way


def test_nothing_is_imported_while_the_window_works(way: Way) -> None:
    begun = threading.Event()

    def load() -> None:
        with gently():
            begun.set()
            importlib.import_module(MODULE)

    finders = list(sys.meta_path)
    thread = threading.Thread(target=load)
    thread.start()
    begun.wait()
    thread.join(0.1)
    assert thread.is_alive()
    assert MODULE not in sys.modules
    way.give_back(1)
    thread.join()
    assert MODULE in sys.modules
    assert sys.meta_path == finders


class _Waiting:
    """Finds nothing, and waits before the next finder is asked."""

    def __init__(self) -> None:
        self.is_asked, self.goes_on = threading.Event(), threading.Event()

    def find_spec(self, name: str, *_: object) -> None:
        if name == MODULE:
            self.is_asked.set()
            self.goes_on.wait(60)


def test_what_another_thread_is_importing_is_found_although_this_is_over(
    way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.give_back(1)
    waiting = _Waiting()
    finders = list(sys.meta_path)  # libraries may have added theirs at the end
    finders.insert(finders.index(PathFinder), waiting)
    monkeypatch.setattr(sys, "meta_path", finders)
    with ThreadPoolExecutor(1) as another:
        with gently():
            importing = another.submit(importlib.import_module, MODULE)
            assert waiting.is_asked.wait(60)
        waiting.goes_on.set()
        assert importing.result().__name__ == MODULE


def test_other_threads_import_at_once(way: Way) -> None:
    ends = threading.Event()
    begun = threading.Event()

    def hold() -> None:
        with gently():
            begun.set()
            ends.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait()
    importlib.import_module(MODULE)
    assert way.is_taken
    ends.set()
    thread.join()
