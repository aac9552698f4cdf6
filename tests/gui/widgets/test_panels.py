"""The details, the first page, the status strip and the dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.progress import Progress
from genre_desktop.services.settings import Settings
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.ui.details_panel import DetailsPanel
from genre_desktop.ui.error_dialog import ErrorDialog
from genre_desktop.ui.first_run_page import MARGIN, FirstRunPage
from genre_desktop.ui.first_run_picture import FirstRunPicture
from genre_desktop.ui.genre_bars import GenreBars
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import WrappedLabel
from genre_desktop.ui.model_card_dialog import ModelCardDialog
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from genre_desktop.ui.properties_dialog import PropertiesDialog
from genre_desktop.ui.reading_dialog import Page, ReadingDialog
from genre_desktop.ui.row_state import Guess, row_of
from genre_desktop.ui.status_strip import BAR_WIDTH, NARROW_BAR_WIDTH, StatusStrip
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Size, Theme
from tests.gui.widgets.rows import listing_of, verdict_of
from tests.support.window import drop_paths


@pytest.fixture
def details(qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches) -> DetailsPanel:
    details = DetailsPanel(theme, icons, swatches)
    qtbot.addWidget(details)
    details.resize(284, 700)
    details.show()
    return details


def words_on(widget: QWidget) -> str:
    """All words of the visible labels."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_empty_details_say_what_to_do_and_which_keys_help(
    qtbot: QtBot, details: DetailsPanel
) -> None:
    details.show_keys([(QKeySequence("Ctrl+O"), "Add files"), (QKeySequence(), "No key")])
    qtbot.waitUntil(lambda: "Add files" in words_on(details))
    words = words_on(details)
    assert "Select a track" in words
    assert "No key" not in words


def test_only_details_that_do_not_fit_can_be_scrolled(qtbot: QtBot, details: DetailsPanel) -> None:
    details.resize(284, 300)
    bar = details.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    details.show_row(row_of(listing_of(verdict_of())))
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    details.show_row(None)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_details_of_an_unsure_track_say_why(details: DetailsPanel) -> None:
    verdict = verdict_of((0.3, 0.28, 0.22, 0.2), unsure=True)
    details.show_row(row_of(listing_of(verdict)))
    details.know_limits({("tiny", "1"): 0.5})
    assert "Unsure. Blues and Country are close" in words_on(details)
    details.know_limits({("tiny", "1"): 0.2})
    assert "this is unlike all that the model learnt from" in words_on(details)


def test_details_of_a_problem_show_its_sentence(details: DetailsPanel) -> None:
    note = Note(Problem.DAMAGED, "song.mp3 is damaged. Try another copy.")
    details.show_row(row_of(listing_of(problem=note)))
    assert note.sentence in words_on(details)
    details.show_row(row_of(listing_of(verdict_of())))
    assert note.sentence not in words_on(details)


@pytest.mark.parametrize(
    "name", ["holiznacc0_002-05-winter_blues", "w" * 90, "W" * 90, "e\u0301" * 30]
)
def test_no_name_is_wider_than_the_narrowest_panel(
    qtbot: QtBot, details: DetailsPanel, name: str
) -> None:
    details.resize(240, 300)
    listing = listing_of(verdict_of((0.4, 0.3, 0.2, 0.1)))
    tags = listing.tags._replace(title=name, album=f"{name} album")
    details.show_row(row_of(listing._replace(tags=tags)))
    content, bar = details.widget(), details.verticalScrollBar()
    assert content is not None
    qtbot.waitUntil(lambda: bar.maximum() > 0)  # it is too high, so a scroll bar takes room
    qtbot.waitUntil(lambda: content.width() <= details.viewport().width())
    (title,) = [label for label in details.findChildren(QLabel) if label.accessibleName() == name]
    assert title.text().replace("\u200b", "") == name
    assert "\u200b\u0301" not in title.text()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("take_07_final.flac", ["take_", "07_", "final.", "flac"]),
        ("{album|Singles}.", ["{album|", "Singles}."]),
    ],
)
def test_a_long_name_parts_where_it_has_joints(
    qtbot: QtBot, theme: Theme, name: str, parts: list[str]
) -> None:
    label = WrappedLabel(theme)
    qtbot.addWidget(label)
    label.say(name)
    label.show()
    label.resize(400, 80)
    assert label.text() == name  # there is room
    label.resize(40, 80)
    assert label.text().split("\u200b") == parts


def test_a_title_of_many_lines_ends_early_and_its_tooltip_has_all_of_it(
    qtbot: QtBot, theme: Theme
) -> None:
    label = WrappedLabel(theme, size=Size.TITLE, most_lines=4)
    qtbot.addWidget(label)
    label.say("Symphony 🎻 No. 9 in D minor, Op. 125: IV. Presto, Allegro assai. " * 3)
    line = label.fontMetrics().lineSpacing()
    assert label.heightForWidth(180) == 4 * line
    assert label.heightForWidth(4_000) < 2 * line
    label.setFixedSize(180, 4 * line)
    lines = label._lines()
    assert len(lines) == 4
    assert label.text().startswith("".join(lines).removesuffix("…"))
    assert lines[-1].endswith("…")
    assert "Symphony 🎻 No. 9" in label.toolTip()
    assert label.grab().toImage() != QImage()


