"""`genre-desktop library` as a process."""

import csv
from contextlib import closing
from pathlib import Path

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.places import LIBRARY_NAME
from genre_desktop.dsp.payload import payload_hash
from tests.support.command_line import run
from tests.support.remembered import heard, library_of, small_library, song
from tests.support.tagged import mutagen


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


def test_files_that_were_moved_are_found_again_by_their_sound(
    a_home_of_its_own: Path, tmp_path: Path
) -> None:
    folder, elsewhere = tmp_path / "music", tmp_path / "elsewhere"
    files = [song(folder / f"{name}.flac", 0.3 + number) for number, name in enumerate("abc")]
    data = a_home_of_its_own / "data"
    library_of(data, *(heard(one)._replace(audio_hash=payload_hash(one)) for one in files))
    assert run("library", "relink", folder).stderr == (
        "Every file that the library knows is where it was.\n"
    )
    new = elsewhere / "deep" / "another name.flac"
    new.parent.mkdir(parents=True)
    files[0].rename(new)
    tags = mutagen.File(new)
    tags["title"] = "Another title"
    tags.save()
    song(elsewhere / "never heard.flac", 5.0)
    files[1].unlink()
    (tmp_path / "empty").mkdir()
    assert run("library", "relink", tmp_path / "empty").returncode == 3

    told = run("library", "relink", elsewhere, "--dry-run")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[1].split("→")[0].strip() == str(files[0])
    assert "2 files of the library are not where they were; 1 found here." in told.stderr
    assert "Nothing was changed." in told.stderr
    assert run("library", "relink", elsewhere).returncode == 2  # nobody answered
    assert known_files(data) == files

    told = run("library", "relink", elsewhere, "--yes")
    assert told.returncode == 0, told.stderr
    assert "1 file found again." in told.stderr
    assert known_files(data) == [new, *files[1:]]
    told = run("library", "relink", elsewhere, tmp_path / "none", "--yes")
    assert "1 file of the library is not where it was; 0 found here." in told.stderr
    assert told.returncode == 3
    table = run("export", "--model", "tiny", "--format", "csv", "-o", "-").stdout
    assert [row["title"] for row in csv.DictReader(table.splitlines()) if row["path"] == str(new)]


def known_files(data: Path) -> list[Path]:
    with closing(LibraryReading(data / LIBRARY_NAME)) as library:
        return [path for path, _ in library.sounds()]


def test_what_belongs_to_another_action_is_refused(a_home_of_its_own: Path, tmp_path: Path) -> None:
    small_library(a_home_of_its_own / "data", tmp_path / "music")
    target = tmp_path / "kept.sqlite"
    for words in (
        ("relink",),
        ("relink", tmp_path, "-o", target),
        ("backup", target, "--dry-run"),
        ("backup", target, target),
        ("corrections", "-o", target, "--yes"),
    ):
        assert run("library", *words).returncode == 2
    assert not target.exists()
