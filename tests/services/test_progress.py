"""Rates say how fast music is heard; neither what was known already nor waiting changes them."""

import sys
import threading
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Problem
from genre_desktop.services.classification import Classification
from genre_desktop.services.progress import Progress
from tests.core.answers import answered, troubled
from tests.support.window import InstantListener


class HandClock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class UnpluggedListener(InstantListener):
    """Finds its first track missing, and answers it once the drive is back and it is let.

    Attributes:
        drive: What the track lies on; it goes first.
    """

    def __init__(self, drive: Path) -> None:
        super().__init__(lambda track: answered(track.path))
        self.drive = drive
        self.held.clear()

    def classify(
        self, tracks: Iterable[Track], model_folder: Path, **how: Any
    ) -> Iterator[Outcome]:
        holding, cancelled = how["holding"], how["cancelled"]
        for track in tracks:
            self.drive.unlink()
            assert holding.takes_back(troubled(track.path, Problem.MISSING))
            while holding.holds() or not self.held.wait(0.01):
                if cancelled.wait(0.01):
                    return
            yield self.answer(track)


def test_known_tracks_are_counted_apart(qapp: object, qtbot: QtBot) -> None:
    def answer(track: Track) -> Outcome:
        return answered(track.path)._replace(from_library="known" in track.path.name)

    listening = Classification(lambda _: InstantListener(answer), 1)
    listening.use_model(Path("/models/one"))
    try:
        listening.listen([Track(Path(f"/music/{name}")) for name in ("known 1", "known 2", "new")])
        qtbot.waitUntil(lambda: not listening.progress.is_running)
        assert (listening.progress.done, listening.progress.known) == (3, 2)
    finally:
        listening.close()


def test_tracks_an_hour_are_those_heard() -> None:
    some = Progress(done=10, total=20, known=6, elapsed_seconds=36.0)
    assert some.tracks_per_hour == pytest.approx(400)
    assert some._replace(known=10).tracks_per_hour is None


def test_a_pause_is_no_part_of_what_a_run_took(qapp: object, qtbot: QtBot) -> None:
    now, listener = HandClock(), InstantListener(lambda track: answered(track.path))
    listener.held.clear()
    listening = Classification(lambda _: listener, 1, now=now)
    listening.use_model(Path("/models/one"))
    try:
        listening.listen([Track(Path("/music/a.mp3"))])
        now.seconds += 10
        listening.pause(wanted=True)
        now.seconds += 3_600
        listening.pause(wanted=False)
        now.seconds += 5
        listener.held.set()
        qtbot.waitUntil(lambda: not listening.progress.is_running)
        assert listening.progress.elapsed_seconds == 15
    finally:
        listening.close()


def test_what_is_heard_to_its_end_in_a_pause_took_its_time(qapp: object, qtbot: QtBot) -> None:
    begun, let = threading.Event(), threading.Event()

    def answer(track: Track) -> Outcome:
        begun.set()
        assert let.wait(60)
        return answered(track.path)

    now = HandClock()
    listening = Classification(lambda _: InstantListener(answer), 1, now=now)
    listening.use_model(Path("/models/one"))
    try:
        listening.listen([Track(Path(f"/music/{number}.mp3")) for number in range(2)])
        qtbot.waitUntil(begun.is_set)
        listening.pause(wanted=True)
        now.seconds += 10
        let.set()
        qtbot.waitUntil(lambda: listening.progress.done == 1)
        now.seconds += 3_600
        listening.cancel()
        assert listening.progress.elapsed_seconds == 10
    finally:
        listening.close()


@pytest.mark.skipif(sys.platform == "win32", reason="its drives have letters")
def test_a_drive_that_is_away_is_no_part_of_what_a_run_took(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    drive.symlink_to("/dev")  # which is another one than that of temporary files
    now, listener = HandClock(), UnpluggedListener(drive)
    listening = Classification(lambda _: listener, 1, now=now)
    listening.use_model(Path("/models/one"))
    try:
        with qtbot.waitSignal(listening.told, check_params_cb=lambda words: "gone" in words):
            listening.listen([Track(drive / "a.mp3")])
        qtbot.waitUntil(lambda: listening.progress.is_held)
        assert not listening.progress.is_paused
        now.seconds += 3_600
        with qtbot.waitSignal(listening.told, check_params_cb=lambda words: "back" in words):
            drive.symlink_to("/dev")
        qtbot.waitUntil(lambda: not listening.progress.is_held)
        now.seconds += 5
        listener.held.set()
        qtbot.waitUntil(lambda: not listening.progress.is_running)
        assert listening.progress.elapsed_seconds == 5
    finally:
        listening.close()


def test_the_time_left_is_that_of_tracks_that_are_heard_where_many_were_known(
    qapp: object, qtbot: QtBot
) -> None:
    known, new, let = 100, 20, threading.Semaphore(0)

    def answer(track: Track) -> Outcome:
        is_known = "known" in track.path.name
        assert is_known or let.acquire(timeout=60)
        return answered(track.path)._replace(from_library=is_known)

    now = HandClock()
    listening = Classification(lambda _: InstantListener(answer), 1, now=now)
    listening.use_model(Path("/models/one"))

    def finished(count: int) -> bool:
        return listening.progress.done == count

    names = [f"known {number}" for number in range(known)] + [f"{n}" for n in range(new)]
    try:
        assert listening.progress.seconds_left is None
        listening.listen([Track(Path(f"/music/{name}.mp3")) for name in names])
        qtbot.waitUntil(lambda: finished(known))
        for done in range(known + 1, known + 16):
            now.seconds += 10
            let.release()
            qtbot.waitUntil(partial(finished, done))
        assert listening.progress.seconds_left == pytest.approx(5 * 10)
    finally:
        for _ in range(new):
            let.release()
        listening.close()