def test_all_bars_end_at_the_same_place(qtbot: QtBot, theme: Theme, swatches: Swatches) -> None:
    bars = GenreBars(theme, swatches)
    qtbot.addWidget(bars)
    bars.resize(240, 120)
    bars.show_guesses((Guess("jazz", 1.0), Guess("blues", 0.2), Guess("experimental", 0.1)))
    bars.grab()
    assert len(bars._bars) == 3
    assert len({(bar.left(), bar.right()) for bar in bars._bars}) == 1


@pytest.fixture
def preferences(qtbot: QtBot, theme: Theme, tmp_path: Path) -> PreferencesDialog:
    file = tmp_path / "settings.ini"
    preferences = PreferencesDialog(
        theme, Settings(file), PlaybackSettings(file), TaggingSettings(file)
    )
    qtbot.addWidget(preferences)
    preferences.show()
    return preferences


@pytest.mark.usefixtures("large_font")
def test_details_have_the_width_that_a_large_font_needs(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches
) -> None:
    details = DetailsPanel(theme, icons, swatches)
    qtbot.addWidget(details)
    details.show_keys([(QKeySequence("Ctrl+Shift+O"), "Add folder")])
    details.resize(details.minimumWidth(), 300)
    details.show()
    for row in (None, row_of(listing_of(verdict_of((0.4, 0.3, 0.2, 0.1))))):
        details.show_row(row)
        content = details.widget()
        assert content is not None
        assert 0 < content.minimumSizeHint().width() <= details.viewport().width()


@pytest.mark.usefixtures("large_font")
def test_pages_and_headings_are_not_cut_whatever_the_font(
    qtbot: QtBot, theme: Theme, preferences: PreferencesDialog
) -> None:
    headings = ["Everything that was ever heard", "Emotify, recordings, five folds by artist"]
    reading = ReadingDialog(theme, "Help", "", [Page(words, "") for words in headings])
    qtbot.addWidget(reading)
    reading.show()
    for pages in (preferences.pages, reading.headings):
        assert pages.sizeHintForColumn(0) <= pages.viewport().width()
    for place, words in enumerate(headings):
        room = reading.headings.visualItemRect(reading.headings.item(place))
        room.adjust(12, 5, -12, -5)
        metrics = reading.headings.fontMetrics()
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        assert needed.height() <= room.height()


@pytest.mark.usefixtures("large_font")
def test_the_words_of_the_status_are_not_cut_whatever_the_font(qtbot: QtBot, theme: Theme) -> None:
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    assert strip.minimumSizeHint().height() >= strip.fontMetrics().height()


def test_a_hint_takes_no_more_lines_than_it_needs(
    qtbot: QtBot, preferences: PreferencesDialog
) -> None:
    hint = next(one for one in preferences.findChildren(QLabel) if "next start" in one.text())
    qtbot.waitUntil(lambda: hint.width() > 200)
    assert hint.height() == hint.heightForWidth(hint.width())


def test_the_progress_bar_gives_its_room_to_words_in_a_small_window(
    qtbot: QtBot, theme: Theme
) -> None:
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    strip.show()
    widths = []
    for width in (960, 1280):
        strip.resize(width, 26)
        widths.append(strip.findChildren(QProgressBar)[0].width())
    assert widths == [NARROW_BAR_WIDTH, BAR_WIDTH]


