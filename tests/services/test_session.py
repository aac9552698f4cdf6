"""The playlist between two starts of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from genre_desktop.services.session import Session, read_tracks, write_tracks

TRACKS = (
    Track(Path("/music/a.mp3")),
    Track(Path("/music/na\udcffme\n.mp3")),  # undecodable byte and a newline
    Track(Path("/music/mix.flac"), Span(12.5, None), "Second “part”"),
    Track(Path("/music/mix.flac"), Span(0.0, 12.5), "First"),
)


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[Session]:
    session = Session(tmp_path / "list.jsonl", lambda: TRACKS)
    yield session
    session.close()


def test_what_was_saved_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl"
    write_tracks(file, TRACKS)
    assert tuple(read_tracks(file)) == TRACKS


def test_nothing_is_saved_before_the_last_playlist_was_read(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.changed()
    session.close()
    assert not (tmp_path / "list.jsonl").exists()


def test_changes_are_saved_at_the_latest_when_the_program_ends(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.restoring_finished):
        session.restore()
    session.changed()
    session.close()
    assert tuple(read_tracks(tmp_path / "list.jsonl")) == TRACKS


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]\n", b'{"format": 99}\n', b'{"format": 1}\n{"path": "/a", "start": "x"}\n'],
)
def test_a_playlist_that_cannot_be_read_is_kept_and_told(
    session: Session, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "list.jsonl").write_bytes(content)
    with qtbot.waitSignals([session.failed, session.restoring_finished]):
        session.restore()
    assert (tmp_path / "list.jsonl.unreadable").read_bytes() == content


def test_a_folder_that_cannot_be_written_to_is_told(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    session = Session(tmp_path / "file" / "list.jsonl", lambda: TRACKS)
    with qtbot.waitSignal(session.failed) as failed:
        session.save()
    assert failed.args is not None
    assert "list.jsonl" in failed.args[0]
    session.close()
