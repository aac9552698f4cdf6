"""A long batch in the window: paused, reported at its end, and what crashed tried again."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Problem
from genre_desktop.services.classification import root_of
from genre_desktop.services.messages import Message
from genre_desktop.ui.batch_control import FEWEST_REPORTED
from tests.core.answers import answered, troubled
from tests.support.window import InstantListener

FIRST = Path("/music/0.mp3")


def tracks() -> tuple[Track, ...]:
    return tuple(Track(Path(f"/music/{number}.mp3")) for number in range(FEWEST_REPORTED))


def with_problems(track: Track) -> Outcome:
    """The first crashes, the next two are damaged."""
    problems = {"0": Problem.WORKER_DIED, "1": Problem.DAMAGED, "2": Problem.DAMAGED}
    problem = problems.get(track.path.stem)
    if problem is not None:
        return troubled(track.path, problem)
    return answered(track.path, track.path.stem)


def unsure(track: Track) -> Outcome:
    """An answer that the model doubts itself."""
    heard = answered(track.path, f"sound of {track.path.stem}")
    assert heard.verdict is not None
    return heard._replace(verdict=replace(heard.verdict, unsure=True))


@pytest.fixture
def posted(desktop: GenreDesktop) -> list[Message]:
    messages: list[Message] = []
    desktop.services.messages.posted.connect(messages.append)
    return messages


def is_done(desktop: GenreDesktop) -> bool:
    progress = desktop.services.classification.progress
    return progress.done == FEWEST_REPORTED and not progress.is_running


def test_nothing_is_begun_while_it_is_paused_and_stopping_ends_the_pause(
    desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    pause, listening = desktop.actions.pause, desktop.services.classification
    assert not pause.isEnabled()
    listener.held.clear()
    desktop.model.add_tracks(tracks())
    qtbot.waitUntil(pause.isEnabled)
    pause.setChecked(True)
    listener.held.set()
    assert listening.progress.is_paused
    with qtbot.assertNotEmitted(listening.outcomes, wait=100):
        assert listener.heard == []
    pause.setChecked(False)
    qtbot.waitUntil(lambda: is_done(desktop))
    assert not pause.isEnabled()
    listener.held.clear()
    desktop.actions.listen_to_all.trigger()
    qtbot.waitUntil(pause.isEnabled)
    pause.setChecked(True)
    desktop.actions.cancel.trigger()
    qtbot.waitUntil(lambda: not pause.isChecked())
    assert not listening.progress.is_paused


def test_a_report_counts_what_became_of_a_batch_and_shows_its_problems(
    desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot, posted: list[Message]
) -> None:
    listener.answer = with_problems
    desktop.model.add_tracks(tracks())
    qtbot.waitUntil(lambda: is_done(desktop))
    report = next(message for message in posted if message.topic == "report")
    assert re.match(rf"{FEWEST_REPORTED} tracks were classified in \d+:\d\d\. ", report.sentence)
    assert report.sentence.endswith("3 could not be classified: Damaged (2), Crashed (1).")
    desktop.services.messages.answered.emit("report")
    qtbot.waitUntil(lambda: desktop.model.rowCount() == 3)


def test_a_report_calls_nothing_unsure_that_the_user_has_corrected(
    desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot, posted: list[Message]
) -> None:
    listener.answer = unsure
    keys = ((f"sound of {number}", None) for number in range(FEWEST_REPORTED - 3))
    desktop.services.correcting.correct([(key, corrected_now("Swing")) for key in keys])
    desktop.model.add_tracks(tracks())
    qtbot.waitUntil(lambda: is_done(desktop))
    report = next(message for message in posted if message.topic == "report")
    assert report.sentence.endswith(". 3 are unsure.")


def test_what_was_known_already_is_not_reported_as_classified(
    desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot, posted: list[Message]
) -> None:
    listener.answer = lambda track: unsure(track)._replace(from_library=True)
    desktop.model.add_tracks(tracks())
    qtbot.waitUntil(lambda: is_done(desktop))
    assert "report" not in [message.topic for message in posted]


def test_that_a_drive_is_back_takes_the_place_of_its_going(desktop: GenreDesktop) -> None:
    for sentence in ("/usb has gone.", "/usb is back."):
        desktop.services.classification.told.emit(sentence)
    assert [message.sentence for message in desktop.message_bar.messages] == ["/usb is back."]


def test_rows_that_are_scrolled_to_are_heard_next(
    desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    many = tuple(Track(Path(f"/music/{number}.mp3")) for number in range(400))
    listener.held.clear()
    desktop.model.add_tracks(many)
    qtbot.waitUntil(lambda: desktop.model.rowCount() == len(many))
    qtbot.waitUntil(lambda: desktop.services.classification.progress.total == len(many))
    with qtbot.waitSignal(desktop.batches.seen_preferred):
        desktop.table.scrollToBottom()
    listener.held.set()
    qtbot.waitUntil(lambda: len(listener.heard) == len(many))
    order = [track for track, _ in listener.heard]
    assert order.index(many[-1]) < order.index(many[100])


def test_only_what_crashed_is_tried_again(
    desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    listener.answer = with_problems
    desktop.model.add_tracks(tracks())
    qtbot.waitUntil(lambda: is_done(desktop))
    listener.heard.clear()
    listener.answer = lambda track: answered(track.path, track.path.stem)
    desktop.actions.try_again.trigger()
    qtbot.waitUntil(lambda: listener.heard == [(Track(FIRST), True)])


def test_the_folder_of_tracks_is_the_deepest_that_holds_all() -> None:
    paths = ["/m/a/1.mp3", "/m/a/2.mp3"]
    assert root_of([Track(Path(path)) for path in paths]) == Path("/m/a")
    assert root_of([Track(Path(path)) for path in (*paths, "/m/b/c/3.mp3")]) == Path("/m")
