"""Rates say how fast music is heard; what was known already makes none of them faster."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Outcome, Track
from genre_desktop.services.classification import Classification
from genre_desktop.services.progress import Progress
from tests.core.answers import answered
from tests.support.window import InstantListener


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
