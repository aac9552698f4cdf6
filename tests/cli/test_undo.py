"""What `genre-desktop undo` shows on a terminal before it asks."""

import io
from pathlib import Path

import pytest

from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.undo import TakeBack, take_back_run
from tests.support.command_line import run, tone, two_tones
from tests.support.packages import mel_package
from tests.support.tagged import mutagen


@pytest.fixture
def music(tmp_path: Path, a_home_of_its_own: Path) -> Path:
    mel_package(a_home_of_its_own / "data" / "models")
    return two_tones(tmp_path / "music")


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
        assert "pop.flac: another recording is there than the one that run wrote, " in (
            told.stderr
        )
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


def sound_of(path: Path, genre: str, label: int) -> None:
    """Another recording, with a genre by another program."""
    path.unlink()
    found = mutagen.File(tone(path, label))
    found["genre"] = [genre]
    found.save()
