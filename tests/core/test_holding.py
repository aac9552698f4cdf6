"""A batch waits: while it is paused, and while the folder of its files is gone."""

import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from genre_desktop.core.batch import classify
from genre_desktop.core.holding import Holding
from genre_desktop.core.library import Library
from genre_desktop.core.recognise import Request
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import InProcess
from genre_desktop.dsp.sound import Problem
from tests.core.answers import answered, troubled

TRACKS = 12


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    for number in range(TRACKS):
        (folder / f"{number}.mp3").write_bytes(b"music")
    return folder


@pytest.fixture
def told() -> list[str]:
    return []


def listen(request: Request) -> Outcome:
    path = request.track.path
    if not path.exists():
        return troubled(path, Problem.MISSING, "It is missing.")
    return answered(path, audio_hash=path.stem)


def wanted(drive: Path) -> list[Track]:
    return [Track(drive / f"{number}.mp3") for number in range(TRACKS)]


def mounted(drive: Path) -> Callable[[Path], int | None]:
    """The numbers of drives, as if one were mounted at a folder while there is something in it."""

    def device(folder: Path) -> int | None:
        if not folder.exists():
            return None
        is_there = drive.exists() and any(drive.iterdir())
        return 2 if is_there and folder.is_relative_to(drive) else 1

    return device


def problems(outcomes: list[Outcome]) -> int:
    return sum(outcome.problem is not None for outcome in outcomes)


@pytest.mark.parametrize("is_root", [True, False])
@pytest.mark.parametrize("leaves_an_empty_place", [True, False])
def test_a_drive_that_goes_pauses_the_batch_which_goes_on_when_it_is_back(
    tmp_path: Path,
    drive: Path,
    model: Path,
    told: list[str],
    *,
    leaves_an_empty_place: bool,
    is_root: bool,  # or its files are named one by one, or by a playlist
) -> None:
    away = tmp_path / "away"

    def tell(sentence: str) -> None:
        told.append(sentence)
        if "has gone" in sentence:  # somebody plugs it in again
            if leaves_an_empty_place:
                drive.rmdir()
            away.rename(drive)

    def drawn() -> Iterator[Track]:
        for number, track in enumerate(wanted(drive)):
            if number == TRACKS // 2:
                drive.rename(away)
                if leaves_an_empty_place:
                    drive.mkdir()
            yield track

    turns = Counter[Track]()
    holding = Holding(tell, [drive] if is_root else [], mounted(drive))
    holding.tell_of_turns(
        lambda track: turns.update([track]), lambda track: turns.subtract([track])
    )
    with Library.open(tmp_path / "data" / "library.sqlite") as library:
        outcomes = list(
            classify(drawn(), InProcess(), model, library, holding=holding, listen=listen)
        )
        assert set(turns.values()) == {1}, "what was put back was handed out once more"
        assert {outcome.track for outcome in outcomes} == set(wanted(drive))
        assert problems(outcomes) == 0
        again = list(classify(wanted(drive), InProcess(), model, library, listen=listen))
    assert len(again) == TRACKS
    assert ["has gone" in told[0], "is back" in told[1], len(told)] == [True, True, 2]


def test_what_is_preferred_is_begun_before_what_was_drawn_earlier(
    drive: Path, model: Path, told: list[str]
) -> None:
    tracks, begun = wanted(drive), list[Track]()
    holding = Holding(told.append, [drive])
    holding.tell_of_turns(begun.append, begun.remove)
    holding.pause()

    def drawn() -> Iterator[Track]:
        yield from tracks
        holding.prefer([tracks[3], Track(drive / "none.mp3"), tracks[2]])
        holding.resume()

    outcomes = list(
        classify(
            drawn(), InProcess(), model, holding=holding, listen=listen, look_ahead=len(tracks)
        )
    )
    assert begun == [outcome.track for outcome in outcomes]
    assert begun == [tracks[3], tracks[2], *tracks[:2], *tracks[4:]]


def test_a_file_that_is_missing_alone_is_its_own_problem(
    drive: Path, model: Path, told: list[str]
) -> None:
    (drive / "3.mp3").unlink()
    holding = Holding(told.append, [drive])
    outcomes = list(classify(wanted(drive), InProcess(), model, holding=holding, listen=listen))
    assert problems(outcomes) == 1
    assert told == []


@pytest.mark.parametrize("with_the_folder", [True, False])
def test_a_folder_that_the_user_empties_holds_nothing_up(
    drive: Path, model: Path, told: list[str], with_the_folder: bool
) -> None:
    def drawn() -> Iterator[Track]:
        for number, track in enumerate(wanted(drive)):
            if number == TRACKS // 2:
                shutil.rmtree(drive)
                if not with_the_folder:
                    drive.mkdir()
            yield track

    holding = Holding(told.append, [drive])
    outcomes = list(classify(drawn(), InProcess(), model, holding=holding, listen=listen))
    assert len(outcomes) == TRACKS
    assert problems(outcomes) > 0
    assert told == []


def test_nothing_is_begun_while_a_batch_is_paused(
    drive: Path, model: Path, told: list[str]
) -> None:
    holding = Holding(told.append)
    holding.pause()
    begun = threading.Event()

    def noted(request: Request) -> Outcome:
        begun.set()
        return listen(request)

    outcomes: list[Outcome] = []

    def work() -> None:
        outcomes.extend(classify(wanted(drive), InProcess(), model, holding=holding, listen=noted))

    thread = threading.Thread(target=work)
    thread.start()
    assert not begun.wait(0.3)
    holding.resume()
    thread.join(20.0)
    assert len(outcomes) == TRACKS


def test_a_batch_that_waits_can_be_stopped(drive: Path, model: Path, told: list[str]) -> None:
    holding = Holding(told.append)
    holding.pause()
    stopped = threading.Event()
    thread = threading.Thread(
        target=lambda: list(
            classify(
                wanted(drive), InProcess(), model, cancelled=stopped, holding=holding, listen=listen
            )
        )
    )
    thread.start()
    stopped.set()
    thread.join(20.0)
    assert not thread.is_alive()
