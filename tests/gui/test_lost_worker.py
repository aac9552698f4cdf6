"""Which rows say that they are heard while files take their workers along."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.batch import classify
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import WorkerPool
from genre_desktop.ui.row_state import State
from tests.core.answers import answered
from tests.core.fakes import listen_by_name
from tests.support.window import InstantListener

SPAWN_MS = 60_000


class DyingListener(InstantListener):
    """One worker process, which dies and hangs as the names of files say."""

    def __init__(self) -> None:
        super().__init__(lambda track: answered(track.path))
        self._pool = WorkerPool(1)

    def classify(
        self, tracks: Iterable[Track], model_folder: Path, **how: Any
    ) -> Iterator[Outcome]:
        yield from classify(tracks, self._pool, model_folder, listen=listen_by_name, **how)

    def stop(self) -> None:
        self._pool.shutdown(cancel_futures=True)


def test_a_track_whose_worker_died_waits_and_the_next_one_is_heard(
    open_desktop: Callable[[InstantListener], GenreDesktop], tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("1/kills-once.mp3", "2/hangs.mp3", "3/last.mp3"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"music")
    desktop = open_desktop(DyingListener())
    desktop.adding.add([tmp_path])
    expected = [State.WAITING, State.LISTENING, State.WAITING]
    qtbot.waitUntil(
        lambda: [row.state.state for row in desktop.model.playlist.rows] == expected,
        timeout=SPAWN_MS,
    )
