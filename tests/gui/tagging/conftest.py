"""The window with heard tracks, its preview and its history of tags."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import SoundError
from genre_desktop.ui.tagging.history_dialog import HistoryDialog
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from tests.core.answers import answered, verdict
from tests.gui.conftest import MODEL
from tests.support.window import InstantListener

SPAWN_MS = 60_000  # a process starts slowly on a busy machine


@pytest.fixture
def listener() -> InstantListener:
    """One that knows the sound of the files that it hears, for tags are written to no other."""

    def answer(track: Track) -> Outcome:
        audio_hash = ""
        with suppress(SoundError):
            audio_hash = payload_hash(track.path)
        outcome = answered(track.path, audio_hash, track.span)
        return outcome._replace(track=track, verdict=verdict(MODEL))

    return InstantListener(answer)


@pytest.fixture
def preview(full: GenreDesktop, qtbot: QtBot) -> PreviewDialog:
    """The preview of three files, looked at; all were heard as jazz."""
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    return full.window.findChild(PreviewDialog)


@pytest.fixture
def write(full: GenreDesktop, preview: PreviewDialog, qtbot: QtBot) -> Callable[[], None]:
    """Presses the button and waits until all is written."""

    def press() -> None:
        with qtbot.waitSignal(full.services.tagging.writing_ended, timeout=SPAWN_MS):
            preview.write.click()

    return press


@pytest.fixture
def history(
    full: GenreDesktop, write: Callable[[], None], preview: PreviewDialog, qtbot: QtBot
) -> HistoryDialog:
    """The history with one run of three files."""
    write()
    preview.accept()
    with qtbot.waitSignal(full.services.tagging.staying_read, timeout=SPAWN_MS):
        full.actions.tag_history.trigger()
    return full.window.findChild(HistoryDialog)
