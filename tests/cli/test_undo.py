"""What `genre-desktop undo` shows on a terminal before it asks."""

import io
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.undo import TakeBack, take_back_run
from tests.acceptance.program import snapshot, without_privileges
from tests.support.command_line import command, run, tone
from tests.support.tagged import mutagen


class Terminal(io.StringIO):
    """What is written to it is looked at as if a person did."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_the_look_at_the_files_goes_on(
    music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert take_back_run(TakeBack(None, (), dry_run=True, yes=False)) is ExitCode.FINE
    looking, _, result = terminal.getvalue().partition("2 would go back.")
    assert "Looking at 2 files" in looking
    assert "Looking" not in result


def test_another_recording_in_the_place_of_a_written_one_is_never_touched(music: Path) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    other = music / "pop.flac"
    sound_of(other, "Pop", label=3)
    before = other.read_bytes()
    for words in (("--dry-run",), ("--yes",), ("--yes", other), ("--run", "1", "--yes")):
        told = run("undo", *words)
        if words == ("--yes",):
            assert "1 of 1 file taken back" in told.stderr
        assert told.returncode == 1
        assert "pop.flac: another recording is there than the one that run wrote, " in (told.stderr)
        assert "put that one back in its place, or change the genre by hand.\n" in told.stderr
        assert other.read_bytes() == before
    assert "genre" not in mutagen.File(music / "country.flac")


def test_a_written_recording_with_another_title_goes_back(music: Path) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    found = mutagen.File(music / "pop.flac")
    found["title"] = ["Song"]
    found.save()
    assert "2 of 2 files taken back" in run("undo", "--yes").stderr
    left = mutagen.File(music / "pop.flac")
    assert (left["title"], left.get("genre")) == (["Song"], None)


def test_a_journal_of_an_earlier_version_that_cannot_be_written_is_read_and_never_given_up(
    music: Path, a_home_of_its_own: Path
) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    journal = a_home_of_its_own / "data" / "tags.sqlite"
    with closing(sqlite3.connect(journal)) as stranger, stranger:
        stranger.execute("ALTER TABLE entry DROP COLUMN audio_hash")
        stranger.execute("PRAGMA user_version = 3")
    before = snapshot(music)
    journal.chmod(0o444)
    told, listed = (
        subprocess.run(
            [*without_privileges(), *command(*words)], capture_output=True, text=True, check=False
        )
        for words in (("undo", "--yes"), ("history", "--run", "1"))
    )
    assert "tags.sqlite cannot be written (attempt to write a readonly database)" in told.stderr
    assert "make it writable, or close the program that uses it, and try again." in told.stderr
    assert "move it away" not in told.stderr
    assert (told.returncode, snapshot(music)) == (2, before)
    assert listed.stdout.count("→") == 2
    journal.chmod(0o644)
    assert "2 of 2 files taken back" in run("undo", "--yes").stderr


def gone_elsewhere(song: Path, name: str = "song.flac") -> Path:
    """The file under another name in another folder, with a title by another program."""
    new = song.parents[1] / "elsewhere" / name
    new.parent.mkdir(exist_ok=True)
    song.rename(new)
    titled(new, "Song")
    return new


def titled(path: Path, title: str) -> None:
    found = mutagen.File(path)
    found["title"] = [title]
    found.save()


def said_of(path: Path) -> tuple[list[str] | None, list[str] | None]:
    """Title and genre."""
    found = mutagen.File(path)
    return found.get("title"), found.get("genre")


def test_a_file_that_was_moved_and_tagged_anew_is_found_by_its_sound(music: Path) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    new = gone_elsewhere(music / "pop.flac")
    sound_of(new.with_name("other.flac"), "Pop", label=3)
    (new.parent / "notes.txt").write_text("no sound", encoding="utf-8")
    other = new.with_name("other.flac").read_bytes()
    assert "genre-desktop undo FOLDER" in run("undo", "--dry-run").stderr
    assert "0 would go back" not in run("undo", new.parent, "--dry-run").stderr
    assert said_of(new) == (["Song"], ["Pop"])
    told = run("undo", new.parent, "--yes")
    assert "1 of 1 file taken back" in told.stderr
    assert told.returncode == 0
    assert said_of(new) == (["Song"], None)
    assert new.with_name("other.flac").read_bytes() == other


def test_of_several_files_with_its_sound_none_is_touched_until_one_is_named(music: Path) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    new = gone_elsewhere(music / "pop.flac")
    copy = new.with_name("copy.flac")
    shutil.copy(new, copy)
    before = snapshot(new.parent)
    told = run("undo", new.parent, "--yes")
    assert told.returncode == 3
    words = f"pop.flac: several files have its sound ({copy}, {new}), and are left as they are; "
    assert words in told.stderr
    assert "name the one that is to go back: `genre-desktop undo FILE`." in told.stderr
    assert snapshot(new.parent) == before
    told = run("undo", new, "--yes")
    assert "1 of 1 file taken back" in told.stderr
    assert (said_of(new)[1], said_of(copy)[1]) == (None, ["Pop"])


def test_where_several_that_have_gone_had_its_sound_a_file_is_not_touched(music: Path) -> None:
    shutil.copy(music / "pop.flac", music / "twin.flac")
    titled(music / "twin.flac", "Twin")
    run("tag", "--model", "tiny-mel", music, "--yes")
    new = gone_elsewhere(music / "pop.flac")
    (music / "twin.flac").unlink()
    (music / "country.flac").rename(new.with_name("country.flac"))
    told = run("undo", new.parent, "--yes")
    assert "song.flac: it has the sound of several files that have gone (" in told.stderr
    assert "and is left as it is; change its genre by hand." in told.stderr
    assert "1 of 1 file taken back" in told.stderr  # the one that was only moved
    assert told.returncode == 1
    assert said_of(new) == (["Song"], ["Pop"])


def test_only_below_what_is_named_a_sound_is_looked_for(music: Path) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    new = gone_elsewhere(music / "pop.flac")
    assert "1 of 1 file taken back" in run("undo", music, "--yes").stderr
    assert said_of(new) == (["Song"], ["Pop"])
    assert run("undo", new, "--yes").returncode == 0
    assert said_of(new) == (["Song"], None)


def test_what_was_taken_back_before_it_went_is_not_looked_for(music: Path) -> None:
    run("tag", "--model", "tiny-mel", music, "--yes")
    run("undo", "--yes")
    new = gone_elsewhere(music / "pop.flac")
    told = run("undo", new.parent, "--yes")
    assert "There is nothing to take back" in told.stderr
    assert told.returncode == 3


def sound_of(path: Path, genre: str, label: int) -> None:
    """Another recording, with a genre by another program."""
    path.unlink(missing_ok=True)
    found = mutagen.File(tone(path, label))
    found["genre"] = [genre]
    found.save()
