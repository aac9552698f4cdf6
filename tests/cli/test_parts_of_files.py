"""Parts of files in commands: heard, exported and corrected by those whom they belong to."""

import csv
from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections, known_corrections
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import Span
from tests.support.command_line import classify, rows_of, run
from tests.support.divided import OF_THE_FILE, album, copied
from tests.support.packages import mel_package


@pytest.fixture
def data(a_home_of_its_own: Path) -> Path:
    """Where the library lies, with a model of the user's own."""
    mel_package(a_home_of_its_own / "data" / "models")
    return a_home_of_its_own / "data"


@pytest.fixture
def file(data: Path, tmp_path: Path) -> Path:
    """An album with a sheet, heard together with a copy that has none."""
    file = album(tmp_path / "music" / "album")
    copied(file, tmp_path / "music" / "copies" / "copy.flac")
    told = classify(tmp_path / "music")
    assert told.returncode == 0, told.stderr
    return file


def test_an_export_has_each_part_once_and_a_copy_as_a_whole(file: Path, tmp_path: Path) -> None:
    told = run("export", "--model", "tiny-mel", "--format", "csv", "-o", tmp_path / "all.csv")
    assert told.returncode == 0, told.stderr
    rows = rows_of(tmp_path / "all.csv")
    assert [
        (Path(row["path"]).name, row["artist"], row["title"], row["album"]) for row in rows
    ] == [
        ("album.flac", "The Band", "Dawn", "The Album"),
        ("album.flac", "A Guest", "Noon", "The Album"),
        ("copy.flac", *(OF_THE_FILE[one] for one in ("artist", "title", "album"))),
    ]
    assert [row["duration_seconds"] for row in rows] == ["4.000", "5.000", "9.000"]


def test_a_corrected_part_is_learnt_from_the_file_whose_sheet_names_it(
    file: Path, data: Path, tmp_path: Path
) -> None:
    copied(file, tmp_path / "music" / "a copy before it" / "copy.flac")
    assert classify(tmp_path / "music").returncode == 0
    with Corrections.open(data / "corrections.sqlite") as opened:
        opened.keep([((payload_hash(file), Span(4.0, None)), corrected_now("Fado"))])
    assert run("library", "corrections", "-o", tmp_path / "index.csv").returncode == 0
    with (tmp_path / "index.csv").open(newline="", encoding="utf-8") as table:
        [row] = csv.DictReader(table)
    assert (row["path"], row["artist"], row["label"]) == (str(file), "A Guest", "Fado")


def test_the_genre_of_one_part_comes_back_from_an_exported_table(
    file: Path, data: Path, tmp_path: Path
) -> None:
    table = tmp_path / "all.csv"
    assert run("export", "--model", "tiny-mel", "--format", "csv", "-o", table).returncode == 0
    rows = rows_of(table)
    rows[1]["predicted_genre"] = "Fado"
    with table.open("w", newline="", encoding="utf-8") as written:
        saved = csv.DictWriter(written, list(rows[1]))
        saved.writeheader()
        saved.writerows(rows)
    told = run("import", "--model", "tiny-mel", table, "--tags", "--yes")
    assert told.returncode == 0, told.stderr
    assert "album.flac – Noon" in "".join(told.stdout.split("\n"))
    assert "1 part of a file: parts have no tags.\n" in told.stderr
    assert "1 correction kept." in told.stderr
    [(key, correction)] = known_corrections(data / "corrections.sqlite").items()
    assert (key, correction.genre) == ((payload_hash(file), Span(4.0, None)), "Fado")
    again = run("import", "--model", "tiny-mel", table, "--yes")
    assert "The table says no genre otherwise" in again.stderr


def test_rows_of_parts_that_do_not_name_their_sound_say_nothing_of_a_copy(
    file: Path, data: Path, tmp_path: Path
) -> None:
    table = tmp_path / "edited.csv"
    lines = ["path,predicted_genre,audio_hash"]
    lines += [f"{file},{genre},{payload_hash(file)}" for genre in ("Fado", "Swing")]
    table.write_text("\n".join(lines), encoding="utf-8")
    told = run("import", "--model", "tiny-mel", table, "--yes")
    assert told.returncode == 0, told.stderr
    assert "2 rows left out" in told.stderr
    assert "or knows them in parts" in told.stderr
    assert known_corrections(data / "corrections.sqlite") == {}
