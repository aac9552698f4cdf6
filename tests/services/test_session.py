"""The playlist between two starts of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from genre_desktop.services.session import (
    MOST_KEPT,
    Session,
    read_tracks,
    set_aside,
    write_tracks,
)

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


def told_while_restoring(session: Session, qtbot: QtBot) -> str:
    sentences: list[str] = []
    session.failed.connect(sentences.append)
    with qtbot.waitSignal(session.restoring_finished):
        session.restore()
    return " ".join(sentences)


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


def test_a_second_unreadable_playlist_does_not_take_the_first_ones_place(tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl"
    for content in ("one", "two", "three"):
        file.write_text(content)
        set_aside(file)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [
        "list.jsonl.unreadable",
        "list.jsonl.unreadable-2",
        "list.jsonl.unreadable-3",
    ]
    assert (tmp_path / "list.jsonl.unreadable").read_text() == "one"


def test_an_unreadable_playlist_that_cannot_be_set_aside_is_never_written_over(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text("not ours")
    (tmp_path / "list.jsonl.unreadable").write_text("kept before")
    for number in range(2, MOST_KEPT + 1):
        (tmp_path / f"list.jsonl.unreadable-{number}").touch()
    assert "nor set aside" in told_while_restoring(session, qtbot)
    session.changed()
    session.save()
    session.close()
    assert file.read_text() == "not ours"
    assert (tmp_path / "list.jsonl.unreadable").read_text() == "kept before"


def test_a_playlist_that_cannot_be_read_just_now_is_left_as_it_is(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "list.jsonl"
    file.mkdir()  # reading it fails with an OSError, for root too
    assert "left as it is" in told_while_restoring(session, qtbot)
    session.changed()
    session.close()
    assert file.is_dir()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.jsonl"]


def test_a_change_during_restoring_is_saved_with_all_that_was_restored(
    qapp: object, tmp_path: Path
) -> None:
    file = tmp_path / "list.jsonl"
    write_tracks(file, TRACKS)
    listed = [Track(Path("/music/new.mp3"))]
    session = Session(file, lambda: listed)
    session.restored.connect(listed.extend)
    session.restore()
    session.changed()  # the user was quicker
    session.close()
    assert tuple(read_tracks(file)) == (Track(Path("/music/new.mp3")), *TRACKS)


def test_restoring_itself_is_no_change(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl"
    write_tracks(file, TRACKS[:1])
    session.restored.connect(session.changed)
    with qtbot.waitSignal(session.restoring_finished):
        session.restore()
    session.close()
    assert tuple(read_tracks(file)) == TRACKS[:1]


def test_a_second_window_says_that_it_saves_nothing_until_the_first_is_closed(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "list.jsonl"
    with qtbot.waitSignal(session.restoring_finished):
        session.restore()
    session.save()
    second = Session(file, lambda: ())
    assert "Another window is open" in told_while_restoring(second, qtbot)
    second.changed()
    second.close()
    session.close()
    assert tuple(read_tracks(file)) == TRACKS

    third = Session(file, lambda: ())
    with qtbot.waitSignal(third.restoring_finished):
        third.restore()
    third.changed()
    third.close()
    assert tuple(read_tracks(file)) == ()


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
