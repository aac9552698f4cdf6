"""Stopped, frozen and zoomed: a track as a whole, in tiles, with a read-out."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Tags
from genre_desktop.ui.spectrogram.axes import tick_spacing
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from genre_desktop.ui.spectrogram.live_rings import PLATE
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.reading import time_words
from tests.gui.spectrogram.conftest import (
    PATIENCE,
    choose,
    dock_of,
    play,
    shown_on,
    wait_for_tiles,
)
from tests.support.sounds import music, write_sound

SECONDS = 4.0  # of each track


def turn_wheel(
    dock: SpectrogramDock, steps: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    viewport = dock.plot.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at, QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def is_lit(dock: SpectrogramDock) -> bool:
    """Whether there is sound anywhere in the plot."""
    picture, area = dock.plot.grab().toImage(), dock.plot.plot_area()
    places = range(area.left() + 10, area.right() - 10, 10)
    rows = range(area.top() + 10, area.bottom() - 2)
    return any(len({picture.pixel(x, y) for y in rows}) > 20 for x in places)


def brightness(dock: SpectrogramDock) -> float:
    """Of the plot, 0 to 255."""
    picture, area = dock.plot.grab().toImage(), dock.plot.plot_area()
    places = [(x, y) for x in range(60, 460, 5) for y in range(area.top() + 5, area.bottom(), 5)]
    total: int = sum(picture.pixelColor(x, y).lightness() for x, y in places)
    return total / len(places)


def pick(dock: SpectrogramDock, words: str) -> None:
    """Choose what a menu calls so."""
    actions = [action for menu in dock.menus.menus.values() for action in menu.actions()]
    (wanted,) = [action for action in actions if action.text() == words]
    wanted.trigger()


def test_the_chosen_track_is_shown_whole_while_nothing_plays(stopped: SpectrogramDock) -> None:
    first, last = stopped.plot.times()
    assert first == pytest.approx(0.0)
    assert last == pytest.approx(SECONDS, abs=0.1)
    picture = stopped.plot.grab().toImage()
    middle = picture.height() // 2
    assert len({picture.pixel(x, middle) for x in range(60, picture.width() - 5)}) > 20


def test_another_row_brings_another_track(
    stopped: SpectrogramDock, full: GenreDesktop, qtbot: QtBot
) -> None:
    choose(full, 1)
    second = full.model.playlist.rows[1].track
    qtbot.waitUntil(lambda: stopped.still.track == second)
    wait_for_tiles(stopped, qtbot)
    qtbot.waitUntil(lambda: "Two" in stopped.header.spoken)  # its tags may still be being read


def test_a_title_that_is_read_late_is_shown(
    stopped: SpectrogramDock, full: GenreDesktop, qtbot: QtBot
) -> None:
    track = full.model.playlist.rows[0].track
    qtbot.waitUntil(lambda: "One" in stopped.header.spoken)
    full.services.tags.tags_read.emit(((track, Tags(title="Anew")),))
    qtbot.waitUntil(lambda: "Anew" in stopped.header.spoken)


def test_the_wheel_zooms_and_moves_through_the_whole_track(
    stopped: SpectrogramDock, qtbot: QtBot
) -> None:
    turn_wheel(stopped, 8)
    first, last = stopped.plot.times()
    assert last - first < SECONDS / 4
    wait_for_tiles(stopped, qtbot)
    turn_wheel(stopped, 100, Qt.KeyboardModifier.ShiftModifier)
    assert stopped.plot.times()[0] == pytest.approx(0.0, abs=0.01)
    turn_wheel(stopped, 5, Qt.KeyboardModifier.ControlModifier)
    low, high = stopped.plot.heights()
    assert high - low < 0.5
    turn_wheel(stopped, -100)
    assert stopped.plot.times() == pytest.approx((0.0, SECONDS), abs=0.1)


def test_a_deeper_zoom_is_measured_more_finely(stopped: SpectrogramDock, qtbot: QtBot) -> None:
    before = {tile.level for tile in stopped.plot.still.tiles}
    turn_wheel(stopped, 12)
    qtbot.waitUntil(
        lambda: max(tile.level for tile in stopped.plot.still.tiles) > max(before) + 2,
        timeout=PATIENCE,
    )
    turn_wheel(stopped, -100)
    wait_for_tiles(stopped, qtbot)
    assert stopped.plot.times() == pytest.approx((0.0, SECONDS), abs=0.1)


def test_lines_mark_the_times_that_are_written_below(stopped: SpectrogramDock) -> None:
    plot = stopped.plot
    plot.still.hide()  # the tiles' picture, not what is painted over it
    picture, area = plot.grab().toImage(), plot.plot_area()
    columns = range(area.left(), area.left() + area.width())
    marked = [x for x in columns if picture.pixelColor(x, area.center().y()) != PLATE]
    first, last = plot.times()
    step, _ = tick_spacing(first, last, area.width())
    times = [first + (x - area.left()) / area.width() * (last - first) for x in marked]
    assert len(times) >= 2
    for number, seconds in enumerate(times, start=1):
        assert seconds == pytest.approx(number * step, abs=(last - first) / area.width())


def test_the_read_out_says_what_lies_under_the_cursor(stopped: SpectrogramDock) -> None:
    stopped.plot.point_at(1.25, stopped.still.axis.height_of(440.0))
    assert "0:01.25, 440 Hz, A4 +0 ct, −" in stopped.header.spoken
    level = stopped.still.level_at(1.25, 440.0)
    assert level is not None
    assert -100.0 < level < 0.0
    assert f"{level:.1f} dB".replace("-", "−") in stopped.header.spoken


def test_frozen_views_go_up_to_half_the_rate(frozen: SpectrogramDock) -> None:
    assert frozen.still.axis.high_hz == pytest.approx(22_050.0)
    assert frozen.plot.heights()[1] < 1.0  # it did not jump when it was frozen
    frozen.still.show_whole()
    assert frozen.plot.heights() == (0.0, 1.0)


def test_the_wheel_freezes_what_follows_the_music(full: GenreDesktop, qtbot: QtBot) -> None:
    play(full, qtbot, 0, 1.0)
    dock = dock_of(full, qtbot)
    turn_wheel(dock, 1)
    assert dock.is_frozen
    QTest.keyClick(dock.plot, Qt.Key.Key_Escape)
    assert not dock.is_frozen


def test_another_scale_is_seen_in_a_pause_too(full: GenreDesktop, qtbot: QtBot) -> None:
    play(full, qtbot, 1, 1.0)
    dock = dock_of(full, qtbot)
    full.services.player.pause()
    for action in next(iter(dock.menus.menus.values())).actions():
        if action.text() == "Linear":
            action.trigger()

    qtbot.waitUntil(lambda: is_lit(dock), timeout=PATIENCE)


@pytest.mark.parametrize(("words", "seconds"), [("3 s", 3.0), ("30 s", 30.0)])
def test_the_live_picture_scrolls_as_fast_as_is_chosen(
    full: GenreDesktop, qtbot: QtBot, words: str, seconds: float
) -> None:
    play(full, qtbot, 1, 1.0)
    dock = dock_of(full, qtbot)
    pick(dock, words)

    def shows_so_much() -> bool:
        first, last = dock.plot.times()
        return last - first == pytest.approx(seconds, rel=0.01)

    qtbot.waitUntil(shows_so_much, timeout=PATIENCE)
    qtbot.waitUntil(lambda: is_lit(dock), timeout=PATIENCE)


@pytest.mark.parametrize("words", ["50 dB", "110 dB", "−20 dB", "+30 dB"])
def test_range_and_gain_brighten_or_darken_the_picture(
    stopped: SpectrogramDock, qtbot: QtBot, words: str
) -> None:
    before = brightness(stopped)
    pick(stopped, words)
    wait_for_tiles(stopped, qtbot)
    if words in {"110 dB", "+30 dB"}:
        assert brightness(stopped) > 1.1 * before
    else:
        assert brightness(stopped) < 0.9 * before


def test_what_is_frozen_stays_on_show_until_it_is_measured(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    play(full, qtbot, 1, 1.0)
    dock = dock_of(full, qtbot)
    qtbot.waitUntil(lambda: is_lit(dock), timeout=PATIENCE)
    dock.freeze(on=True)
    assert not dock.plot.still.tiles
    assert is_lit(dock)


def test_a_key_freezes_and_goes_on(full: GenreDesktop, qtbot: QtBot) -> None:
    full.window.activateWindow()
    play(full, qtbot, 0, 1.0)
    dock = dock_of(full, qtbot)
    before = full.services.player.moment().seconds
    QTest.keyClick(full.table, Qt.Key.Key_F8)
    assert dock.is_frozen
    assert before <= dock.modes.frozen_at <= full.services.player.moment().seconds
    assert f"Frozen at {time_words(dock.modes.frozen_at)[:-1]}" in dock.header.spoken
    QTest.keyClick(full.table, Qt.Key.Key_F8)
    assert not dock.is_frozen


def test_a_frozen_track_stays_when_another_one_plays_or_nothing(
    frozen: SpectrogramDock, full: GenreDesktop, qtbot: QtBot
) -> None:
    track = frozen.still.track
    play(full, qtbot, 0)
    assert frozen.still.track == track
    full.services.player.stop()
    assert frozen.is_frozen
    frozen.freeze(on=False)
    assert not frozen.is_frozen


def test_what_was_heard_before_a_jump_is_filled_from_the_file(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    play(full, qtbot, 1, 3.0)
    dock = dock_of(full, qtbot)

    def has_history() -> bool:
        level = dock.live.level_at(2.0, 0.2)
        return level is not None and level > -100.0

    qtbot.waitUntil(has_history, timeout=PATIENCE)


def test_an_unreadable_track_says_so_in_its_place(
    full: GenreDesktop, qtbot: QtBot, stopped: SpectrogramDock
) -> None:
    track = full.model.playlist.rows[1].track
    track.path.write_bytes(b"fLaC")
    choose(full, 1)
    qtbot.waitUntil(lambda: "2 two.flac" in stopped.plot.sentence, timeout=PATIENCE)


def test_a_choice_is_remembered_between_starts(
    stopped: SpectrogramDock, full: GenreDesktop
) -> None:
    menus = stopped.menus
    wanted = {
        "Linear",
        "Side (half their difference)",
        QLocale().toString(16_384),
        "Flat top",
        "Grey",
        "90 dB",
        "+20 dB",
        "30 s",
    }
    for menu in menus.menus.values():
        for action in menu.actions():
            if action.text() in wanted:
                action.trigger()
                wanted.remove(action.text())
    assert not wanted
    again = SpectrogramDock(
        SpectrogramPlot(full.theme),
        full.services,
        full.theme,
        full.icons,
        actions=full.spectrogram_actions,
        settings=stopped.settings,
    )
    assert again.menus.choice == menus.choice
    again.close_all()
    assert menus.choice.top_db == pytest.approx(-40.0)


def test_channels_and_windows_change_what_is_measured(
    stopped: SpectrogramDock, qtbot: QtBot
) -> None:
    before = stopped.still.level_at(1.0, 440.0)
    for menu in stopped.menus.menus.values():
        for action in menu.actions():
            if action.text() in {"Side (half their difference)", QLocale().toString(1_024)}:
                action.trigger()
    qtbot.waitUntil(lambda: stopped.still.level_at(1.0, 440.0) is not None, timeout=PATIENCE)
    after = stopped.still.level_at(1.0, 440.0)
    assert before is not None
    assert after is not None
    assert after < -130.0 < before  # a mono file has no sides


def test_what_is_opposite_in_the_channels_is_measured_but_not_heard_by_models(
    full: GenreDesktop, saved_to: Path, qtbot: QtBot
) -> None:
    path = full.model.playlist.rows[1].track.path
    left = music(SECONDS)
    write_sound(path, np.stack([left, -left]), "flac")
    choose(full, 1)
    full.spectrogram.start()
    dock = dock_of(full, qtbot)
    curve = dock.selection.panel.curve
    for scale, is_seen in (("Mel", False), ("Linear", True), ("Logarithmic", True)):
        pick(dock, scale)
        wait_for_tiles(dock, qtbot)
        dock.selection.select(1.0, 2.0)
        qtbot.waitUntil(lambda: "Strongest" in curve.accessibleDescription(), timeout=PATIENCE)
        with qtbot.waitSignal(full.services.messages.posted, timeout=PATIENCE):
            dock.saving.save_numbers(saved_to / "a.npy", shown_on(dock))
        saved = float(np.load(saved_to / "a.npy")[1:, 1:].max())
        shown = dock.still.level_at(1.0, 440.0)
        assert shown is not None
        assert ("−140" in curve.accessibleDescription()) is not is_seen
        assert (saved > -60.0) is (shown > -100.0) is is_seen
        dock.selection.clear()


def test_colours_change_without_measuring_anew(stopped: SpectrogramDock, qtbot: QtBot) -> None:
    before = stopped.plot.grab().toImage()
    with qtbot.assertNotEmitted(stopped.tiles.measured):
        for menu in stopped.menus.menus.values():
            for action in menu.actions():
                if action.text() == "Viridis":
                    action.trigger()
        wait_for_tiles(stopped, qtbot)
    after = stopped.plot.grab().toImage()
    assert np.array(before.pixelColor(300, 60).getRgb()).tolist() != list(
        after.pixelColor(300, 60).getRgb()
    )