def test_the_cover_goes_with_its_track(details: DetailsPanel) -> None:
    red = QImage(300, 200, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    row = row_of(listing_of(verdict_of()))
    details.show_row(row)
    details.show_cover(red)
    cover = details._track.cover
    assert cover.grab().toImage().pixelColor(32, 32) == QColor("red")
    details.show_row(row)  # the same track again, as when its tags arrive
    assert cover.grab().toImage().pixelColor(32, 32) == QColor("red")
    details.show_row(row_of(listing_of(verdict_of(), name="other.mp3")))
    assert cover.grab().toImage().pixelColor(32, 32) != QColor("red")


def test_listening_again_is_asked_for_the_track_on_show(
    qtbot: QtBot, details: DetailsPanel
) -> None:
    row = row_of(listing_of(verdict_of()))
    details.show_row(row)
    with qtbot.waitSignal(details.listen_again_requested) as asked:
        details._track.listen_again.click()
    assert asked.args == [row]
    details.show_row(row_of(listing_of()))
    assert not details._track.listen_again.isEnabled()


@pytest.mark.parametrize("height", [280, 330, 420])
def test_the_first_page_keeps_within_its_frame(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches, height: int
) -> None:
    window, page = QWidget(), FirstRunPage(theme, icons, swatches)
    qtbot.addWidget(window)
    page.setParent(window)  # a window would grow to what its layout wants
    page.resize(720, height)
    window.show()
    frame = page.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    parts = [part for part in page.findChildren(QWidget) if part.isVisible()]
    qtbot.waitUntil(lambda: all(frame.contains(part.geometry()) for part in parts))
    (picture,) = page.findChildren(FirstRunPicture)
    assert picture.isVisible() is (height > 300)
    assert page.add_folder.isVisible()


@pytest.mark.usefixtures("large_font")
@pytest.mark.parametrize("height", [260, 340, 600])
def test_no_words_of_the_first_page_are_cut_whatever_the_font(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches, height: int
) -> None:
    window, page = QWidget(), FirstRunPage(theme, icons, swatches)
    qtbot.addWidget(window)
    page.setParent(window)
    page.resize(624, height)
    window.show()
    words = [label for label in page.findChildren(QLabel) if label.isVisible()]
    assert words
    qtbot.waitUntil(
        lambda: all(label.height() >= label.heightForWidth(label.width()) for label in words)
    )


def test_the_first_pages_default_button_looks_so_wherever_the_keyboard_is(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches
) -> None:
    page = FirstRunPage(theme, icons, swatches)
    qtbot.addWidget(page)
    page.show()
    for button in (page.add_folder, page.add_files, page.demo):
        button.setFocus()
        assert page.add_folder.isDefault()
        assert not page.add_files.isDefault()


def test_the_first_page_takes_drops_and_asks_for_folders(
    qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches, tmp_path: Path
) -> None:
    page = FirstRunPage(theme, icons, swatches)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.add_folder_requested):
        page.add_folder.click()
    with qtbot.waitSignal(page.demo_requested):
        page.demo.click()
    with qtbot.waitSignal(page.paths_dropped) as dropped:
        drop_paths(page, [tmp_path])
    assert dropped.args == [[tmp_path]]


def test_the_status_strip_shows_progress_rate_and_time_left(qtbot: QtBot, theme: Theme) -> None:
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(1200, 26)
    strip.show()
    running = Progress(14, 18, 0, audio_seconds=4_180.0, elapsed_seconds=10.0, is_running=True)
    strip.show_progress(running._replace(seconds_a_track=0.75))
    words = words_on(strip)
    assert "Listening: 14 of 18 tracks" in words
    assert "418 × realtime" in words
    assert "3 s left" in words
    strip.show_progress(running._replace(seconds_a_track=0.75, is_held=True))
    assert "Waiting: 14 of 18 tracks" in words_on(strip)
    assert "left" not in words_on(strip)
    with qtbot.waitSignal(strip.cancel_requested):
        strip._cancel.click()
    strip.show_idle("Done: 18 tracks in 13 s", "2 problems")
    assert not strip._cancel.isVisible()
    assert "2 problems" in words_on(strip)


def test_preferences_apply_at_once(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    file = tmp_path / "settings.ini"
    dialog = PreferencesDialog(theme, settings, PlaybackSettings(file), TaggingSettings(file))
    qtbot.addWidget(dialog)
    dialog.general.jobs.setValue(3)
    dialog.general.patterns.setPlainText("*.demo.mp3\n\n Audiobooks/ ")
    assert settings.jobs == 3
    assert settings.exclude == ("*.demo.mp3", "Audiobooks/")
    dialog.general.colours.activated.emit(2)
    assert settings.theme == "dark"


def test_the_error_reports_text_is_copied(qtbot: QtBot, theme: Theme) -> None:
    dialog = ErrorDialog(theme, "Genre Desktop 0.1\n\nValueError: no")
    qtbot.addWidget(dialog)
    dialog.show()
    assert "music files" not in words_on(dialog)  # which were perhaps being written
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Genre Desktop 0.1\n\nValueError: no"


def test_properties_tell_all_that_is_known(qtbot: QtBot, theme: Theme) -> None:
    note = Note(Problem.TRUNCATED, "song.mp3 ends at 0:41.")
    dialog = PropertiesDialog(theme, row_of(listing_of(verdict_of(), notes=(note,))))
    qtbot.addWidget(dialog)
    dialog.show()
    words = words_on(dialog)
    for part in ("Song", "Singer", "MP3 · 44.1 kHz · 256 kbit/s", "tiny 1", note.sentence):
        assert part in words


def test_a_card_is_shown_without_loading_what_it_links(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"")
    card = f"# Tiny\n\nHears **four** genres. ![picture]({secret.as_uri()})"
    entry = ModelEntry("tiny", "1", "Tiny", "mel", ("blues", "rock"), tmp_path, card, "")
    dialog = ModelCardDialog(theme, entry)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Blues, Rock" in words_on(dialog)
    assert "Hears four genres" in dialog.card.toPlainText()
