"""History… in the real window: runs, their files, and taking back; and what a crash left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.history import FileChange, Run
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.temporary import temporary_beside
from genre_desktop.services.messages import Message
from genre_desktop.services.tagging import WritingEnd
from genre_desktop.ui.cell_delegate import row_height
from genre_desktop.ui.tagging.history_dialog import HistoryDialog
from genre_desktop.ui.tagging.history_words import back_sentence, file_words, run_words
from genre_desktop.ui.tagging.plain_table import PlainTable
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from tests.gui.conftest import Desktops
from tests.gui.tagging.conftest import SPAWN_MS
from tests.gui.tagging.test_preview import files, genre_of
from tests.support.command_line import tone
from tests.support.tagged import mutagen
from tests.support.window import InstantListener


def waited(full: GenreDesktop, qtbot: QtBot, act: Callable[[], object]) -> None:
    """Acts, and waits until the history was read anew."""
    with qtbot.waitSignal(full.services.tagging.staying_read, timeout=SPAWN_MS):
        act()


def test_a_run_and_its_files_are_listed(
    history: HistoryDialog, folder_of_music: Path, qtmodeltester: ModelTester
) -> None:
    assert history._heading.text() == "Files were changed 1 time"
    assert [(run.what, run.files, run.undone) for run in history.runs.items] == [("tag", 3, 0)]
    assert [(one.old, one.new) for one in history.files.items] == [((), ("Jazz",))] * 3
    whole = history.files.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert str(folder_of_music / "1 one.mp3") in whole
    qtmodeltester.check(history.runs)  # type: ignore[no-untyped-call]  # pytest-qt has none there
    qtmodeltester.check(history.files)  # type: ignore[no-untyped-call]  # as above


def test_runs_have_the_numbers_by_which_the_terminal_takes_them_back(
    a_home_of_its_own: Path, full: GenreDesktop, history: HistoryDialog, qtbot: QtBot
) -> None:
    waited(full, qtbot, history.back_run.click)
    header = history.runs.headerData(0, Qt.Orientation.Horizontal)
    assert header == "Run"
    shown = [str(history.runs.index(row, 0).data()) for row in range(2)]
    with Journal.open_for_reading(a_home_of_its_own / "data" / "tags.sqlite") as journal:
        assert shown == [str(run.number) for run in journal.runs()] == ["2", "1"]


def test_the_number_of_a_run_has_no_marks_that_the_terminal_would_refuse(qapp: object) -> None:
    run = Run(12_345, "2026-11-22T10:00:00+00:00", "tag", 1_234, 0)
    assert run_words(run)[0] == "12345"
    change = FileChange(1, Path("song.mp3"), (), (), undone_by=12_345)
    assert file_words(change, {})[3] == "Taken back by run 12345"


def test_folders_in_the_home_folder_are_told_as_everywhere_else() -> None:
    here, there = (str(Path.home() / name) for name in ("Music", "Sorted"))
    change = FileChange(1, Path("song.mp3"), (here,), (there,), is_placed=True)
    assert file_words(change, {})[1:3] == (str(Path("~", "Music")), str(Path("~", "Sorted")))


def test_what_was_written_beside_the_genre_is_told(qapp: object) -> None:
    also = ((Also.TEMPO, "120"), (Also.MODEL, ""))
    change = FileChange(1, Path("song.mp3"), ("Rock",), ("Jazz",), also=also)
    assert file_words(change, {})[1:3] == ("Rock", "Jazz; tempo “120”; model is removed")


def test_files_that_could_not_keep_their_owner_are_told(qapp: object) -> None:
    assert back_sentence(WritingEnd(3, 0)) == ""
    assert back_sentence(WritingEnd(3, 0, new_owners=2)) == (
        "2 files could not keep their owner or group, and belong to you now."
    )


def test_a_run_is_taken_back_and_the_list_follows(
    full: GenreDesktop, history: HistoryDialog, folder_of_music: Path, qtbot: QtBot
) -> None:
    waited(full, qtbot, history.back_run.click)
    assert [genre_of(path) for path in files(folder_of_music)] == [[], [], []]
    assert history._heading.text() == "3 files were taken back"
    assert history._sentence.text().startswith("What is taken back is what the run wrote")
    assert [run.undone for run in history.runs.items] == [0, 3]
    assert not history.back_run.isEnabled()
    rows = full.model.playlist.rows
    qtbot.waitUntil(
        lambda: [row.state.listing.tags.genre for row in rows] == [""] * 3, timeout=SPAWN_MS
    )


def test_that_files_were_tagged_is_told_until_they_are_taken_back(
    full: GenreDesktop, preview: PreviewDialog, write: Callable[[], None], qtbot: QtBot
) -> None:
    posted: list[Message] = []
    full.services.messages.posted.connect(posted.append)
    write()
    preview.accept()
    waited(full, qtbot, full.actions.tag_history.trigger)
    (told,) = posted
    assert told.sentence.startswith("3 files were tagged.")
    full.message_bar.show_message(told)  # however long that took, it is on show now
    waited(full, qtbot, full.window.findChild(HistoryDialog).back_run.click)
    assert told not in full.message_bar.messages


def test_one_file_is_taken_back(
    full: GenreDesktop, history: HistoryDialog, folder_of_music: Path, qtbot: QtBot
) -> None:
    assert not history.back_files.isEnabled()
    history.file_table.selectRow(1)
    waited(full, qtbot, history.back_files.click)
    assert [genre_of(path) for path in files(folder_of_music)] == [["Jazz"], [], ["Jazz"]]
    note = history.files.index(1, 3).data()
    assert note == "Taken back by run 2"


def test_a_file_that_another_changed_stays_and_says_why(
    full: GenreDesktop, history: HistoryDialog, folder_of_music: Path, qtbot: QtBot
) -> None:
    changed = mutagen.File(folder_of_music / "2 two.flac")
    changed["genre"] = ["Mine"]
    changed.save()
    waited(full, qtbot, history.back_run.click)
    assert [genre_of(path) for path in files(folder_of_music)] == [[], ["Mine"], []]
    assert history._heading.text() == "2 files were taken back"
    assert history._sentence.text() == "1 stays as it is; its note says why."
    assert "no more what that run wrote" in str(history.files.index(1, 3).data())


def test_another_recording_in_the_place_of_a_file_stays_and_says_why(
    full: GenreDesktop, history: HistoryDialog, folder_of_music: Path, qtbot: QtBot
) -> None:
    song = folder_of_music / "2 two.flac"
    song.unlink()
    other = mutagen.File(tone(song, 3))
    other["genre"] = ["Jazz"]
    other.save()
    before = song.read_bytes()
    waited(full, qtbot, history.back_run.click)
    assert song.read_bytes() == before
    assert history._heading.text() == "2 files were taken back"
    assert history._sentence.text() == "1 stays as it is; its note says why."
    assert "Another recording is there" in str(history.files.index(1, 3).data())


def test_a_note_is_read_whole_in_the_usual_size(
    with_tracks: GenreDesktop, folder_of_music: Path, qtbot: QtBot
) -> None:
    tagging, window = with_tracks.services.tagging, with_tracks.window
    with qtbot.waitSignal(tagging.looking_ended, timeout=SPAWN_MS):
        with_tracks.actions.write_tags.trigger()
    preview = window.findChild(PreviewDialog)
    with qtbot.waitSignal(tagging.writing_ended, timeout=SPAWN_MS):
        preview.write.click()
    preview.accept()
    waited(with_tracks, qtbot, with_tracks.actions.tag_history.trigger)
    history = window.findChild(HistoryDialog)
    changed = mutagen.File(folder_of_music / "2 two.flac")
    changed["genre"] = ["Mine"]
    changed.save()
    waited(with_tracks, qtbot, history.back_run.click)
    table, row = history.file_table, next(iter(_noted(history)))
    qtbot.waitUntil(lambda: is_whole(table, history.files.index(row, 3)))
    usual = row_height(table.fontMetrics())
    others = set(range(3)) - {row}
    assert {table.rowHeight(other) for other in others} == {usual}


def _noted(history: HistoryDialog) -> list[int]:
    return [row for row, one in enumerate(history.files.items) if one.undone_by is None]


def is_whole(table: PlainTable, cell: QModelIndex) -> bool:
    """Whether the words of a cell have room in it."""
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.font = table.font()
    option.rect = room = table.visualRect(cell)
    needed = table.itemDelegateForIndex(cell).sizeHint(option, cell)
    return needed.width() <= room.width() and needed.height() <= room.height()


def test_an_empty_history_says_so(full: GenreDesktop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(full.services.tagging.runs_read, timeout=SPAWN_MS):
        full.actions.tag_history.trigger()
    dialog = full.window.findChild(HistoryDialog)
    assert dialog._heading.text() == "No files were changed yet"
    assert "from now on is listed here" in dialog._sentence.text()
    assert not dialog.back_run.isEnabled()
    dialog.reject()


def test_the_window_settles_what_a_killed_run_left_and_says_so(
    a_home_of_its_own: Path,
    folder_of_music: Path,
    open_desktop: Desktops,
    listener: InstantListener,
    qtbot: QtBot,
) -> None:
    (a_home_of_its_own / "data").mkdir(parents=True, exist_ok=True)
    song = folder_of_music / "2 two.flac"
    journal = Journal.open(a_home_of_its_own / "data" / "tags.sqlite")
    journal.begin_run("tag", [song])
    stray = temporary_beside(song)
    stray.write_bytes(b"half of it")
    journal.close()

    desktop = open_desktop(listener)

    qtbot.waitUntil(lambda: bool(desktop.message_bar.messages), timeout=SPAWN_MS)
    sentence = desktop.message_bar.messages[-1].sentence
    assert "was cut off" in sentence
    assert "1 temporary file was removed" in sentence
    assert not stray.exists()
