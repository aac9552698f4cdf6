"""What `genre-desktop undo` shows on a terminal before it asks."""

import io
from pathlib import Path

import pytest

from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.undo import TakeBack, take_back_run
from tests.support.command_line import run, two_tones
from tests.support.packages import mel_package


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
