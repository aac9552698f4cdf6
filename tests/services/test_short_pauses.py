"""Garbage is looked for when the window has time for it."""

import gc
import threading
from collections.abc import Iterator

import pytest

from genre_desktop.services import short_pauses
from genre_desktop.services.short_pauses import look_for_garbage


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    is_kept_short = threading.Event()
    monkeypatch.setattr(short_pauses, "_is_kept_short", is_kept_short)
    yield is_kept_short
    gc.enable()
    gc.unfreeze()


def test_a_batch_is_spared_the_collector_and_its_rows_are_never_looked_through(
    collector: threading.Event,
) -> None:
    collector.set()
    look_for_garbage(wanted=False)
    assert not gc.isenabled()
    before = gc.get_freeze_count()
    look_for_garbage(wanted=True)
    assert gc.isenabled()
    assert gc.get_freeze_count() > before


@pytest.mark.usefixtures("collector")
def test_without_a_window_on_the_screen_the_collector_is_left_alone() -> None:
    look_for_garbage(wanted=False)
    assert gc.isenabled()
