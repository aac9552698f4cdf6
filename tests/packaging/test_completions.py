"""Completions and manual pages know every command and option."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.missing import skip_for_want_of
from tools.package import options
from tools.package.release import Release
from tools.package.share import MIME_TYPES, write_share

_RELEASE = Release("1.2.0rc1", "linux-x86_64", 1_700_000_000)
_ENDINGS = Path("/usr/share/mime/globs2")


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("program")
    write_share(folder / "share", _RELEASE)
    return folder / "share"


def _completed(share: Path, bash: str, *words: str) -> list[str]:
    """What bash offers for the last word."""
    script = (
        f". '{share}/bash-completion/completions/genre-desktop'; COMP_WORDS=(\"$@\"); "
        'COMP_CWORD=$(($# - 1)); _genre_desktop; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        [bash, "-c", script, "bash", *words], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_bash_completes_commands_options_and_values(
    share: Path, tool: Callable[[str], str]
) -> None:
    bash = tool("bash")

    assert _completed(share, bash, "genre-desktop", "cl") == ["classify"]
    assert _completed(share, bash, "genre-desktop", "tag", "--only") == ["--only-empty"]
    assert _completed(share, bash, "genre-desktop", "tag", "--id3", "2.") == ["2.3", "2.4"]
    assert _completed(share, bash, "genre-desktop", "library", "b") == ["backup"]


def test_bash_leaves_paths_to_readline_which_knows_blanks_and_quotes(
    share: Path, tool: Callable[[str], str]
) -> None:
    bash = tool("bash")

    for words in (("tag", ""), ("classify", "--csv", ""), ("export", "-o", ""), ("~/Mus",)):
        assert _completed(share, bash, "genre-desktop", *words) == []
    script = (share / "bash-completion" / "completions" / "genre-desktop").read_text()
    assert script.splitlines()[-1] == "complete -o default -F _genre_desktop genre-desktop"


@pytest.mark.parametrize(
    "shell", ["zsh/site-functions/_genre-desktop", "fish/vendor_completions.d/genre-desktop.fish"]
)
def test_other_shells_know_every_command_and_long_option(share: Path, shell: str) -> None:
    text = (share / shell).read_text()

    for command in options.commands():
        assert command.name in text
        for option in command.options:
            for name in option.names or option.choices:
                assert name.lstrip("-") in text


def test_every_option_stands_in_the_manual(share: Path) -> None:
    for command in options.commands():
        page = (share / "man" / "man1" / f"genre-desktop-{command.name}.1").read_text()
        for option in command.options:
            assert all(name.replace("-", r"\-") in page for name in option.names)


def test_what_an_option_says_to_see_below_stands_below(share: Path) -> None:
    pages = {
        command.name: (share / "man" / "man1" / f"genre-desktop-{command.name}.1").read_text()
        for command in options.commands()
        if any(option.help == "see below" for option in command.options)
    }

    assert set(pages) == {"export", "library"}
    for name, words in (("export", "rekordbox XML"), ("library", "restore  puts a backup")):
        assert words in pages[name].partition("see below")[2]


def test_the_manual_names_every_command_that_changes_music(share: Path) -> None:
    page = (share / "man" / "man1" / "genre-desktop.1").read_text()
    told = page.partition("only read, but by")[2].partition(".SH")[0]

    for words in ("tag", "organise", "undo", "watch", "import"):
        assert words in told


def test_the_menu_entry_opens_what_the_player_says_it_plays() -> None:
    from genre_desktop.services.player.mpris import _KINDS

    assert set(_KINDS) <= set(MIME_TYPES)


def test_the_menu_entry_opens_every_kind_of_file_that_the_readme_names() -> None:
    if not _ENDINGS.exists():
        skip_for_want_of("shared-mime-info")
    fields = [line.split(":") for line in _ENDINGS.read_text().splitlines()]
    endings = {pattern[1:] for _, kind, pattern, *_ in map(_padded, fields) if kind in MIME_TYPES}
    named = {
        *(".mp3", ".m4a", ".flac", ".wav", ".aiff", ".aifc", ".ogg", ".oga", ".opus", ".wma"),
        *(".ape", ".wv", ".mpc", ".tta", ".dff", ".dsf", ".au", ".mp2", ".mka"),
        *(".m3u", ".m3u8", ".pls", ".xspf"),
    }

    assert named - endings == set()


def _padded(fields: list[str]) -> list[str]:
    """A line of weight, kind and pattern; comments have none."""
    return [*fields, "", ""]


def test_version_and_date_stand_in_the_metadata(share: Path) -> None:
    metainfo = (share / "metainfo" / "genre-desktop.metainfo.xml").read_text()

    assert '<release version="1.2.0~rc1" date="2023-11-14"/>' in metainfo
