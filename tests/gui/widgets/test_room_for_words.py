"""Words are shown wholly wherever there is room for them, in a large font, too."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.progress import Progress
from genre_desktop.services.settings import Settings
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.ui.details_panel import PADDING, DetailsPanel
from genre_desktop.ui.first_run_page import FirstRunPage
from genre_desktop.ui.genre_bars import WORD_GAP, GenreBars
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.main_window import NARROW_DETAILS_WIDTH
from genre_desktop.ui.player.now_panel import NowPanel
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.player.seek_bar import SeekBar
from genre_desktop.ui.player.transport_bar import TransportBar
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from genre_desktop.ui.properties_dialog import PropertiesDialog
from genre_desktop.ui.reading_dialog import Page, ReadingDialog
from genre_desktop.ui.row_state import Guess, row_of
from genre_desktop.ui.scrolled_page import ScrolledPage
from genre_desktop.ui.spectrogram.axes import ClockAxis, dress
from genre_desktop.ui.spectrogram.time_scale import Place, Room, TimeScale
from genre_desktop.ui.status_strip import StatusStrip
from genre_desktop.ui.swatch import SWATCH, Swatches
from genre_desktop.ui.tagging.filter_row import FilterRow
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.timeline_legend import TimelineLegend
from genre_desktop.ui.timeline_pieces import Share
from genre_desktop.ui.worded_list import WordedList
from tests.gui.widgets.rows import listing_of, verdict_of


def are_whole(labels: Sequence[QLabel]) -> bool:
    """Whether all lines of labels are in sight."""
    return all(one.height() >= one.heightForWidth(one.width()) for one in labels)


def is_scrolled(area: QScrollArea) -> bool:
    """Whether there is more than what is in sight."""
    return area.verticalScrollBar().maximum() > 0


@pytest.mark.usefixtures("large_font")
@pytest.mark.parametrize("width", [624, 1_200])
def test_the_first_buttons_are_whole_below_each_other_or_beside(
    width: int, qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches
) -> None:
    window, page = QWidget(), FirstRunPage(theme, icons, swatches)
    qtbot.addWidget(window)
    page.setParent(window)
    page.add_files.setText("Choose files of music")
    page.resize(width, 400)
    window.show()
    buttons = (page.add_folder, page.add_files, page.demo)
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    assert (page.add_folder.y() == page.demo.y()) is (width > 1_000)
    assert page.add_files.y() == page.demo.y()


def test_a_long_genre_is_whole_in_narrow_details(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    bars = GenreBars(theme, swatches)
    qtbot.addWidget(bars)
    bars.show_guesses((Guess("Experimental", 0.5),))
    word = QFontMetrics(theme.font(demi=True)).horizontalAdvance("Experimental")
    seen = []
    for width in (NARROW_DETAILS_WIDTH - 2 * PADDING - 12, 400):  # beside a scroll bar
        bars.resize(width, bars.sizeHint().height())
        seen.append(bars.grab(QRect(0, 0, SWATCH + WORD_GAP + word, 20)).toImage())
    assert seen[0] == seen[1]


@pytest.mark.usefixtures("large_font")
def test_the_sentence_in_place_of_bars_is_whole(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    panel = NowPanel(theme, swatches)
    qtbot.addWidget(panel)
    panel.resize(230, 240)
    panel.show()
    words = next(one for one in panel.findChildren(QLabel) if one.text().startswith("Play a"))
    line = words.fontMetrics().lineSpacing()
    needed = QLabel.heightForWidth(words, words.width())
    assert needed > 2 * line
    assert words.height() >= needed


def test_a_devices_name_has_room_in_every_font(
    qtbot: QtBot, theme: Theme, icons: Icons, large_font: QFont
) -> None:
    bar = TransportBar(theme, icons, PlaybackActions(icons))
    qtbot.addWidget(bar)
    bar.show_device("Vorgabe des Systems")
    assert "Vorgabe des Systems" in [one.text() for one in bar.findChildren(QToolButton)]
    bar.show_device("A device with a name longer than any other device's")
    assert not [one.text() for one in bar.findChildren(QToolButton) if "any other" in one.text()]


@pytest.mark.usefixtures("large_font")
def test_the_filter_of_a_preview_shows_its_hint(qtbot: QtBot, icons: Icons) -> None:
    row = FilterRow(icons)
    qtbot.addWidget(row)
    hint = row.box.fontMetrics().horizontalAdvance(row.box.placeholderText())
    assert row.box.width() >= hint + 50  # the icon and the margins


def test_the_time_left_is_what_a_narrow_status_keeps(qtbot: QtBot, theme: Theme) -> None:
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    running = Progress(14, 18, 0, audio_seconds=4_180.0, elapsed_seconds=10.0, is_running=True)
    strip.show_progress(running._replace(seconds_a_track=0.75))
    (words,) = [one.text() for one in strip.findChildren(QLabel) if "left" in one.text()]
    assert words.startswith("3 s left · ")


def test_a_legend_has_two_columns_only_where_its_words_fit(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    legend = TimelineLegend(theme, swatches)
    qtbot.addWidget(legend)
    legend.show_shares([Share("Experimental", 603.0), Share("Electronic", 63.0)])
    heights = []
    for width in (480, 160):
        legend.resize(width, 20)
        heights.append(legend.sizeHint().height())
    assert heights[1] == 2 * heights[0]


@pytest.mark.usefixtures("large_font")
def test_a_low_dialog_of_preferences_scrolls_its_pages(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "settings.ini"
    dialog = PreferencesDialog(theme, Settings(file), PlaybackSettings(file), TaggingSettings(file))
    qtbot.addWidget(dialog)
    dialog.resize(dialog.minimumSizeHint())
    dialog.show()
    for place in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(place)
        (area,) = (one for one in dialog.findChildren(ScrolledPage) if one.isVisible())
        hints = [one for one in area.findChildren(QLabel) if one.wordWrap()]
        assert hints
        qtbot.waitUntil(partial(is_scrolled, area))
        qtbot.waitUntil(partial(are_whole, hints))
        page = area.widget()
        assert page is not None
        assert page.width() <= area.viewport().width()


def test_a_heading_has_the_height_of_its_lines_and_no_more(qtbot: QtBot, theme: Theme) -> None:
    reading = ReadingDialog(theme, "Help", "", [Page("One", ""), Page("Another", "")])
    qtbot.addWidget(reading)
    reading.show()
    headings = reading.headings
    room = headings.viewport().width() - 24  # less than a scroll bar would take away from it
    words = "W"
    while headings.fontMetrics().horizontalAdvance(words + " W") <= room:
        words += " W"
    headings.item(1).setText(words)
    reading.resize(reading.width(), reading.height() + 1)
    qtbot.waitUntil(
        lambda: (
            headings.visualItemRect(headings.item(1)).height()
            == headings.visualItemRect(headings.item(0)).height()
        )
    )


def test_a_path_in_a_list_is_cut_in_its_middle_and_not_scrolled(qtbot: QtBot, theme: Theme) -> None:
    paths = WordedList(theme, "Nothing is here.", QPushButton())
    qtbot.addWidget(paths)
    paths.resize(200, 120)
    paths.show_entries(["/short", "/a/very/long/path" * 9])
    paths.show()
    assert paths.horizontalScrollBar().maximum() == 0
    assert paths.visualItemRect(paths.item(1)).width() <= paths.viewport().width()
    assert paths.item(1).toolTip().count("/very/") == 9


@pytest.mark.usefixtures("large_font")
def test_a_dialog_stays_large_enough_to_be_read(qtbot: QtBot, theme: Theme) -> None:
    dialog = PropertiesDialog(theme, row_of(listing_of(verdict_of())))
    qtbot.addWidget(dialog)
    least = dialog.minimumSizeHint()
    assert least.width() >= theme.scaled(280)
    assert least.height() >= theme.scaled(200)


def test_no_line_of_the_details_ends_within_a_unit(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches
) -> None:
    details = DetailsPanel(theme, icons, swatches)
    qtbot.addWidget(details)
    details.show_row(row_of(listing_of(verdict_of())))
    (words,) = (one.text() for one in details.findChildren(QLabel) if "kbit" in one.text())
    ends = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    ends.setPosition(words.index("kbit"))
    assert ends.toNextBoundary() == len(words)


def is_empty(picture: QImage, row: int) -> bool:
    """Whether a row of pixels has nothing on it."""
    return len({picture.pixel(x, row) for x in range(picture.width())}) == 1


@pytest.mark.usefixtures("large_font")
def test_times_and_genres_below_the_sound_are_whole_in_a_large_font(
    qtbot: QtBot, theme: Theme
) -> None:
    scale = TimeScale(theme).drawn(Place(0, 0.0, 50.0, 0.0), Room(600, 500, 1.0))
    axis = ClockAxis()
    dress(axis, theme.font(Size.AXIS), theme.colours.muted, theme.colours.edge)
    assert axis.height() == scale.picture.height()  # both show the same place, one after the other
    bar = SeekBar(theme)
    qtbot.addWidget(bar)
    bar.resize(800, bar.height())
    bar.show_track(30.0)
    bar.show_verdict(verdict_of(pieces=[(0.9, 0.05, 0.03, 0.02)] * 10))
    for picture in (scale.picture.toImage(), bar.grab().toImage()):
        lowest = picture.height() - 1
        assert is_empty(picture, lowest)
        assert not is_empty(picture, lowest - 8)
