"""Write tags… in the real window: what would change, the choices, and the files afterwards."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.identity import Stamp
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.planning import look_at
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice, Found, Heard, decide
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from genre_desktop.ui.steps import STEP_ROWS
from genre_desktop.ui.swatch import SWATCH
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from genre_desktop.ui.tagging.preview_lines import Line, PreviewLines
from genre_desktop.ui.tagging.preview_model import PreviewColumn
from genre_desktop.ui.tagging.preview_words import change_words, sentence
from genre_desktop.ui.tagging.tagging_page import TaggingPage
from tests.gui.conftest import Desktops, is_heard
from tests.gui.tagging.conftest import SPAWN_MS
from tests.support import tagged
from tests.support.tagged import mutagen
from tests.support.window import InstantListener


def genre_of(path: Path) -> list[str]:
    tags = mutagen.File(path, easy=True)
    return list(tags.get("genre") or [])


def files(folder: Path) -> list[Path]:
    return [folder / "1 one.mp3", folder / "2 two.flac", folder / "more" / "three.ogg"]


def cells(preview: PreviewDialog, column: PreviewColumn) -> list[str]:
    model = preview.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def names(preview: PreviewDialog) -> list[str]:
    return [line.track.path.name for line in preview.model.items]


def counts(preview: PreviewDialog) -> list[str]:
    """The tabs that have a file."""
    told = [tab.text().replace("&", "") for tab in preview.filter.tabs.values()]
    return [words for words in told if not words.endswith(" 0")]


def test_each_file_says_what_it_is_and_would_be(preview: PreviewDialog) -> None:
    assert preview._heading.text() == "3 of 3 files would change"
    assert cells(preview, PreviewColumn.NOW) == ["none"] * 3
    assert cells(preview, PreviewColumn.AFTER) == ["Jazz"] * 3
    assert cells(preview, PreviewColumn.CONFIDENCE) == ["75 %"] * 3
    assert preview.write.text() == "&Write 3 files"


def test_the_box_of_all_files_stands_above_theirs(preview: PreviewDialog) -> None:
    table, header = preview.table, preview.table.horizontalHeader()
    boxes = header.grab().toImage(), table.viewport().grab().toImage()
    heights = header.height() // 2, table.rowViewportPosition(0) + table.rowHeight(0) // 2
    edges = []
    for picture, height in zip(boxes, heights, strict=True):
        ratio = picture.devicePixelRatio()
        colours = [picture.pixelColor(x, round(height * ratio)) for x in range(round(30 * ratio))]
        edges.append(next(x for x, one in enumerate(colours) if one.blue() - one.red() > 60))
    assert edges[0] == edges[1]


def test_a_genre_has_its_colour_in_a_chosen_row_too(preview: PreviewDialog) -> None:
    swatch = preview.model.index(0, PreviewColumn.AFTER).data(Qt.ItemDataRole.DecorationRole)
    plain, chosen = (
        swatch.pixmap(SWATCH, mode).toImage().pixelColor(SWATCH // 2, SWATCH // 2)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
    )
    assert plain.alpha() == 255
    assert chosen == plain


def test_files_are_written_and_the_list_reads_their_tags_again(
    full: GenreDesktop,
    preview: PreviewDialog,
    write: Callable[[], None],
    folder_of_music: Path,
    qtbot: QtBot,
) -> None:
    assert counts(preview) == ["All 3", "Will change 3"]
    write()
    assert counts(preview) == ["All 3", "Changed 3"]
    assert [genre_of(path) for path in files(folder_of_music)] == [["Jazz"]] * 3
    assert preview._heading.text() == "3 of 3 files were written"
    assert preview._sentence.text() == "History takes back what was written, at any time."
    assert cells(preview, PreviewColumn.NOTE) == ["Written"] * 3
    rows = full.model.playlist.rows
    qtbot.waitUntil(
        lambda: [row.state.listing.tags.genre for row in rows] == ["Jazz"] * 3, timeout=SPAWN_MS
    )
    preview.write.click()
    assert not preview.isVisible()


def test_nothing_is_written_where_the_users_word_cannot_be_read(
    open_desktop: Desktops,
    listener: InstantListener,
    a_home_of_its_own: Path,
    folder_of_music: Path,
    qtbot: QtBot,
) -> None:
    data = a_home_of_its_own / "data"
    data.mkdir(exist_ok=True)
    (data / "corrections.sqlite").write_text("words " * 500)
    desktop = open_desktop(listener)
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(desktop, 3) and bool(desktop.services.correcting.unread))
    for action in (desktop.actions.write_tags, desktop.actions.organise):
        with qtbot.waitSignal(desktop.services.messages.posted) as told:
            action.trigger()
        assert "Without them no file is changed." in str(told.args)
    assert not desktop.window.findChildren(QDialog)


def test_a_deselected_file_stays_as_it_is(
    preview: PreviewDialog, write: Callable[[], None], folder_of_music: Path, qtbot: QtBot
) -> None:
    preview.table.selectRow(1)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)
    assert cells(preview, PreviewColumn.NOTE) == ["", "Deselected by you", ""]
    box = preview.table.all_box
    qtbot.waitUntil(lambda: box.checkState() is Qt.CheckState.PartiallyChecked)
    assert preview._heading.text() == "2 of 3 files would change"  # as the button says
    assert preview._sentence.text().startswith("1 deselected by you. ")
    write()
    assert [genre_of(path) for path in files(folder_of_music)] == [["Jazz"], [], ["Jazz"]]
    assert counts(preview) == ["All 3", "Changed 2", "Left alone 1"]
    assert cells(preview, PreviewColumn.NOTE) == ["Written", "Deselected by you", "Written"]
    assert cells(preview, PreviewColumn.AFTER) == ["Jazz", "unchanged", "Jazz"]
    preview.table.selectRow(1)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)  # it is too late for that
    assert preview.model.lines.wanted == 0
    preview.filter.tabs[Group.CHANGES].click()
    assert names(preview) == ["1 one.mp3", "three.ogg"]


def test_the_box_in_the_header_selects_and_deselects_all(
    preview: PreviewDialog, qtbot: QtBot
) -> None:
    preview.table.all_box.click()
    assert preview.model.lines.wanted == 0
    qtbot.waitUntil(lambda: not preview.write.isEnabled())
    preview.table.all_box.click()
    assert preview.model.lines.wanted == 3


def test_a_limit_counts_at_once(preview: PreviewDialog, qtbot: QtBot) -> None:
    preview.options.only_above.setChecked(True)
    preview.options.least.setValue(76)
    qtbot.waitUntil(lambda: preview._heading.text() == "0 of 3 files would change")
    assert "3 unsure left alone" in preview._sentence.text()
    preview.options.least.setValue(75)
    qtbot.waitUntil(lambda: preview._heading.text() == "3 of 3 files would change")


def test_what_is_said_closely_of_a_line_follows_the_choice(
    preview: PreviewDialog, qtbot: QtBot
) -> None:
    preview.table.selectRow(0)
    assert "“Jazz”" in preview.closely.below.text()
    preview.options.only_above.setChecked(True)
    preview.options.least.setValue(76)
    qtbot.waitUntil(lambda: preview.closely.below.text() == "Unsure, left alone")


def test_all_fields_that_are_written_stand_in_one_sentence(
    preview: PreviewDialog, qtbot: QtBot
) -> None:
    preview.options.also[Also.TEMPO].setChecked(True)
    one = "Only the genre and tempo are written; every other field stays as it is."
    qtbot.waitUntil(lambda: preview._sentence.text() == one)
    preview.options.also[Also.CONFIDENCE].setChecked(True)
    several = "Only the genre, tempo and confidence are written; every other field stays as it is."
    qtbot.waitUntil(lambda: preview._sentence.text() == several)


def test_a_genre_is_replaced_appended_to_or_left(
    full: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    found = mutagen.File(folder_of_music / "2 two.flac")
    found["genre"] = ["Mine"]
    found.save()
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    preview = full.window.findChild(PreviewDialog)

    def after() -> str:
        return cells(preview, PreviewColumn.AFTER)[1]

    assert after() == "Jazz"
    preview.options.append.click()
    qtbot.waitUntil(lambda: "Mine" in after() and "Jazz" in after())
    preview.options.only_empty.click()
    qtbot.waitUntil(lambda: preview._heading.text() == "2 of 3 files would change")
    preview.reject()


def test_refused_files_say_why_and_can_be_shown_alone(
    full: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    (folder_of_music / "2 two.flac").chmod(0o444)
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    preview = full.window.findChild(PreviewDialog)
    preview.filter.tabs[Group.REFUSED].click()
    assert names(preview) == ["2 two.flac"]
    assert cells(preview, PreviewColumn.NOTE) == ["Read-only"]
    assert "1 read-only" in preview._sentence.text()
    preview.table.selectRow(0)
    assert preview.closely.below.text() == "It or its folder is read-only."
    preview.reject()


def test_words_narrow_the_list(preview: PreviewDialog) -> None:
    preview.filter.box.setText("three")
    assert names(preview) == ["three.ogg"]
    preview.filter.box.setText("no such file")
    assert preview.model.rowCount() == 0


def test_a_file_that_changed_meanwhile_says_so(
    preview: PreviewDialog, write: Callable[[], None], folder_of_music: Path
) -> None:
    changed = mutagen.File(folder_of_music / "2 two.flac")
    changed["genre"] = ["Mine"]
    changed.save()
    write()
    assert genre_of(folder_of_music / "2 two.flac") == ["Mine"]
    assert cells(preview, PreviewColumn.NOTE) == ["Written", "Left as it was", "Written"]
    preview.table.selectRow(1)
    assert "changed by another program" in preview.closely.below.text()
    assert preview.model.lines.groups[Group.REFUSED] == 1


def test_the_history_is_named_only_where_something_was_written(
    preview: PreviewDialog, write: Callable[[], None], folder_of_music: Path
) -> None:
    for path in files(folder_of_music):
        os.utime(path, (1, 1))
    write()
    assert preview._sentence.text() == "3 were left as they were; their notes say why."


def test_the_selected_rows_alone_are_previewed(full: GenreDesktop, qtbot: QtBot) -> None:
    rows = full.model.playlist.rows
    full.table.select_rows([rows[0]], rows[0])
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_selected_tags.trigger()
    preview = full.window.findChild(PreviewDialog)
    assert names(preview) == ["1 one.mp3"]
    preview.reject()


def test_links_to_one_file_are_one_line(
    full: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    link = folder_of_music / "another name.flac"
    link.symlink_to(folder_of_music / "2 two.flac")
    full.adding.add([link])
    qtbot.waitUntil(lambda: len(full.model.playlist.rows) == 4)
    qtbot.waitUntil(lambda: not any(row.is_unheard for row in full.model.playlist.rows))
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    preview = full.window.findChild(PreviewDialog)
    assert len(names(preview)) == 3
    preview.reject()


def test_the_model_keeps_qts_rules(
    preview: PreviewDialog, qtmodeltester: ModelTester, write: Callable[[], None]
) -> None:
    qtmodeltester.check(preview.model)  # type: ignore[no-untyped-call]  # pytest-qt has none there
    write()
    qtmodeltester.check(preview.model)  # type: ignore[no-untyped-call]  # pytest-qt has none there


def test_escape_closes_without_writing(preview: PreviewDialog, folder_of_music: Path) -> None:
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert [genre_of(path) for path in files(folder_of_music)] == [[], [], []]


def test_the_tempo_is_written_where_it_is_chosen(
    preview: PreviewDialog, write: Callable[[], None], folder_of_music: Path, qtbot: QtBot
) -> None:
    preview.options.also[Also.TEMPO].setChecked(True)
    qtbot.waitUntil(lambda: "the genre and tempo are written" in preview._sentence.text())
    preview.table.selectRow(1)
    assert "tempo “120”" in preview.closely.below.text()
    write()
    assert mutagen.File(folder_of_music / "2 two.flac")["bpm"] == ["120"]


def test_new_tags_are_of_the_version_that_the_preferences_name(
    full: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    mutagen.File(folder_of_music / "1 one.mp3").delete()
    full.preferences.show()
    page = full.window.findChild(TaggingPage)
    page.version.setCurrentIndex(1)
    page.version.activated.emit(1)
    tagging = full.services.tagging
    with qtbot.waitSignal(tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    preview = full.window.findChild(PreviewDialog)
    with qtbot.waitSignal(tagging.writing_ended, timeout=SPAWN_MS):
        preview.write.click()
    assert mutagen.File(folder_of_music / "1 one.mp3").tags.version == (2, 4, 0)


def test_nothing_is_written_before_every_line_is_of_the_last_choice(
    desktop: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    services, window = desktop.services, desktop.window
    look = Look(desktop.theme, desktop.icons, desktop.swatches)
    preview = PreviewDialog(look, services.tagging, services.tagging_settings, window)
    paths = [tmp_path / f"{number}.mp3" for number in range(STEP_ROWS + 1)]
    heard = [(Track(path), path.name, Heard(path, genre="Jazz", probability=0.9)) for path in paths]
    preview.model.add(heard)
    at = Stamp(1, 1, 1)
    preview.model.take_found(Found(path, str(path), "MP4", at, ("Rock",)) for path in paths)
    services.tagging.looking_ended.emit()
    assert preview.write.isEnabled()
    preview.options.only_empty.setChecked(True)
    preview.write.click()
    assert not preview.is_writing
    qtbot.waitUntil(lambda: not preview.model.is_deciding)
    assert preview.model.lines.wanted == 0
    qtbot.waitUntil(lambda: not preview.write.isEnabled())


def test_a_genre_that_only_other_tags_have_is_not_said_to_stay(
    qapp: object, tmp_path: Path
) -> None:
    path = tagged.sound(tmp_path, "mp3")
    mutagen.File(path).delete()
    beside = tagged.apev2.APEv2()
    beside["Genre"] = "Jazz"
    beside.save(path)
    heard = Heard(path, genre="Jazz", label="jazz", probability=0.9)
    line = Line(Track(path), "One", heard, heard)

    def said() -> str:
        line.found = look_at(path, Preferences())
        line.plan = decide(heard, line.found, Choice(also=frozenset({Also.TEMPO})))
        return change_words(line)

    assert said().endswith(": “Jazz” is added; so far only other tags of the file have it")
    mutagen.File(path).delete()
    tags = mutagen.File(path, easy=True)
    tags["genre"] = ["Jazz"]
    tags.save()
    line.heard = heard = replace(heard, also=((Also.TEMPO, "120"),))
    assert said().endswith(": the genre stays; tempo “120”")


def test_where_the_writing_is_stopped_the_tabs_say_what_was_written(
    full: GenreDesktop, preview: PreviewDialog, folder_of_music: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(full.services.tagging.writing_ended, timeout=SPAWN_MS):
        preview.write.click()
        preview.cancel.click()
    written = [genre_of(path) == ["Jazz"] for path in files(folder_of_music)]
    told = [
        preview.filter.tabs[one].text().replace("&", "")
        for one in (Group.CHANGES, Group.LEFT_ALONE)
    ]
    assert told == [f"Changed {sum(written)}", f"Left alone {3 - sum(written)}"]
    notes = ["Written" if one else "Left as it was" for one in written]
    assert cells(preview, PreviewColumn.NOTE) == notes


def test_parts_of_files_are_counted_in_words() -> None:
    lines, seen = PreviewLines(), []
    album = Path("/music/album.flac")
    for start in (0.0, 10.0):
        lines.add([(Track(album, Span(start, None)), "One", Heard(album, is_part=True))])
        seen.append(sentence(lines).partition(". ")[0])
    assert seen == ["1 part of a file, which has no tags", "2 parts of files, which have no tags"]
