"""Listening with several models, and which rows it says it is at."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.holding import Holding
from genre_desktop.core.track import Outcome, Track
from genre_desktop.services.at_work import AtWork
from genre_desktop.services.classification import Classification
from genre_desktop.services.listener import ListeningImpossibleError
from genre_desktop.services.process_listener import ProcessListener
from tests.core.answers import answered
from tests.support.window import InstantListener

OLD, NEW = Path("/models/old"), Path("/models/new")
TRACKS = tuple(Track(Path(f"/music/{number}.mp3")) for number in range(6))


class RefusingListener(InstantListener):
    """Refuses the old model, but not before it is let.

    Attributes:
        asked: Set once the old model is asked for.
        refuse: Lets it be refused.
    """

    def __init__(self, error: Exception) -> None:
        super().__init__(lambda track: answered(track.path))
        self.asked = threading.Event()
        self.refuse = threading.Event()
        self._error = error

    def classify(
        self, tracks: Iterable[Track], model_folder: Path, **how: Any
    ) -> Iterator[Outcome]:
        if model_folder == OLD:
            self.asked.set()
            assert self.refuse.wait(60)
            raise self._error
        yield from super().classify(tracks, model_folder, **how)


@pytest.mark.parametrize("error", [ListeningImpossibleError("It is damaged."), LookupError("bug")])
def test_a_model_that_fails_late_does_not_stop_the_one_chosen_since(
    qapp: object, qtbot: QtBot, error: Exception
) -> None:
    caught: list[threading.ExceptHookArgs] = []
    before, threading.excepthook = threading.excepthook, caught.append
    listener = RefusingListener(error)
    listening = Classification(lambda _: listener, 1)
    heard: list[Track] = []
    listening.outcomes.connect(lambda batch: heard.extend(one.track for one in batch))
    try:
        listening.use_model(OLD)
        listening.listen(TRACKS)
        assert listener.asked.wait(60)
        listening.use_model(NEW)
        listening.listen(TRACKS)
        with qtbot.assertNotEmitted(listening.failed):
            listener.refuse.set()
            qtbot.waitUntil(lambda: heard == list(TRACKS) and not listening.progress.is_running)
    finally:
        listening.close()
        threading.excepthook = before
    assert len(caught) == (not isinstance(error, ListeningImpossibleError))


def test_workers_are_at_the_first_tracks_without_an_answer() -> None:
    at_work = AtWork(2)
    assert [at_work.hand_out(track) for track in TRACKS[:4]] == [[TRACKS[0]], [TRACKS[1]], [], []]
    assert at_work.leave(TRACKS[3]) == []  # the library knew it
    assert at_work.leave(TRACKS[0]) == [TRACKS[2]]
    assert at_work.leave(TRACKS[0]) == []
    assert at_work.hand_out(TRACKS[4]) == []


def test_a_number_of_workers_chosen_before_the_first_run_holds(qapp: object, qtbot: QtBot) -> None:
    asked: list[int] = []
    listener = InstantListener(lambda track: answered(track.path))

    def make(workers: int) -> InstantListener:
        asked.append(workers)
        return listener

    listening = Classification(make, 1)
    listening.use_workers(3)
    listening.use_model(NEW)
    with qtbot.waitSignal(listening.outcomes):
        listening.listen(TRACKS[:1])
    listening.close()
    assert asked == [3]


def test_closing_while_the_workers_are_being_warmed_is_no_fault(tmp_path: Path) -> None:
    told: list[str] = []
    listener = ProcessListener(tmp_path, 1, told.append, told.append, lambda _path: None)
    listener.stop()
    listener.warm(tmp_path)
    heard = listener.classify(
        TRACKS,
        tmp_path,
        again=False,
        quick=False,
        cancelled=threading.Event(),
        holding=Holding(told.append),
    )
    assert list(heard) == []
    listener.close()
    assert told == []
