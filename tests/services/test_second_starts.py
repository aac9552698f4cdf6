"""The window takes what later starts hand over."""

import threading
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.second_start import Handover, Meeting, hand_over, meeting
from genre_desktop.services.second_starts import SecondStarts


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Meeting:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    for token in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):  # of whoever runs the tests
        monkeypatch.delenv(token, raising=False)
    found = meeting()
    assert found is not None
    return found


def is_heard(place: Meeting) -> bool:
    """Whether somebody listens there: the socket's file is there a little sooner."""
    try:
        Client(place.address, place.family).close()
    except OSError:
        return False
    return True


@pytest.fixture
def second_starts(qapp: object, qtbot: QtBot, place: Meeting) -> Iterator[SecondStarts]:
    listening = SecondStarts()
    listening.start()
    qtbot.waitUntil(lambda: is_heard(place))
    yield listening
    listening.close()


def handed_over_meanwhile(qtbot: QtBot, paths: Sequence[Path]) -> bool:
    """What a start is told while this thread minds its window."""
    answers: list[bool] = []
    start = threading.Thread(target=lambda: answers.append(hand_over(paths)))
    start.start()
    qtbot.waitUntil(lambda: len(answers) == 1)
    start.join()
    return answers[0]


def test_paths_arrive_absolute(
    second_starts: SecondStarts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "leave")
    taken: list[Handover] = []
    second_starts.asked.connect(taken.append)
    assert handed_over_meanwhile(qtbot, [Path("a.mp3"), Path("/music/b.mp3")])
    assert taken == [Handover((tmp_path / "a.mp3", Path("/music/b.mp3")), "leave")]


def test_nonsense_is_not_answered_and_the_next_start_is(
    second_starts: SecondStarts, qtbot: QtBot, place: Meeting
) -> None:
    with Client(place.address, place.family) as connection:
        connection.send_bytes(b"GET / HTTP/1.1\r\n")
        with pytest.raises(EOFError):
            connection.recv_bytes()
    with Client(place.address, place.family):
        pass  # it hangs up at once
    assert handed_over_meanwhile(qtbot, [])


def test_the_first_window_listens_and_the_next_one_once_that_is_closed(
    second_starts: SecondStarts, qtbot: QtBot, place: Meeting
) -> None:
    other = SecondStarts()
    taken: list[Handover] = []
    other.asked.connect(taken.append)
    other.start()
    assert handed_over_meanwhile(qtbot, [])
    other.close()
    second_starts.close()
    assert not Path(place.address).exists()
    assert not hand_over([])
    third = SecondStarts()
    third.asked.connect(taken.append)
    third.start()
    qtbot.waitUntil(lambda: is_heard(place))
    assert handed_over_meanwhile(qtbot, [Path("/music/a.mp3")])
    third.close()
    assert taken == [Handover((Path("/music/a.mp3"),))]
