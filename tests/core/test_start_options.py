"""The options that stand before a command or beside the paths of the window."""

from pathlib import Path

import pytest

from genre_desktop.core.start_options import OptionRefused, StartOptions, start_options

COMMANDS = ("classify", "models")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ((), StartOptions(())),
        (("~/a.mp3", "b"), StartOptions(("~/a.mp3", "b"))),
        (("--safe-mode",), StartOptions((), None, safe_mode=True)),
        (("a", "--new-window"), StartOptions(("a",), None, new_window=True)),
        (("a", "--safe-mode", "b"), StartOptions(("a", "b"), None, safe_mode=True)),
        (("--profile", "/p", "classify", "a"), StartOptions(("classify", "a"), Path("/p"))),
        (("--profile=/p", "a"), StartOptions(("a",), Path("/p"))),
        (("classify", "--profile", "/p"), StartOptions(("classify", "--profile", "/p"))),
        (("--", "--safe-mode"), StartOptions((str(Path("--safe-mode").absolute()),))),
        (("a", "--", "classify", ""), StartOptions(("a", str(Path("classify").absolute())))),
        (("--help",), StartOptions(("--help",))),
    ],
)
def test_options_of_the_start_are_taken_out(words: tuple[str, ...], asked: StartOptions) -> None:
    assert start_options(words, COMMANDS) == asked


@pytest.mark.parametrize("words", [("--profile",), ("--profile=",), ("--profile", "")])
def test_a_profile_without_a_folder_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(OptionRefused, match="needs a folder"):
        start_options(words, COMMANDS)
