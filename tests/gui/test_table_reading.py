"""An edited table comes back in the window: a preview, then corrections that can be undone."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.services.exporting import Form
from genre_desktop.ui.review.edits_dialog import EditsDialog


def edited(desktop: GenreDesktop, table: Path, qtbot: QtBot) -> Path:
    """The list as a table in which one genre was changed."""
    with qtbot.waitSignal(desktop.services.exporting.exported):
        desktop.export.save(table, Form.CSV)
    text = table.read_text(encoding="utf-8").replace(",jazz,", ",Fado,", 1)
    table.write_text(f"{text}/elsewhere.mp3{',' * 6}Rock{',' * 11}\r\n", "utf-8", newline="")
    return table


def genres(desktop: GenreDesktop) -> list[str]:
    states = [row.state for row in desktop.model.playlist.rows]
    return [state.best.label for state in states if state.best is not None]


def test_what_was_changed_is_shown_and_then_kept(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    table = edited(full, tmp_path / "edited.csv", qtbot)
    reading = full.own_genres.table_reading
    with qtbot.waitSignal(full.services.edited_table.found):
        reading.read(str(table))
    dialog = full.window.findChild(EditsDialog)
    assert dialog._heading.text() == "1 genre would be corrected"
    assert dialog._sentence.text().startswith(
        "1 row of the table is about no track that was ever heard"
    )
    assert [dialog.model.index(0, column).data() for column in (1, 2)] == ["Jazz", "Fado"]
    dialog.correct.click()
    assert genres(full) == ["Fado", "jazz", "jazz"]
    full.actions.undo.trigger()
    assert genres(full) == ["jazz"] * 3


def test_rows_of_no_use_are_left_out_by_their_lines_and_the_others_come(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [str(row.track.path) for row in full.model.playlist.rows]
    rows = (f"{paths[0]},Fado", f"{paths[1]},Folk", f"{paths[1]},Rock", f'{paths[2]},"Folk')
    table = tmp_path / "differing.csv"
    table.write_text("\n".join(("path,genre", *rows)), encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.found):
        full.own_genres.table_reading.read(str(table))
    dialog = full.window.findChild(EditsDialog)
    assert dialog._heading.text() == "1 genre would be corrected"
    assert dialog._sentence.text() == "3 rows of the table are left out."
    shown = [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]
    assert [text.partition(" are ")[0] for text in shown[:1]] == ["Lines 3, 4"]
    assert shown[1].startswith("Line 5 is left out: ")
    assert shown[2] == paths[0]
    dialog.correct.click()
    assert genres(full) == ["Fado", "jazz", "jazz"]
    told = full.message_bar.messages[-1].sentence
    assert told == "1 track was corrected. 3 rows of the table are left out."


def test_a_table_of_nothing_but_rows_of_no_use_is_shown(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    path = full.model.playlist.rows[0].track.path
    table = tmp_path / "differing.csv"
    table.write_text(f"path,genre\n{path},Folk\n{path},Rock\n", encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.found):
        full.own_genres.table_reading.read(str(table))
    dialog = full.window.findChild(EditsDialog)
    assert dialog._heading.text() == "The table says no genre otherwise."
    assert "“Folk”, “Rock”" in dialog.model.index(0, 0).data()
    assert not dialog.correct.isEnabled()


def test_a_table_of_no_use_and_one_without_changes_are_told(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    reading, table = full.own_genres.table_reading, tmp_path / "t.csv"
    table.write_text("nothing\n", encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.failed):
        reading.read(str(table))
    assert "no columns" in full.message_bar.messages[-1].sentence
    table.write_text("path,genre\n", encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.found):
        reading.read(str(table))
    assert "no genre otherwise" in full.message_bar.messages[-1].sentence


def test_a_table_that_obeys_rules_says_nothing_otherwise(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    table, services = tmp_path / "ruled.csv", full.services
    services.rules_file.write_text('[names]\njazz = "Swing"\n', encoding="utf-8")
    services.settings.export_by_rules = True
    with qtbot.waitSignal(services.exporting.exported):
        full.export.save(table, Form.CSV)
    assert ",Swing," in table.read_text(encoding="utf-8")
    with qtbot.waitSignal(services.edited_table.found):
        full.own_genres.table_reading.read(str(table))
    assert "no genre otherwise" in full.message_bar.messages[-1].sentence
    assert "3 rows say what your rules say already" in full.message_bar.messages[-1].sentence


def test_an_edit_that_says_what_the_rules_say_is_told_beside_the_others(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    table = edited(full, tmp_path / "edited.csv", qtbot)
    text = table.read_text(encoding="utf-8").replace(",jazz,", ",Swing,", 1)
    table.write_text(text, encoding="utf-8", newline="")
    full.services.rules_file.write_text('[names]\njazz = "Swing"\n', encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.found):
        full.own_genres.table_reading.read(str(table))
    dialog = full.window.findChild(EditsDialog)
    assert [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())] == ["Fado"]
    assert dialog._sentence.text().endswith(" 1 row says what your rules say already.")


def test_rules_that_are_of_no_use_are_left_out_and_that_is_told(
    full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    table = edited(full, tmp_path / "edited.csv", qtbot)
    full.services.rules_file.write_text("[names]\njazz = 1\n", encoding="utf-8")
    with qtbot.waitSignal(full.services.edited_table.found):
        full.own_genres.table_reading.read(str(table))
    assert "rules are left out of account" in full.message_bar.messages[-1].sentence
    dialog = full.window.findChild(EditsDialog)
    assert [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())] == ["Fado"]
