"""Which column of the spectrogram stands under the now line, told by what is in the sound.

A tone that rises evenly is a clock: the height of its line at a place of the picture says which
moment is drawn there. The other channel numbers the samples.
"""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.services.player.player import Player
from genre_desktop.services.spectrogram.live_columns import axis_for
from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from genre_desktop.ui.spectrogram.live_picture import NOW_SHARE
from tests.gui.conftest import Desktops
from tests.support.null_sink import RATE, NullSink
from tests.support.sounds import write_sound
from tests.support.window import InstantListener

PATIENCE = 30_000  # ms: a process has to start
SECONDS = 6
LOWEST_HZ, HZ_A_SECOND = 500.0, 2_000.0  # fast: a row of the picture is 55 Hz, a mel band 100
NUMBERS = 4_096  # then they begin again
TOLERANCE_SECONDS = 0.02
HISTORY_SECONDS = 2.0


@pytest.fixture
def rising(tmp_path: Path) -> Path:
    places = np.arange(SECONDS * RATE)
    time = places / RATE
    tone = 0.8 * np.sin(2 * np.pi * (LOWEST_HZ * time + HZ_A_SECOND * time**2 / 2))
    numbers = (places % NUMBERS + 1) / 32_768
    return write_sound(tmp_path / "rising.flac", np.stack([tone, numbers]).astype("f4"), "flac")


def looked_at(dock: SpectrogramDock, scale: Scale) -> None:
    look = Look(Channel.LEFT, Window.HANN, 2_048)
    dock.live.show_choice(ViewChoice(scale, look, "grey", gain_db=-20.0, range_db=50.0))


def moment_of_number(player: Player) -> float:
    """The second of the sample that is heard now, by its number."""
    assert player.sound is not None
    moment = player.moment()
    place = round(moment.decoded)
    number = round(float(player.sound.shared.samples(place, place + 1)[0, 1]) * 32_768) - 1
    round_number = round((moment.seconds * RATE - number) / NUMBERS)
    return (number + round_number * NUMBERS) / RATE


def drawn_moments(dock: SpectrogramDock, scale: Scale) -> NDArray[np.float64]:
    """How late or early what is drawn at each place left of the now line is, in seconds."""
    plot = dock.plot
    picture = plot.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    stride = picture.bytesPerLine()
    light = np.frombuffer(picture.constBits(), np.uint8).reshape(-1, stride)[:, : picture.width()]
    area = plot.plot_area()
    first, last = plot.times()
    step = (last - first) / area.width()
    now = round(area.width() * NOW_SHARE)
    columns = np.arange(now - round(HISTORY_SECONDS / step), now - 3)
    drawn = light[area.top() : area.top() + area.height(), area.left() + columns].astype(float)
    weights = np.where(drawn >= drawn.max(axis=0) - 8, drawn, 0.0)
    rows = (weights * (np.arange(len(drawn)) + 0.5)[:, np.newaxis]).sum(0) / weights.sum(0)
    axis = axis_for(scale, RATE)
    hz = np.array([axis.hz_at(1 - row / len(drawn)) for row in rows])
    times = first + (columns + 0.5) * step
    late: NDArray[np.float64] = times - (hz - LOWEST_HZ) / HZ_A_SECOND
    return late


def test_the_column_under_the_now_line_is_that_of_the_sample_that_is_heard(
    our_sink: NullSink,
    open_desktop: Desktops,
    listener: InstantListener,
    rising: Path,
    qtbot: QtBot,
) -> None:
    desktop: GenreDesktop = open_desktop(listener)
    player, place = desktop.services.player, desktop.spectrogram_place
    desktop.window.resize(1_280, 1_000)
    desktop.spectrogram_place.setMinimumHeight(500)
    desktop.spectrogram.start()  # which may take longer than the track
    qtbot.waitUntil(lambda: place.spectrogram is not None, timeout=PATIENCE)
    dock = place.spectrogram
    assert dock is not None
    for scale in (Scale.LINEAR, Scale.MEL):
        looked_at(dock, scale)
        player.play(Track(rising))
        qtbot.waitUntil(lambda: player.moment().seconds > 3.0, timeout=PATIENCE)
        before = moment_of_number(player)
        player.jumped.emit()  # as after a jump, it is painted at this instant
        after = moment_of_number(player)
        first, last = dock.plot.times()
        shown = first + (last - first) * NOW_SHARE
        assert before - TOLERANCE_SECONDS <= shown <= after + TOLERANCE_SECONDS
        late = drawn_moments(dock, scale)
        assert np.median(late) == pytest.approx(0.0, abs=TOLERANCE_SECONDS), scale
