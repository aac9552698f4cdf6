"""Manual pages (man 7 groff_man), made of the program's own options."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.package import options
from tools.package.options import Command, Option
from tools.package.release import Release

_FILES = (
    ("~/.local/share/genre-desktop/library.sqlite", "what was heard; may be removed at any time"),
    ("~/.local/share/genre-desktop/corrections.sqlite", "the genres that you corrected"),
    ("~/.local/share/genre-desktop/tags.sqlite", "what was written, copied and moved, for undo"),
    ("~/.local/share/genre-desktop/models/", "model packages of your own"),
    ("~/.config/genre-desktop/", "preferences and rules for tags"),
    ("~/.local/state/genre-desktop/log/", "logs"),
)


def write_manual(folder: Path, release: Release) -> None:
    """Write the program's page and one for each command."""
    folder.mkdir(parents=True, exist_ok=True)
    every = list(options.commands())
    _write(folder / "genre-desktop.1", _program_page(options.program(), every, release))
    for command in every:
        _write(folder / f"genre-desktop-{command.name}.1", _command_page(command, release))


def _write(path: Path, lines: Iterator[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _program_page(itself: Command, every: list[Command], release: Release) -> Iterator[str]:
    yield _title("genre-desktop", release)
    yield from (".SH NAME", r"genre-desktop \- see, hear and save the genre of every track")
    yield from (".SH SYNOPSIS", r".B genre-desktop", "[\\fIPATH\\fR\u2026]", ".br")
    yield from (".B genre-desktop", r"\fICOMMAND\fR [\fIOPTION\fR…]")
    yield ".SH DESCRIPTION"
    yield "Without a command the window opens and hears the files, folders and playlists named."
    yield "All happens on this computer. Music files are only read, but by"
    yield r'.BR tag ", " organise ", " undo ", " watch\ \-\-tag'
    yield r"and"
    yield r".BR import\ \-\-tags ."
    yield ".SH COMMANDS"
    for command in every:
        yield from (".TP", rf"\fBgenre-desktop {command.name}\fR(1)", _text(command.help))
    yield ".SH OPTIONS"
    yield from _options(itself)
    yield from _epilogue(itself)
    yield ".SH ENVIRONMENT"
    yield from (".TP", ".B GENRE_DESKTOP_HOME", "A folder for all that is kept, instead of these:")
    yield ".SH FILES"
    for path, what in _FILES:
        yield from (".TP", rf".I {_text(path)}", _text(what))


def _command_page(command: Command, release: Release) -> Iterator[str]:
    name = f"genre-desktop-{command.name}"
    yield _title(name, release)
    yield from (".SH NAME", rf"{_text(name)} \- {_text(command.help)}")
    yield from (".SH SYNOPSIS", _text(command.usage))
    if command.description:
        yield from (".SH DESCRIPTION", _text(command.description))
    yield ".SH OPTIONS"
    yield from _options(command)
    yield from _epilogue(command)
    yield from (".SH SEE ALSO", r"\fBgenre\-desktop\fR(1)")


def _title(name: str, release: Release) -> str:
    day = release.moment.partition("T")[0]
    return f'.TH "{name.upper()}" 1 "{day}" "Genre Desktop {release.version}" "Genre Desktop"'


def _options(command: Command) -> Iterator[str]:
    for option in command.options:
        yield from (".TP", _head(option), _text(option.help))


def _head(option: Option) -> str:
    value = rf"\fI{_text(option.value)}\fR" if option.value else ""
    names = ", ".join(rf"\fB{_text(name)}\fR" for name in option.names)
    return f"{names} {value}".strip()


def _epilogue(command: Command) -> Iterator[str]:
    """What stands below the help: words to be kept in their lines, then the exit codes."""
    words, _, codes = command.epilogue.partition("exit codes:\n")
    if words.strip():
        yield from (".SH NOTES", ".nf", *map(_text, words.strip().splitlines()), ".fi")
    found = re.findall(r"^ +(\d+) +(.+)$", codes, re.MULTILINE)
    if found:
        yield ".SH EXIT STATUS"
    for code, meaning in found:
        yield from (".TP", rf".B {code}", _text(meaning))


def _text(words: str) -> str:
    escaped = words.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
