"""Selecting, saving and metering: with the mouse, and without one."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.spectrum_part import Part, part_spectrum
from genre_desktop.services.messages import Weight
from genre_desktop.ui.player.playback_page import PlaybackPage
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from tests.gui.spectrogram.conftest import PATIENCE, choose, dock_of, play, shown_on
from tests.support.held_up import HeldUp

SHIFT = Qt.KeyboardModifier.ShiftModifier


def place_of(dock: SpectrogramDock, seconds: float) -> QPoint:
    """Where in the viewport a moment lies, half way up."""
    scene = dock.plot.box.mapViewToScene(QPointF(seconds, 0.5))
    place: QPoint = dock.plot.mapFromScene(scene)
    return place


def drag(dock: SpectrogramDock, first: float, last: float) -> None:
    viewport = dock.plot.viewport()
    begin, end = place_of(dock, first), place_of(dock, last)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for step in range(1, 11):
        QTest.mouseMove(viewport, begin + (end - begin) * step / 10)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def wait_for_mean(dock: SpectrogramDock, qtbot: QtBot) -> None:
    curve = dock.selection.panel.curve
    qtbot.waitUntil(lambda: "Strongest" in curve.accessibleDescription(), timeout=PATIENCE)


def test_a_drag_shows_the_mean_spectrum_of_what_is_selected(
    stopped: SpectrogramDock, qtbot: QtBot
) -> None:
    drag(stopped, 1.0, 2.5)
    times = stopped.selection.times
    assert times == pytest.approx((1.0, 2.5), abs=0.05)
    wait_for_mean(stopped, qtbot)
    panel = stopped.selection.panel
    assert panel.isVisible()
    track = stopped.still.track
    assert track is not None
    assert times is not None
    part = Part(times[0], times[1] - times[0], 1)
    wanted = part_spectrum(track.path, None, stopped.menus.choice.look, part)
    level = float(wanted.levels.max())
    assert f"{level:.1f} dB".replace("-", "−") in panel.curve.accessibleDescription()


def test_a_click_selects_nothing_again(
    stopped: SpectrogramDock, full: GenreDesktop, qtbot: QtBot
) -> None:
    drag(stopped, 1.0, 2.5)
    assert stopped.selection.panel.isVisible()
    qtbot.wait(QApplication.doubleClickInterval() + 10)  # else it is one
    QTest.mouseClick(stopped.plot.viewport(), Qt.MouseButton.LeftButton, pos=place_of(stopped, 3.5))
    assert stopped.selection.times is None
    assert full.views.now.isVisible()


def test_keys_move_the_cursor_select_and_zoom(stopped: SpectrogramDock, qtbot: QtBot) -> None:
    plot = stopped.plot
    plot.setFocus()
    plot.point_at(2.0, 0.5)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert plot.pointed_at() == pytest.approx((2.04, 0.51), abs=0.005)
    for _ in range(10):
        QTest.keyClick(plot, Qt.Key.Key_Right, SHIFT)
    assert stopped.selection.times == pytest.approx((2.04, 2.44), abs=0.01)
    wait_for_mean(stopped, qtbot)
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    first, last = plot.times()
    assert last - first == pytest.approx(4.0 * 0.7**3, abs=0.1)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.pointed_at() == pytest.approx((0.0, 0.51), abs=0.005)
    QTest.keyClick(plot, Qt.Key.Key_0)
    assert plot.times()[1] == pytest.approx(4.0, abs=0.1)
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert stopped.selection.times is None


def test_what_keys_read_off_is_gone_once_the_picture_scrolls_again(
    frozen: SpectrogramDock,
) -> None:
    plot = frozen.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.pointed_at() is not None
    assert "Hz" in frozen.header.spoken
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert not frozen.is_frozen
    assert plot.pointed_at() is None
    assert "Hz" not in frozen.header.spoken


def test_the_cursor_of_the_mean_spectrum_moves_by_keys(
    stopped: SpectrogramDock, qtbot: QtBot
) -> None:
    stopped.selection.select(1.0, 2.0)
    wait_for_mean(stopped, qtbot)
    curve = stopped.selection.panel.curve
    curve.setFocus()
    strongest = curve.accessibleDescription()
    for _ in range(30):
        QTest.keyClick(curve, Qt.Key.Key_Right)
    assert "Hz" in curve.accessibleDescription()
    assert curve.accessibleDescription() not in strongest


def test_every_control_is_reached_by_tab_and_opened_by_return(stopped: SpectrogramDock) -> None:
    buttons = stopped.header.buttons
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.text()
    button = next(each for each in buttons if each.isVisible() and each.menu() is not None)
    menu = button.menu()
    assert menu is not None
    opened: list[bool] = []
    menu.aboutToShow.connect(lambda: opened.append(True))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(50, menu.close))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert opened == [True]


def test_the_picture_is_saved_and_copied(
    stopped: SpectrogramDock, full: GenreDesktop, saved_to: Path, qtbot: QtBot
) -> None:
    target = saved_to / "a.png"
    with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE) as told:
        stopped.saving.save_picture(target, shown_on(stopped))
    assert told.args is not None
    assert str(target) in told.args[0].sentence
    picture = QImage(str(target))
    assert picture.width() > 1_000
    QApplication.clipboard().clear()
    with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE):
        full.spectrogram_actions.copy_picture.trigger()
    assert QApplication.clipboard().image().size() == picture.size()


@pytest.mark.parametrize("name", ["a.npy", "a.csv"])
def test_the_numbers_of_the_selection_are_saved(
    stopped: SpectrogramDock, full: GenreDesktop, saved_to: Path, qtbot: QtBot, name: str
) -> None:
    stopped.selection.select(1.0, 2.0)
    with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE):
        stopped.saving.save_numbers(saved_to / name, shown_on(stopped))
    if name.endswith("npy"):
        table = np.load(saved_to / name)
    else:
        table = np.genfromtxt(saved_to / name, delimiter=",", skip_header=1)
    times = table[-100:, 0]
    assert times.min() > 1.0
    assert times.max() < 2.0


def test_what_is_saved_is_what_was_on_show_before_it_is_asked_where_to(
    stopped: SpectrogramDock,
    full: GenreDesktop,
    saved_to: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = shown_on(stopped)
    targets = iter((saved_to / "asked.npy", saved_to / "other.npy"))

    def answer(_dialog: QFileDialog) -> bool:
        """Meanwhile the next track is looked at."""
        choose(full, 1)
        qtbot.waitUntil(lambda: shown_on(stopped).track != asked.track)
        return True

    monkeypatch.setattr(QFileDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(next(targets))])
    for _ in range(2):
        with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE):
            full.spectrogram_actions.save_numbers.trigger()
    with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE):
        stopped.saving.save_numbers(saved_to / "before.npy", asked)
    saved, other, before = (
        (saved_to / f"{name}.npy").read_bytes() for name in ("asked", "other", "before")
    )
    assert saved == before
    assert saved != other


def test_a_failed_write_is_a_sentence(
    stopped: SpectrogramDock, full: GenreDesktop, saved_to: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE) as told:
        stopped.saving.save_picture(saved_to / "missing" / "a.png", shown_on(stopped))
    assert told.args is not None
    message = told.args[0]
    assert message.weight is Weight.PROBLEM
    assert "does not exist; make it first" in message.sentence


def test_what_is_live_can_be_saved_too(full: GenreDesktop, saved_to: Path, qtbot: QtBot) -> None:
    play(full, qtbot, 0, 2.0)
    dock = dock_of(full, qtbot)
    with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE):
        dock.saving.save_picture(saved_to / "a.png", shown_on(dock))
    assert not QImage(str(saved_to / "a.png")).isNull()


def test_the_meter_shows_what_is_heard_and_falls_silent(full: GenreDesktop, qtbot: QtBot) -> None:
    play(full, qtbot, 1, 0.5)
    meter = dock_of(full, qtbot).meter
    # the music peaks at 0.7 of full scale
    qtbot.waitUntil(lambda: -12.0 < meter.levels[0].held_db < -2.9, timeout=PATIENCE)
    assert meter.levels[0].rms_db < meter.levels[0].held_db
    qtbot.waitUntil(lambda: "Left: peak −" in meter.accessibleDescription(), timeout=PATIENCE)
    full.services.player.stop()
    assert meter.levels[0].held_db <= -60.0


def test_where_motion_is_reduced_the_picture_moves_on_once_a_second(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    full.services.playback_settings.reduced_motion = True
    play(full, qtbot, 1)
    dock = dock_of(full, qtbot)
    starts: list[float] = []
    held_up = HeldUp(full.window)

    def has_moved() -> bool:
        start = dock.plot.times()[0]
        if not starts or start != starts[-1]:
            starts.append(start)
        return len(starts) == 6

    qtbot.waitUntil(has_moved, timeout=PATIENCE)
    steps = np.diff(starts[2:])  # before, it is still being put together
    assert len(steps) < steps.sum() + 1.1  # what comes late is followed sooner
    assert steps.max() < 1.9 + held_up.longest
    page = PlaybackPage(full.theme, full.services.playback_settings)
    qtbot.addWidget(page)
    hints = [label.text() for label in page.findChildren(QLabel)]
    assert any("once a second" in hint for hint in hints)
