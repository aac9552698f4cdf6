"""Organising, taking back and history as a terminal's user meets them."""

import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.cli.command import command_parser
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.history import print_history
from genre_desktop.cli.organising_asked import organising_of
from genre_desktop.cli.tag_writing import journal_path
from genre_desktop.cli.undo import TakeBack, take_back_run
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.organising.pattern import DEFAULT_PATTERN, pattern_of
from genre_desktop.core.organising.wishes import Choice, How
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import write_genres
from tests.acceptance.program import snapshot
from tests.support.command_line import command, run, two_tones
from tests.support.divided import album
from tests.support.place_run import place_all
from tests.support.tagged import mutagen

pytestmark = pytest.mark.usefixtures("model")


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = two_tones(tmp_path / "music")
    (folder / "deep").mkdir()
    (folder / "country.flac").rename(folder / "deep" / "country.flac")
    found = mutagen.File(folder / "pop.flac")
    found["artist"], found["album"] = "AC/DC", "Best Of"
    found.save()
    return folder


def files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


SORTED = ["Country/Unknown artist/Unknown album/country.flac", "Pop/AC_DC/Best Of/pop.flac"]


def test_files_are_moved_listed_and_put_back(
    music: Path, tmp_path: Path, a_home_of_its_own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, into = snapshot(music), tmp_path / "into"
    words = command("organise", "--model", "tiny-mel", music, "--into", into)
    words += ["--move", "--remove-empty"]
    told = subprocess.run(words, input="n\n", capture_output=True, text=True, check=False)
    assert "Pop/AC_DC/Best Of/pop.flac" in "".join(told.stdout.split("\n"))
    assert "lyrics and other files beside the music stay where they are." in told.stderr
    assert "2 would be moved." in told.stderr
    assert "Move 2 files? [y/N]" in told.stderr
    assert (snapshot(music), into.exists()) == (before, False)
    told = subprocess.run([*words, "--yes"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "2 of 2 files moved; `genre-desktop undo` takes this back" in told.stderr
    assert "1 empty folder removed." in told.stderr
    assert (files(into), list(music.iterdir())) == (SORTED, [])
    assert known(a_home_of_its_own) == sorted(into / name for name in SORTED)
    assert (print_history(None), print_history(1)) == (ExitCode.FINE, ExitCode.FINE)
    listed = capsys.readouterr().out
    assert "files moved" in listed
    assert "pop.flac" in listed
    undone = run("undo", "--yes")
    assert undone.returncode == 0, undone.stderr
    assert "2 of 2 files put back" in undone.stderr
    assert (snapshot(music), into.exists()) == (before, False)
    assert known(a_home_of_its_own) == sorted(music.rglob("*.flac"))


def test_an_album_goes_with_its_sheet_and_the_library_knows_its_parts(
    tmp_path: Path, a_home_of_its_own: Path
) -> None:
    file, into = album(tmp_path / "music"), tmp_path / "into"
    words = ["--into", str(into), "--pattern", "{genre}/{file name}", "--min-confidence", "0"]
    told = run("organise", "--model", "tiny-mel", file.parent, *words, "--move", "--yes")
    assert told.returncode == 0, told.stderr
    assert "1 would be moved.\n1 CUE sheet would go along.\n2 of 2 files moved" in told.stderr
    (folder,) = into.iterdir()
    assert files(folder) == ["album.cue", "album.flac"]
    assert known(a_home_of_its_own) == [folder / "album.flac"] * 2
    assert run("undo", folder / "album.flac", "--yes").returncode == 0
    assert (files(file.parent), into.exists()) == (["album.cue", "album.flac"], False)
    assert known(a_home_of_its_own) == [file] * 2


def test_what_was_done_last_to_a_file_is_taken_back_first(
    music: Path, tmp_path: Path, a_home_of_its_own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, into = snapshot(music), tmp_path / "into"
    place_all(journal_path(), music, into, How.MOVE)
    assert files(into) == ["Jazz/pop.flac", "Rock/country.flac"]
    moved = into / "Jazz" / "pop.flac"
    preferences = Preferences()
    with Journal.open(journal_path()) as journal:
        wish = Wish(moved, stamp_of(moved), ("Bossa",))
        assert [one.refused for one in write_genres(journal, [wish], preferences)] == [""]

    def taken_back(path: Path) -> ExitCode:
        return take_back_run(TakeBack(None, (path,), dry_run=False, yes=True))

    assert taken_back(moved.parent) is ExitCode.FINE
    assert "the same command takes that back next" in capsys.readouterr().err
    assert "genre" not in mutagen.File(moved)
    assert taken_back(moved.parent) is ExitCode.FINE
    assert (files(into), files(music)) == (["Rock/country.flac"], ["pop.flac"])
    assert taken_back(into) is ExitCode.FINE
    assert (snapshot(music), into.exists()) == (before, False)
    assert taken_back(tmp_path) is ExitCode.NOTHING_FOUND


def known(home: Path) -> list[Path]:
    """The files that the library knows as they are now."""
    with closing(LibraryReading(home / "data" / "library.sqlite")) as read:
        (model,) = read.models()
        return sorted(one.outcome.track.path for one in read.remembered(model) if not one.is_gone)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--pattern", "{gerne}/{file name}"], "{gerne}"),
        (["--into", __file__], "is no folder"),
        (["--remove-empty"], "belongs to --move"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_heard(
    tmp_path: Path, words: list[str], sentence: str
) -> None:
    options = ["organise", str(tmp_path), "--into", str(tmp_path), *words]
    with pytest.raises(CommandRefused) as refused:
        organising_of(command_parser().parse_args(options))
    assert sentence in refused.value.sentence


def test_without_a_word_files_are_copied_by_the_usual_pattern(tmp_path: Path) -> None:
    options = ["organise", str(tmp_path), "--into", str(tmp_path / "into")]
    asked = organising_of(command_parser().parse_args(options))
    assert asked.choice == Choice(tmp_path / "into", How.COPY, pattern_of(DEFAULT_PATTERN))
    assert not asked.remove_empty
