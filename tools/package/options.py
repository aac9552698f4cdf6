"""The commands and options as argparse holds them, for manual pages and completions."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from genre_desktop.cli.command import command_parser


@dataclass(frozen=True, slots=True)
class Option:
    """An option, or where there are no names, what stands without one (a path).

    Attributes:
        names: Such as ("-h", "--help").
        value: What its value is called; "" where it takes none.
        choices: The values it takes, where these are few.
        help: A sentence.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str

    @property
    def takes_a_path(self) -> bool:
        """Whether its value is a file or a folder."""
        return self.value in {"FILE", "DIR", "PATH", "TABLE"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the program; the program itself has no name."""

    name: str
    help: str
    usage: str
    description: str
    epilogue: str
    options: tuple[Option, ...]


def program() -> Command:
    """The program itself."""
    return _command("", "", command_parser())


def commands() -> Iterator[Command]:
    """Its commands, in the order of its help."""
    for action in command_parser()._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            sentences = {each.dest: each.help or "" for each in action._choices_actions}  # noqa: SLF001 - as above
            for name, parser in action.choices.items():
                yield _command(name, sentences[name], parser)


def _command(name: str, sentence: str, parser: argparse.ArgumentParser) -> Command:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    options = tuple(
        _option(action, parser)
        for action in parser._actions  # noqa: SLF001 - argparse has no other way to ask
        if not isinstance(action, argparse._SubParsersAction)  # noqa: SLF001 - as above
    )
    return Command(name, sentence, usage, parser.description or "", parser.epilog or "", options)


def _option(action: argparse.Action, parser: argparse.ArgumentParser) -> Option:
    takes_none = action.nargs == 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    choices = tuple(map(str, action.choices or ()))
    sentence = parser._get_formatter()._expand_help(action) if action.help else ""  # noqa: SLF001 - fills in defaults and per cents
    return Option(tuple(action.option_strings), "" if takes_none else metavar, choices, sentence)
