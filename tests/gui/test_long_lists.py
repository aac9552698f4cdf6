"""Lists of thousands of rows in the window: everything is done in steps, and can be given up."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.services.exporting import Form
from genre_desktop.ui.organising.organise_dialog import OrganiseDialog
from genre_desktop.ui.review.edits_dialog import EditsDialog
from genre_desktop.ui.review.review_dialog import ReviewDialog
from genre_desktop.ui.steps import NEW_ROWS, STEP_ROWS
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from tests.core.answers import verdict
from tests.gui.conftest import MODEL, is_heard
from tests.support.window import InstantListener


def list_and_hear_many(desktop: GenreDesktop, qtbot: QtBot) -> int:
    """List tracks of which some are left after two steps; returns how many, once all are heard."""
    count = 2 * STEP_ROWS + 1
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    desktop.model.add_tracks([Track(Path(f"/music/{number:05}.mp3")) for number in range(count)])
    qtbot.waitUntil(lambda: is_heard(desktop, count))
    return count


def test_twenty_thousand_answers_arrive_and_the_window_turns_meanwhile(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    tracks = [Track(Path(f"/music/{number:05}.mp3")) for number in range(20_000)]
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    desktop.model.add_tracks(tracks)
    qtbot.waitUntil(lambda: is_heard(desktop, 20_000), timeout=60_000)


def test_what_is_being_listed_in_steps_is_given_up_where_the_list_is_cleared(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    tracks = [Track(Path(f"/music/{number:05}.mp3")) for number in range(2 * STEP_ROWS)]
    told: list[int] = []
    desktop.adding.add_tracks(tracks, told.append)
    assert len(desktop.model.playlist) == NEW_ROWS
    desktop.actions.clear.trigger()
    desktop.adding.add_tracks(tracks[:1], told.append)
    assert told == [1]
    assert desktop.model.tracks() == tracks[:1]


def test_long_lists_are_copied_heard_again_and_stopped_in_steps(
    desktop: GenreDesktop, qtbot: QtBot, listener: InstantListener
) -> None:
    count = list_and_hear_many(desktop, qtbot)
    desktop.table.selectAll()
    desktop.actions.copy.trigger()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: len(clipboard.text().splitlines()) == count)
    desktop.actions.copy_path.trigger()
    assert clipboard.text().split("\n")[0] != "/music/00000.mp3"  # not in one go
    qtbot.waitUntil(
        lambda: clipboard.text() == "\n".join(f"/music/{number:05}.mp3" for number in range(count))
    )
    listener.heard.clear()
    desktop.actions.listen_to_all.trigger()
    qtbot.waitUntil(lambda: len(listener.heard) == count and is_heard(desktop, count))
    listener.held.clear()
    desktop.actions.listen_to_all.trigger()
    qtbot.waitUntil(desktop.actions.cancel.isEnabled)
    desktop.actions.cancel.trigger()
    listener.held.set()
    qtbot.waitUntil(lambda: desktop.model.playlist.totals.unheard == count)
    qtbot.waitUntil(desktop.actions.listen_to_rest.isEnabled)
    desktop.actions.listen_to_rest.trigger()
    qtbot.waitUntil(lambda: is_heard(desktop, count))


@pytest.fixture
def just_corrected(desktop: GenreDesktop, listener: InstantListener, qtbot: QtBot) -> GenreDesktop:
    """A long, doubtful list that was corrected to Fado this moment; not all rows show it yet."""
    count, answer = 2 * STEP_ROWS + 1, listener.answer
    unsure = replace(verdict(MODEL), unsure=True)
    listener.answer = lambda track: answer(track)._replace(verdict=unsure)
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    desktop.model.add_tracks([Track(Path(f"/music/{number:05}.mp3")) for number in range(count)])
    qtbot.waitUntil(lambda: is_heard(desktop, count))
    desktop.table.selectAll()
    desktop.correcting.correct("Fado")
    assert desktop.model.playlist.rows[-1].state.correction is None
    return desktop


def test_a_list_that_was_just_corrected_is_saved_and_copied_as_corrected(
    just_corrected: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop, count = just_corrected, len(just_corrected.model.playlist)
    with qtbot.waitSignal(desktop.services.exporting.exported):
        desktop.export.save(tmp_path / "list.csv", Form.CSV)
    assert (tmp_path / "list.csv").read_text("utf-8").count(",Fado,") == count
    desktop.correcting.take_back()
    desktop.actions.undo.trigger()
    desktop.actions.copy.trigger()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: clipboard.text().count("\tFado\t") == count)


@pytest.mark.parametrize("which", ["write_tags", "write_selected_tags"])
def test_tags_of_a_list_that_was_just_corrected_are_previewed_as_corrected(
    just_corrected: GenreDesktop, which: str, qtbot: QtBot
) -> None:
    desktop, count = just_corrected, len(just_corrected.model.playlist)
    getattr(desktop.actions, which).trigger()
    (preview,) = desktop.window.findChildren(PreviewDialog)
    lines = preview.model.lines
    qtbot.waitUntil(lambda: len(lines.lines) == count)
    assert {line.heard.genre for line in lines.lines} == {"Fado"}


def test_a_list_that_was_just_corrected_is_organised_as_corrected(
    just_corrected: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = just_corrected
    settings, tagging = desktop.services.tagging_settings, desktop.services.tagging
    settings.organise_into, settings.organise_pattern = str(tmp_path), "{genre}/{file name}"
    with qtbot.waitSignal(tagging.looking_ended, timeout=60_000):
        desktop.actions.organise.trigger()
    (organising,) = desktop.window.findChildren(OrganiseDialog)
    assert {line.heard.genre for line in organising.model.lines.lines} == {"Fado"}


def test_a_list_that_was_just_corrected_has_nothing_to_review(
    just_corrected: GenreDesktop, qtbot: QtBot
) -> None:
    just_corrected.actions.review.trigger()
    (review,) = just_corrected.window.findChildren(ReviewDialog)
    qtbot.waitUntil(lambda: not review._looking.is_busy)
    assert review.review.current is None


def test_a_table_is_compared_with_what_was_just_corrected(
    just_corrected: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = just_corrected
    last = desktop.model.playlist.rows[-1].track.path
    (tmp_path / "t.csv").write_text(f"path,genre\n{last},Jazz\n", encoding="utf-8")
    with qtbot.waitSignal(desktop.services.edited_table.found):
        desktop.own_genres.table_reading.read(str(tmp_path / "t.csv"))
    (dialog,) = desktop.window.findChildren(EditsDialog)
    assert [dialog.model.index(0, column).data() for column in (1, 2)] == ["Fado", "Jazz"]


def test_a_correction_does_not_wait_for_rows_whose_listening_was_stopped(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    list_and_hear_many(desktop, qtbot)
    rows = desktop.model.playlist.rows
    desktop.model.take_waiting(row.track for row in rows)
    desktop.model.end_turns()
    assert desktop.model._refreshing.is_busy
    desktop.table.select_rows(rows[-1:], rows[-1])
    desktop.correcting.correct("Fado")
    assert rows[-1].state.correction is not None


def test_a_long_table_is_taken_in_steps_and_knows_what_was_corrected_amid_them(
    desktop: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    list_and_hear_many(desktop, qtbot)
    model, table = desktop.model, tmp_path / "t.csv"
    rows = model.playlist.rows
    table.write_text("path,genre\n" + "".join(f"{row.track.path},Fado\n" for row in rows))
    with qtbot.waitSignal(desktop.services.edited_table.found):
        desktop.own_genres.table_reading.read(str(table))
    desktop.window.findChild(EditsDialog).correct.click()
    next(model._correcting._work)  # one step, in which the first row is
    desktop.table.select_rows(rows[:1], rows[0])
    desktop.correcting.correct("Folk")

    def said() -> list[str]:
        both = model.states([rows[0], rows[-1]])  # which waits for no turn
        return [one.correction.genre if one.correction is not None else "" for one in both]

    assert said() == ["Fado", "Fado"]
    desktop.actions.undo.trigger()
    assert said() == ["Folk", ""]
    desktop.actions.undo.trigger()
    assert said() == ["", ""]
