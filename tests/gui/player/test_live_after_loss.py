"""The live picture after a device that went is that of what is heard since."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from tests.gui.conftest import Desktops
from tests.gui.player.conftest import PATIENCE
from tests.support.fake_devices import put_in_place
from tests.support.sounds import RATE, write_wav
from tests.support.window import InstantListener

LOUD_FROM = 60  # s
SECONDS = 120


def test_columns_come_from_the_process_that_plays(
    open_desktop: Desktops,
    listener: InstantListener,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    device = put_in_place(tmp_path / "devices", monkeypatch)
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, SECONDS * RATE).astype(np.float32)
    noise[: LOUD_FROM * RATE] = 0.0
    path = write_wav(tmp_path / "loud at last.wav", noise)
    desktop: GenreDesktop = open_desktop(listener, (path,))
    qtbot.waitUntil(lambda: len(desktop.model.playlist.rows) == 1, timeout=PATIENCE)
    player, place = desktop.services.player, desktop.spectrogram_place
    track = desktop.model.playlist.rows[0].track

    def level() -> float:
        live = place.spectrogram.live if place.spectrogram is not None else None
        found = live.level_at(player.moment().seconds, 0.5) if live is not None else None
        return -999.0 if found is None else found

    player.play(track)
    qtbot.waitUntil(lambda: -999.0 < level() < -100.0, timeout=PATIENCE)
    with qtbot.waitSignal(player.device_lost, timeout=PATIENCE):
        device.pull_out()
    device.plug_in()
    player.play(track, LOUD_FROM + 1.0)
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    qtbot.waitUntil(lambda: level() > -100.0, timeout=PATIENCE)
