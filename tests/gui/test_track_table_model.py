"""The table's model: rows come and go in order, each track once, sorted and filtered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.track import Outcome, Tags, Track
from genre_desktop.dsp.sound import Problem, Span
from genre_desktop.ui.roles import Column, Role
from genre_desktop.ui.row_state import RowState, State
from genre_desktop.ui.steps import NEW_ROWS, STEP_ROWS
from genre_desktop.ui.tooltips import plain_tooltip
from genre_desktop.ui.totals import Totals
from genre_desktop.ui.track_filter import parse_filter
from genre_desktop.ui.track_table_model import TrackTableModel
from tests.core.answers import answered, troubled

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def tracks(*names: str) -> list[Track]:
    return [Track(Path("/music") / name) for name in names]


def names(model: TrackTableModel) -> list[str]:
    return [row.track.path.name for row in model.rows_on_show()]


@pytest.fixture
def model(qapp: object) -> TrackTableModel:
    model = TrackTableModel()
    model.add_tracks(tracks("a", "b", "c", "d"))
    return model


def test_it_keeps_the_rules_of_qt_while_rows_come_go_and_change(
    qtmodeltester: ModelTester, model: TrackTableModel
) -> None:
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )  # a warning fails the test
    model.add_tracks(tracks("e", "f"), 2)
    model.take_tags([(track, Tags(title="T", seconds=3.0)) for track in tracks("a", "e")])
    model.take_outcomes([answered(Path("/music/b"), "1"), answered(Path("/music/c"), "1")])
    model.sort(Column.CONFIDENCE, DESCENDING)
    model.set_filter(parse_filter("genre:jazz"))
    taken = model.take_out(model.rows_at([0]))
    model.put_back(taken)
    model.set_filter(parse_filter(""))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has none there
    del tester


def test_thousands_of_corrections_are_shown_and_taken_back_in_steps(
    model: TrackTableModel, qtbot: QtBot
) -> None:
    count = 2 * STEP_ROWS + 1
    paths = [Path(f"/music/{number:05}") for number in range(count)]
    model.add_tracks([Track(path) for path in paths])
    model.take_outcomes([answered(path, path.name) for path in paths])
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(last.row() - first.row() + 1))
    keys = [(path.name, None) for path in paths]
    model.take_corrections([(key, corrected_now("Jazz")) for key in keys])
    model.take_corrections([(key, None) for key in keys])  # undone before all of it is shown
    qtbot.waitUntil(lambda: sum(changed) == 2 * count)
    assert max(changed) <= NEW_ROWS
    assert not any(row.state.correction for row in model.playlist.rows)


def test_a_track_is_listed_once(model: TrackTableModel) -> None:
    model.add_tracks(tracks("b", "x", "x"))
    assert names(model) == ["a", "b", "c", "d", "x"]


def test_parts_of_a_file_are_tracks_of_their_own(model: TrackTableModel) -> None:
    path = Path("/music/mix")
    model.add_tracks([Track(path, Span(0.0, 10.0), "One"), Track(path, Span(10.0, None), "Two")])
    assert names(model)[-2:] == ["mix", "mix"]


def test_tracks_go_where_they_are_dropped(model: TrackTableModel) -> None:
    model.add_tracks(tracks("x", "y"), 1)
    assert names(model) == ["a", "x", "y", "b", "c", "d"]
    assert [row.number for row in model.playlist.rows] == [1, 2, 3, 4, 5, 6]


def test_equal_audio_says_whose_double_it_is_and_keeps_its_row(model: TrackTableModel) -> None:
    model.take_outcomes([answered(Path("/music/d"), "same"), answered(Path("/music/b"), "same")])
    states = [row.state for row in model.playlist.rows]
    assert states[3].state is State.DUPLICATE
    assert states[3].same_as == 2
    assert states[1].state is State.NOTE
    assert model.index(3, Column.STATUS).data() == "Same as 2"


def test_the_number_of_a_double_follows_its_original(model: TrackTableModel) -> None:
    model.take_outcomes([answered(Path("/music/b"), "same"), answered(Path("/music/d"), "same")])
    model.add_tracks(tracks("x"), 0)
    assert model.playlist.rows[4].state.same_as == 3
    model.take_out([model.playlist.rows[2]])
    assert model.playlist.rows[3].state.same_as is None


def test_of_many_alike_the_first_in_the_list_is_the_original(model: TrackTableModel) -> None:
    for name in ("c", "d", "b", "a"):
        model.take_outcomes([answered(Path(f"/music/{name}"), "same")])
    assert [row.state.same_as for row in model.playlist.rows] == [None, 1, 1, 1]
    model.take_outcomes([answered(Path("/music/a"), "another")])
    assert [row.state.same_as for row in model.playlist.rows] == [None, None, 2, 2]
    model.take_outcomes([answered(Path("/music/d"), "another")])
    assert [row.state.same_as for row in model.playlist.rows] == [None, None, 2, 1]


def test_parts_of_one_file_are_no_doubles(model: TrackTableModel) -> None:
    path = Path("/music/mix")
    spans = (Span(0.0, 10.0), Span(10.0, None))
    model.add_tracks([Track(path, span) for span in spans])
    model.take_outcomes([answered(path, "same", span) for span in spans])
    assert [row.state.same_as for row in model.playlist.rows[4:]] == [None, None]


def test_unfinished_rows_sort_last_either_way(model: TrackTableModel) -> None:
    model.take_outcomes([answered(Path("/music/d"), "1", best=0), answered(Path("/music/b"), "2")])
    model.sort(Column.GENRE, ASCENDING)
    assert names(model) == ["d", "b", "a", "c"]
    model.sort(Column.GENRE, DESCENDING)
    assert names(model) == ["b", "d", "a", "c"]


def test_without_a_column_the_order_is_the_playlists(model: TrackTableModel) -> None:
    model.sort(Column.PATH, DESCENDING)
    assert names(model) == ["d", "c", "b", "a"]
    model.sort(-1)
    assert names(model) == ["a", "b", "c", "d"]
    assert model.is_in_playing_order


def test_new_tracks_come_last_under_a_sorting(model: TrackTableModel) -> None:
    model.sort(Column.PATH, DESCENDING)
    model.add_tracks(tracks("bb"), 0)
    assert names(model) == ["d", "c", "b", "a", "bb"]


def test_a_filter_hides_rows_and_new_ones_that_do_not_match(model: TrackTableModel) -> None:
    model.set_filter(parse_filter("/music/a"))
    model.add_tracks(tracks("axe", "x"))
    assert names(model) == ["a", "axe"]
    model.set_filter(parse_filter(""))
    assert names(model) == ["a", "b", "c", "d", "axe", "x"]


def test_a_first_impression_gives_way_to_the_answer_and_never_the_other_way(
    model: TrackTableModel,
) -> None:
    final = answered(Path("/music/a"), "1", best=2)
    first = final._replace(provisional=True)
    model.take_outcomes([first])
    assert model.row_state(0).state is State.PROVISIONAL
    model.take_outcomes([final])
    model.take_outcomes([first])
    assert model.row_state(0).state is State.NOTE


def test_a_problem_is_a_value_in_its_row(model: TrackTableModel) -> None:
    model.take_outcomes([troubled(Path("/music/a"), Problem.DAMAGED, "It is broken.")])
    assert model.row_state(0).state is State.PROBLEM
    tooltip = model.index(0, Column.STATUS).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == plain_tooltip("It is broken.")


def test_a_title_that_looks_like_html_is_shown_letter_by_letter(model: TrackTableModel) -> None:
    title = '<img src="file://nas/x.png"> & more'
    model.take_tags([(track, Tags(title=title)) for track in tracks("a")])
    tooltip = QTextDocument()
    tooltip.setHtml(model.index(0, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole))
    assert tooltip.toPlainText() == title


def test_answers_for_tracks_that_are_gone_are_dropped(model: TrackTableModel) -> None:
    model.take_out(model.rows_at([0]))
    model.take_outcomes([answered(Path("/music/a"))])
    assert names(model) == ["b", "c", "d"]


def test_what_was_taken_out_comes_back_to_its_place(model: TrackTableModel) -> None:
    taken = model.take_out(model.rows_at([0, 2, 3]))
    assert names(model) == ["b"]
    model.put_back(taken)
    assert names(model) == ["a", "b", "c", "d"]


def test_after_all_was_taken_out_it_comes_back_with_its_sums_and_its_doubles(
    model: TrackTableModel,
) -> None:
    model.take_tags([(track, Tags(seconds=10.0)) for track in tracks("a", "b")])
    model.take_outcomes([answered(Path("/music/b"), "same"), answered(Path("/music/d"), "same")])
    before = replace(model.playlist.totals)
    taken = model.take_out(model.rows_on_show())
    assert model.playlist.totals == Totals()
    model.put_back(taken)
    assert model.playlist.totals == before
    assert model.row_state(3).same_as == 2
    model.take_out(model.rows_at([1]))
    assert model.row_state(2).same_as is None


def test_a_track_that_was_being_heard_waits_again_when_it_comes_back(
    model: TrackTableModel,
) -> None:
    before = replace(model.playlist.totals)
    model.take_listening(tracks("b"))
    taken = model.take_out(model.rows_on_show())
    model.put_back(taken)
    assert {row.state.state for row in model.playlist.rows} == {State.WAITING}
    assert model.playlist.totals == before


def test_a_double_that_comes_back_without_its_original_is_none(model: TrackTableModel) -> None:
    model.take_outcomes([answered(Path("/music/b"), "same"), answered(Path("/music/d"), "same")])
    taken = model.take_out(model.rows_on_show())
    model.add_tracks(tracks("b"))
    model.put_back(taken)
    assert sorted(names(model)) == ["a", "b", "c", "d"]
    assert {row.state.same_as for row in model.playlist.rows} == {None}


def test_rows_that_left_while_a_stop_was_shown_come_back_as_not_heard(qtbot: QtBot) -> None:
    model = TrackTableModel()
    model.add_tracks(tracks(*(f"{number:05}" for number in range(2 * STEP_ROWS))))
    model.end_turns()
    taken = model.take_out(model.rows_on_show())
    qtbot.waitUntil(lambda: taken[-1][1].state.state is State.NOT_HEARD)
    model.put_back(taken)
    assert model.playlist.totals.unheard == 2 * STEP_ROWS
    assert len(model.playlist.left_out()) == 2 * STEP_ROWS


def test_every_cell_answers_the_row(model: TrackTableModel) -> None:
    for column in Column:
        assert isinstance(model.index(1, column).data(Role.ROW), RowState)
    assert model.data(QModelIndex()) is None


def test_a_long_list_is_sorted_in_steps_and_rows_may_come_meanwhile(qtbot: QtBot) -> None:
    model = TrackTableModel()
    count = 3 * STEP_ROWS
    model.add_tracks(tracks(*(f"{number:05}" for number in range(count))))
    model.sort(Column.PATH, DESCENDING)
    assert model.is_arranging
    model.add_tracks(tracks("99999"))
    model.take_out([model.playlist.rows[0]])
    qtbot.waitUntil(lambda: not model.is_arranging)
    assert names(model)[:2] == ["99999", f"{count - 1:05}"]
    assert names(model)[-1] == "00001"


def test_the_totals_count_what_is_marked_and_what_is_hatched(model: TrackTableModel) -> None:
    def heard(name: str, *, unsure: bool, notes: bool) -> Outcome:
        one = answered(Path("/music") / name, name)
        assert one.verdict is not None
        assert one.report is not None
        report = one.report if notes else replace(one.report, notes=())
        return one._replace(verdict=replace(one.verdict, unsure=unsure), report=report)

    model.take_outcomes(
        [
            heard("a", unsure=True, notes=True),
            heard("b", unsure=True, notes=False),
            heard("c", unsure=False, notes=True),
            troubled(Path("/music/d"), Problem.DAMAGED),
        ]
    )
    totals = model.playlist.totals
    assert (totals.problems, totals.notes, totals.unsure) == (1, 2, 2)
    marked = [row.state.state in {State.PROBLEM, State.NOTE} for row in model.rows_on_show()]
    assert sum(marked) == totals.problems + totals.notes
    tooltip = model.index(0, Column.STATUS).data(Qt.ItemDataRole.ToolTipRole)
    assert "The genre is unsure." in tooltip
    model.take_out(model.rows_at(range(4)))
    assert model.playlist.totals == Totals()
