"""`genre-desktop library` as a process."""

import csv
from pathlib import Path

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections
from tests.support.command_line import run
from tests.support.remembered import small_library


def test_a_library_is_backed_up_and_restored(a_home_of_its_own: Path, tmp_path: Path) -> None:
    place = small_library(a_home_of_its_own / "data", tmp_path / "music")
    target = tmp_path / "kept.sqlite"
    told = run("library", "backup", target)
    assert told.returncode == 0, told.stderr
    assert "3 answers about 3 files. Written: " in told.stderr
    told = run("library", "backup", target)
    assert (told.returncode, "--force" in told.stderr) == (2, True)
    place.write_text("gone wrong")
    told = run("library", "restore", target)
    assert told.returncode == 0, told.stderr
    assert "The library has 3 answers about 3 files again." in told.stderr
    assert "is kept as" in told.stderr
    told = run("export", "--model", "tiny", "--format", "csv", "-o", "-")
    assert "rock" in told.stdout
    assert run("library", "restore", tmp_path / "none").returncode == 2


def test_corrections_are_written_for_training(a_home_of_its_own: Path, tmp_path: Path) -> None:
    music = tmp_path / "music"
    small_library(a_home_of_its_own / "data", music)
    target = tmp_path / "index.csv"
    told = run("library", "corrections", "-o", target)
    assert (told.returncode, "corrected nothing yet" in told.stderr) == (3, True)
    with Corrections.open(a_home_of_its_own / "data" / "corrections.sqlite") as opened:
        opened.keep(
            ((f"sound of {name}", None), corrected_now("Fado")) for name in ("Cool.flac", "gone")
        )
    told = run("library", "corrections", "-o", target)
    assert told.returncode == 0, told.stderr
    assert "1 correction left out: their files are gone." in told.stderr
    with target.open(newline="", encoding="utf-8") as file:
        [row] = csv.DictReader(file)
    assert (row["path"], row["label"], row["artist"]) == (str(music / "Cool.flac"), "Fado", "Trio")
    assert run("library", "corrections", "-o", target).returncode == 2
    assert run("library", "corrections", target).returncode == 2
    assert run("library", "backup").returncode == 2
