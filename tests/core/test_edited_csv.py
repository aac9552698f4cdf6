"""An edited table is read as spreadsheets save it; only changed genres come back."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.edited_csv import edits_of
from genre_desktop.core.edited_rows import CsvRefused, edited_rows
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import write_csv
from genre_desktop.core.ruled_outcomes import ruled_listings
from genre_desktop.core.rules import Rules
from genre_desktop.core.track import Listing, Outcome, Tags
from genre_desktop.dsp.sound import Span
from tests.core.answers import answered


@pytest.fixture(autouse=True)
def longest_cell() -> Iterator[None]:
    """As the program has it: training, which reads wide tables in this process, too, lifts it."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "edited.csv"


def heard(path: Path, sound: str = "", span: Span | None = None, best: int = 1) -> Outcome:
    return answered(path, sound or path.name, span, best=best)


def listed(*outcomes: Outcome, tags: Tags | None = None) -> list[Listing]:
    return [Listing(one.track, tags or Tags(), one) for one in outcomes]


def test_an_export_that_was_not_edited_changes_nothing(tmp_path: Path, table: Path) -> None:
    outcomes = [heard(tmp_path / "a.mp3"), heard(tmp_path / "=b.mp3")]
    write_csv(listed(*outcomes), table, ExportOptions())
    assert edits_of(edited_rows(table), listed(*outcomes)) == ([], 0, 0, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_changed_cells_come_back_whatever_saved_them(
    tmp_path: Path, table: Path, encoding: str
) -> None:
    text = "﻿path;title;predicted_genre\r\na.mp3;x;'=Fado\r\nb.mp3;y;JAZZ\r\nc.mp3;z;\r\n"
    table.write_text(text, encoding=encoding, newline="")
    known = [heard(tmp_path / name) for name in ("a.mp3", "b.mp3", "c.mp3")]
    [edit], unknown, _, _ = edits_of(edited_rows(table), listed(*known))
    assert (edit.track.path.name, edit.old, edit.new, unknown) == ("a.mp3", "Jazz", "=Fado", 0)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_first_line_may_say_what_parts_the_cells(
    tmp_path: Path, table: Path, sign: str, end: str
) -> None:
    cells = [("path", "title, as, it, is", "genre"), ("a.mp3", "x;y", "Fado"), ("b.mp3", "", "")]
    lines = [sign.join(f'"{cell}"' for cell in row) for row in cells]
    text = end.join((f"\ufeffsep={sign}", *lines, ""))
    table.write_text(text, encoding="utf-8", newline="")
    [row] = edited_rows(table).rows
    assert (row.path, row.genre, row.line) == (str(tmp_path / "a.mp3"), "Fado", 3)


@pytest.mark.parametrize("first", ["sep=", "sep=;;", 'sep="'])
def test_a_first_line_that_says_no_one_sign_is_the_header(table: Path, first: str) -> None:
    table.write_text(f"{first}\npath;genre\na.mp3;Fado\n", encoding="utf-8")
    with pytest.raises(CsvRefused, match="its first line must name them"):
        edited_rows(table)


def test_lines_are_counted_from_the_one_that_says_what_parts_the_cells(
    tmp_path: Path, table: Path
) -> None:
    rows = ("path,genre", "a.mp3,Folk", "a.mp3,Rock", f"b.mp3,{'x' * 140_000}")
    table.write_text("\n".join(("sep=,", *rows)), encoding="utf-8")
    compared = edits_of(edited_rows(table), listed(heard(tmp_path / "a.mp3", "s")))
    assert [one.lines for one in compared.left_out] == [(3, 4), (5,)]


def test_a_table_may_lie_beside_the_music(tmp_path: Path) -> None:
    table, path = tmp_path / "tables" / "g.csv", tmp_path / "Music" / "a.mp3"
    table.parent.mkdir()
    outcome = heard(path)
    options = ExportOptions(relative_to=table.parent)
    write_csv(listed(outcome), table, options)
    assert str(Path("..") / "Music") in table.read_text(encoding="utf-8")
    assert edits_of(edited_rows(table), listed(outcome)) == ([], 0, 0, [])


def test_only_the_ends_of_lines_end_a_row(tmp_path: Path, table: Path) -> None:
    text = "path,title,genre\na.mp3,one\u2028two\x0cthree,Folk\n"
    table.write_text(text, encoding="utf-8")
    [edit], unknown, _, _ = edits_of(edited_rows(table), listed(heard(tmp_path / "a.mp3")))
    assert (edit.new, unknown) == ("Folk", 0)


def test_a_row_is_found_by_its_sound_where_its_path_is_not_known(
    tmp_path: Path, table: Path
) -> None:
    table.write_text("path,genre,audio_hash\nold.mp3,Folk,s1\ngone.mp3,Rock,\n", encoding="utf-8")
    known = [heard(tmp_path / "new.mp3", "s1"), heard(tmp_path / "copy.mp3", "s1")]
    [edit], unknown, _, _ = edits_of(edited_rows(table), listed(*known))
    assert (edit.track.path.name, edit.key, unknown) == ("new.mp3", ("s1", None), 1)


def test_what_was_corrected_already_is_compared_with_that(tmp_path: Path, table: Path) -> None:
    table.write_text("path,genre\na.mp3,Folk\n", encoding="utf-8")
    mine = heard(tmp_path / "a.mp3")._replace(correction=corrected_now("Folk"))
    assert edits_of(edited_rows(table), listed(mine)) == ([], 0, 0, [])


def test_parts_of_a_file_are_left_alone(tmp_path: Path, table: Path) -> None:
    table.write_text("path,genre\na.mp3,Folk\n", encoding="utf-8")
    part = heard(tmp_path / "a.mp3", span=Span(0.0, 5.0))
    assert edits_of(edited_rows(table), listed(part)) == ([], 1, 0, [])


def test_a_part_is_told_from_the_others_by_its_sound_also_where_the_file_was_moved(
    tmp_path: Path, table: Path
) -> None:
    spans = Span(0.0, 4.1), Span(4.1, 1 / 0.03), Span(1 / 0.03, None)
    old, new = tmp_path / "a.mp3", tmp_path / "moved" / "a.mp3"
    write_csv(listed(*(heard(old, "s", span) for span in spans)), table, ExportOptions())
    first, *rows = table.read_text(encoding="utf-8").splitlines()
    rows[1] = rows[1].replace(",jazz,", ",Fado,")
    rows[2] = rows[2].replace(",jazz,", ",Folk,")
    table.write_text("\n".join((first, *rows)), encoding="utf-8")
    for path in (old, new):
        parts = [heard(path, "s", span) for span in spans]
        edits, unknown, _, left_out = edits_of(edited_rows(table), listed(*parts))
        said = [(one.track, one.key[1], one.old, one.new) for one in edits]
        assert said == [
            (parts[1].track, spans[1], "Jazz", "Fado"),
            (parts[2].track, spans[2], "Jazz", "Folk"),
        ]
        assert (unknown, left_out) == (0, [])
    whole = [heard(old, "s"), heard(new, "s")]  # the sheet has gone
    assert edits_of(edited_rows(table), listed(*whole)) == ([], 3, 0, [])


def test_rows_about_one_sound_that_do_not_agree_are_left_out_and_the_others_come(
    tmp_path: Path, table: Path
) -> None:
    rows = ("a.mp3,Folk", "c.mp3,Pop", "b.mp3,Rock", "a.mp3,folk")
    table.write_text("\n".join(("path,genre", *rows)), encoding="utf-8")
    known = [heard(tmp_path / f"{name}.mp3", sound) for name, sound in ("as", "bs", "ct")]
    [edit], unknown, as_ruled, [left_out] = edits_of(edited_rows(table), listed(*known))
    assert (edit.new, unknown, as_ruled, left_out.lines) == ("Pop", 0, 0, (2, 4, 5))
    assert left_out.sentence == (
        "Lines 2, 4, 5 are about the same sound and call it “Folk”, “Rock”; they are left out "
        "until they agree."
    )


def test_many_rows_that_do_not_agree_are_told_in_short(tmp_path: Path, table: Path) -> None:
    rows = "".join(f"a.mp3,Genre {number}\n" for number in range(40))
    table.write_text(f"path,genre\n{rows}", encoding="utf-8")
    [left_out] = edits_of(edited_rows(table), listed(heard(tmp_path / "a.mp3", "s"))).left_out
    assert left_out.lines == tuple(range(2, 42))
    assert "11, 12, …, 41 are about" in left_out.sentence
    assert "“Genre 10”, …, “Genre 39”; " in left_out.sentence


@pytest.mark.parametrize(
    "bad",
    [
        'b.mp3,"Rock',
        '"b.mp3,Rock',
        f"b.mp3,{'x' * 140_000}",
        f"b.mp3,{'much ' * 20}",
    ],
    ids=["open", "path", "no end", "long"],
)
@pytest.mark.parametrize("below", ["c.mp3,Pop\n", 'c.mp3,"Pop"\n', ""])
def test_a_row_that_cannot_be_read_costs_no_other(table: Path, bad: str, below: str) -> None:
    table.write_text(f"path,genre\na.mp3,Folk\n{bad}\n{below}", encoding="utf-8")
    rows, [left_out] = edited_rows(table)
    names = [(Path(row.path).name, row.genre, row.line) for row in rows]
    assert names == [("a.mp3", "Folk", 2), *([("c.mp3", "Pop", 4)] if below else [])]
    assert left_out.lines == (3,)
    assert left_out.sentence.startswith("Line 3 is left out: ")


def test_quotation_marks_within_a_cell_are_read_as_they_stand(table: Path) -> None:
    rows = ('a.mp3,"Cool" Jazz,x', 'b.mp3,7" Pop,x', 'c.mp3,"Folk\nRock",x', "d.mp3,Fado,x")
    table.write_text("\n".join(("path,genre,title", *rows)), encoding="utf-8")
    rows_read, left_out = edited_rows(table)
    genres = [(row.genre, row.line) for row in rows_read]
    assert genres == [("Cool Jazz", 2), ('7" Pop', 3), ("Folk Rock", 4), ("Fado", 6)]
    assert left_out == []


RULED = {
    "a name": Rules(names={"jazz": "Swing"}, tree={"Rock": "Loud"}),
    "an artist": Rules(artists={"Trio": "Fado"}),
    "an album": Rules(one_genre_per_album=True),
}


@pytest.mark.parametrize("rules", RULED.values(), ids=RULED)
def test_what_only_the_rules_call_otherwise_was_not_changed(
    tmp_path: Path, table: Path, rules: Rules
) -> None:
    outcomes = [heard(tmp_path / f"{number}.mp3", best=max(number, 1)) for number in range(3)]
    known = listed(*outcomes, tags=Tags(artist="Trio", album="Live"))
    write_csv(ruled_listings(known, rules, lambda one: one), table, ExportOptions())
    ruled = [one.track for one in edits_of(edited_rows(table), known).edits]
    assert ruled != []
    assert edits_of(edited_rows(table), known, rules) == ([], 0, len(ruled), [])
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    genre = edited_rows(table).rows[1].genre
    lines[2] = lines[2].replace(f",{genre},", ",Folk,")
    table.write_text("".join(lines), encoding="utf-8", newline="")
    [edit], _, as_ruled, _ = edits_of(edited_rows(table), known, rules)
    assert (edit.track, edit.new) == (outcomes[1].track, "Folk")
    assert as_ruled == len(set(ruled) - {edit.track})


def test_copies_that_the_rules_of_folders_call_differently_contradict_nothing(
    tmp_path: Path, table: Path
) -> None:
    rules = Rules(folders={str(tmp_path / "talk"): "Spoken"})
    known = listed(heard(tmp_path / "a.mp3", "s"), heard(tmp_path / "talk" / "a.mp3", "s"))
    write_csv(ruled_listings(known, rules, lambda one: one), table, ExportOptions())
    assert edits_of(edited_rows(table), known, rules) == ([], 0, 1, [])


def test_an_edit_that_says_what_the_rules_say_is_counted(tmp_path: Path, table: Path) -> None:
    table.write_text("path,genre\na.mp3,Swing\nb.mp3,Folk\n", encoding="utf-8")
    known = listed(heard(tmp_path / "a.mp3"), heard(tmp_path / "b.mp3"))
    [edit], _, as_ruled, _ = edits_of(edited_rows(table), known, Rules(names={"jazz": "Swing"}))
    assert (edit.new, as_ruled) == ("Folk", 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name,genre\na,b\n", "no columns “path”"),
        (b"path,artist\na,b\n", "no columns “path”"),
        (b"path,genre\na,b\na,Caf\xe9\n", "is no text in UTF-8"),
        (b"path,genre\na,b\na,Caf\xe9\n", "Line 3 of "),
        (b"\xff\xfep\0a", "is no text in UTF-8"),
        (b"", "no columns “path”"),
        (b"x" * 200_000, "no columns “path”"),
    ],
)
def test_what_is_no_such_table_is_told(content: bytes, words: str, table: Path) -> None:
    table.write_bytes(content)
    with pytest.raises(CsvRefused) as refused:
        edited_rows(table)
    assert words in refused.value.sentence


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CsvRefused, match="cannot be read: No such file"):
        edited_rows(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("cell", "new"),
    [
        ("rock", "Rock"),
        ("hiphop", "Hip-Hop"),
        ("Hip Hop", "Hip Hop"),
        ("Rock?", "Rock?"),
        ("ROCK", "ROCK"),
        ("POP", "POP"),
        ("baroque", "baroque"),
        ("r&b", "R&b"),
        ("R&B", "R&B"),
    ],
)
def test_a_label_has_its_name_and_all_else_stays_as_typed(
    tmp_path: Path, table: Path, cell: str, new: str
) -> None:
    table.write_text(f"path,genre\na.mp3,{cell}\n", encoding="utf-8")
    mine = heard(tmp_path / "a.mp3")
    assert mine.verdict is not None
    verdict = replace(mine.verdict, labels=("r&b", *mine.verdict.labels[1:]))
    mine = mine._replace(verdict=verdict, correction=corrected_now("my own"))
    [edit], *_ = edits_of(edited_rows(table), listed(mine))
    assert (edit.old, edit.new, corrected_now(edit.new).genre) == ("my own", new, new)
