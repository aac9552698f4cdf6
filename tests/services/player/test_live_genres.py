"""What is played is classified while it is decoded ahead, by a package of any kind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.services.player.live_genres import LiveGenres, LivePiece
from genre_desktop.services.player.player import Player
from tests.support.packages import (
    GTZAN,
    ensemble_package,
    mel_package,
    statistics_package,
    tone_for,
)
from tests.support.sounds import write_wav

PATIENCE = 60_000  # ms: two processes have to start
RATE = 22_050
LONG = 60.0  # s: not over before the process has answered


def _ensemble(models: Path) -> Path:
    mel_package(models)
    statistics_package(models)
    return ensemble_package(models)


KINDS: dict[str, Callable[[Path], Path]] = {
    "network": mel_package,
    "support vectors": statistics_package,
    "ensemble": _ensemble,
}


def _tones(path: Path, *labels: int, seconds: float = 3.0) -> Track:
    """A track of so many seconds of each label."""
    tones = [tone_for(label, len(GTZAN), seconds) for label in labels]
    return Track(write_wav(path, np.concatenate(tones), RATE))


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    return [_tones(tmp_path / "two.wav", 2, 7), _tones(tmp_path / "next.wav", 5, seconds=LONG)]


class Heard:
    """Has everything that is played heard live, and keeps what comes."""

    def __init__(self, player: Player) -> None:
        self.live = LiveGenres(player)
        self.pieces: list[tuple[Track, float, str]] = []
        player.decoding_began.connect(lambda began: self._hear(player, began))
        self.live.piece_heard.connect(self._keep)

    def _hear(self, player: Player, began: object) -> None:
        assert player.decoding is not None
        self.live.hear(player.decoding, began)  # type: ignore[arg-type]  # a signal has no types

    def _keep(self, track: Track, piece: LivePiece) -> None:
        best = max(zip(piece.probabilities, piece.labels, strict=False), default=(0.0, ""))[1]
        self.pieces.append((track, piece.start_seconds, best))


@pytest.fixture
def heard(player: Player) -> Iterator[Heard]:
    heard = Heard(player)
    yield heard
    heard.live.close()


@pytest.fixture(params=KINDS)
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One of each kind."""
    return KINDS[request.param](tmp_path / "models")


def test_each_piece_has_its_genre_before_it_is_heard_to_its_end(
    package: Path, player: Player, heard: Heard, tracks: list[Track], qtbot: QtBot
) -> None:
    heard.live.use_model(package)
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: len(heard.pieces) > 0, timeout=PATIENCE)
    player.seek(3.0)
    qtbot.waitUntil(lambda: (tracks[0], 3.0, GTZAN[7]) in heard.pieces, timeout=PATIENCE)
    assert heard.pieces[0] == (tracks[0], 0.0, GTZAN[2])


def test_the_track_that_follows_is_heard_ahead(
    player: Player, heard: Heard, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    heard.live.use_model(mel_package(tmp_path / "models"))
    player.play(tracks[0], 4.5, paused=True)  # until there is a process
    qtbot.waitUntil(lambda: len(heard.pieces) > 0, timeout=PATIENCE)
    assert heard.pieces == [(tracks[0], 4.5, GTZAN[7])]  # the last one and a half seconds
    player.resume()
    qtbot.waitUntil(lambda: (tracks[1], 0.0, GTZAN[5]) in heard.pieces, timeout=PATIENCE)


def test_silence_has_no_genre(
    player: Player, heard: Heard, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    heard.live.use_model(mel_package(tmp_path / "models"))
    write_wav(tracks[0].path, np.zeros(RATE * 4, np.float32), RATE)
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: (tracks[0], 0.0, "") in heard.pieces, timeout=PATIENCE)


def test_what_is_known_by_now_is_heard_no_further(
    player: Player, heard: Heard, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    heard.live.use_model(mel_package(tmp_path / "models"))
    player.play(tracks[0], 4.5)
    qtbot.waitUntil(lambda: player.decoding == tracks[1], timeout=PATIENCE)
    heard.live.forget(tracks[0])
    heard.pieces.clear()  # on a busy machine the process may have answered before
    qtbot.waitUntil(lambda: len(heard.pieces) > 0, timeout=PATIENCE)
    assert {track for track, _, _ in heard.pieces} == {tracks[1]}


def test_after_a_rest_the_process_is_gone_until_it_is_needed(
    player: Player, heard: Heard, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    heard.live.use_model(mel_package(tmp_path / "models"))
    player.play(tracks[0])
    qtbot.waitUntil(lambda: len(heard.pieces) > 0, timeout=PATIENCE)
    player.stop()
    assert heard.live._rest.isActive()
    heard.live._rest.timeout.emit()  # a minute later
    qtbot.waitUntil(lambda: heard.live._worker.process_ids() == (), timeout=PATIENCE)
    player.play(tracks[1])
    qtbot.waitUntil(lambda: heard.pieces[-1][0] == tracks[1], timeout=PATIENCE)


def test_a_package_that_cannot_be_used_leaves_playing_alone(
    player: Player, heard: Heard, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = mel_package(tmp_path / "models")
    (folder / "model.onnx").write_bytes(b"nothing")
    heard.live.use_model(folder)
    player.play(tracks[1], LONG - 1.0)
    qtbot.waitUntil(lambda: player.track is None, timeout=PATIENCE)
    assert heard.pieces == []
