"""`genre-desktop library` as a process."""

from pathlib import Path

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
