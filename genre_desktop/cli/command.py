"""The commands, their options, and their exit codes."""

import argparse
import io
import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, NoReturn

from genre_desktop.cli.console import open_missing_streams, standard_output
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.export_options import add_export, with_queries_whole
from genre_desktop.cli.import_options import add_import
from genre_desktop.cli.interruption import interrupt_once
from genre_desktop.cli.library_options import add_library
from genre_desktop.cli.option_values import a_path, a_target, probability, some_workers
from genre_desktop.cli.spectrogram_options import add_spectrogram
from genre_desktop.cli.tag_options import add_history, add_organise, add_tag, add_undo
from genre_desktop.cli.watch_options import add_watch
from genre_desktop.core.places import JOURNAL_NAME, user_data_place, user_log_place
from genre_desktop.dsp.printable import one_line

_LARGEST_LOG = 1_000_000
_EPILOGUE = """\
exit codes:
  0    every track has a genre
  1    the work is done, but some files were left out or have no genre
  2    the command, the model or a file to write is not as it must be
  3    no music was found
  130  interrupted; what was done is kept and written
"""


def main(arguments: Sequence[str]) -> int:
    """Carries out a command line, without the program's name, and returns its exit code."""
    interrupt_once()
    try:
        open_missing_streams()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # names may hold what is no text
        with standard_output():  # where help and version go
            options = command_parser().parse_args(with_queries_whole(arguments))
        _start_log()
        _tidy_up()
        return int(_carry_out(options))
    except CommandRefused as refused:
        _complain(refused.sentence)
        return ExitCode.USAGE
    except KeyboardInterrupt:
        _complain("Interrupted before anything was done.")
        return ExitCode.INTERRUPTED


def _complain(sentence: str) -> None:
    with suppress(OSError):  # nobody can be told; the exit code says it
        print(f"genre-desktop: {one_line(sentence)}", file=sys.stderr)


def _carry_out(options: argparse.Namespace) -> ExitCode:
    if options.command == "models":
        from genre_desktop.cli.models import list_models

        return list_models()
    if options.command == "spectrogram":
        return _draw(options)
    if options.command in {"tag", "organise", "undo", "history", "watch"}:
        from genre_desktop.cli.tag_commands import carry_out

        return carry_out(options)
    if options.command in {"export", "import", "library"}:
        from genre_desktop.cli.library_commands import carry_out_with_library

        return carry_out_with_library(options)
    from genre_desktop.cli.classify import classify_paths
    from genre_desktop.cli.request import Classify

    return classify_paths(
        Classify(
            paths=tuple(options.paths),
            model=options.model,
            csv=options.csv,
            json=options.json,
            jobs=options.jobs,
            min_confidence=options.min_confidence,
            exclude=tuple(options.exclude),
            again=options.again,
            byte_order_mark=options.bom,
            relative_to=options.relative_to,
            use_library=not options.no_library,
            quick=options.quick,
            scheduler=options.scheduler,
        )
    )


def _draw(options: argparse.Namespace) -> ExitCode:
    from genre_desktop.cli.spectrogram import DrawSpectrograms, draw_spectrograms, picture_of

    return draw_spectrograms(
        DrawSpectrograms(
            paths=tuple(options.paths),
            out=options.out,
            picture=picture_of(options),
            overwrite=options.overwrite,
            exclude=tuple(options.exclude),
            jobs=options.jobs,
        )
    )


def _tidy_up() -> None:
    """Removes what tagging left beside music where it was killed, whatever is asked for now."""
    path = user_data_place() / JOURNAL_NAME
    if path.exists():
        from genre_desktop.core.tagging.journal import tidy_up

        tidy_up(path)


class _Log(RotatingFileHandler):
    """Makes its folder with its first line."""

    def _open(self) -> io.TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def _start_log() -> None:
    """What is of use in a report goes to a file; standard error is for the user."""
    logging.raiseExceptions = False  # a log that cannot be written is no news for the user
    root = logging.getLogger("genre_desktop")
    handler = _Log(
        user_log_place() / "command-line.log",
        maxBytes=_LARGEST_LOG,
        backupCount=1,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.propagate = False


def command_parser() -> argparse.ArgumentParser:
    """All commands with their options; manual pages and completions are made of it too."""
    parser = argparse.ArgumentParser(
        prog="genre-desktop",
        description="The genre of every track, without a window. Without a command the window "
        "opens: genre-desktop [PATH…].",
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action=_TellVersions,
        nargs=0,
        help="tell the versions of the program, of what it stands on and of its models",
    )
    parser.add_argument(  # taken by the window before a command is looked for, as the next one
        "--profile",
        metavar="DIR",
        help="keep and look for settings, library, corrections, journal and log in this folder",
    )
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help="open the window with default settings, an empty list and the program's own models",
    )
    parser.add_argument(
        "--new-window",
        action="store_true",
        help="open a window also where one is open, which else takes the paths",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_classify(commands.add_parser("classify", help="listen to files, folders and playlists"))
    commands.add_parser("models", help="list the models, what they know and how well")
    add_spectrogram(commands.add_parser("spectrogram", help="draw the spectrum of every track"))
    add_tag(commands.add_parser("tag", help="write the genres that are heard into the files"))
    add_organise(
        commands.add_parser("organise", help="copy or move files into folders by their genre")
    )
    add_watch(commands.add_parser("watch", help="classify what arrives in folders"))
    add_undo(commands.add_parser("undo", help="take back what `tag` wrote or `organise` placed"))
    add_history(commands.add_parser("history", help="list what `tag`, `organise` and `undo` did"))
    add_export(commands.add_parser("export", help="write what the library remembers"))
    add_import(commands.add_parser("import", help="take genres back that were edited in a table"))
    add_library(commands.add_parser("library", help="back up what was heard, find moved files"))
    return parser


class _TellVersions(argparse.Action):
    """Prints the versions and ends; found out only where it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: Any) -> NoReturn:
        """Print them."""
        from genre_desktop.cli.versions import tell_versions

        parser.exit(tell_versions())


def _add_classify(parser: argparse.ArgumentParser) -> None:
    parser.epilog, parser.formatter_class = _EPILOGUE, argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("paths", nargs="+", type=a_path, metavar="PATH", help="a file, a folder or a playlist")
    add("--model", metavar="NAME", help="the model to use (`genre-desktop models` lists them)")
    add(
        "--csv",
        type=a_target,
        metavar="FILE",
        help='write the genres as CSV; "-" is standard output, instead of the table; parts of one '
        "file differ in their titles there",
    )
    add(
        "--json",
        type=a_target,
        metavar="FILE",
        help='write everything as JSON, with timelines and the times of parts; or "-"',
    )
    add("--jobs", type=some_workers, metavar="N", help="worker processes (default: one a core)")
    add(
        "--min-confidence",
        type=probability,
        metavar="P",
        help="call a genre unsure below this probability, 0 to 1 or as in 60%% (default: the "
        "model's own); the window's filter counts in percent",
    )
    add(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help='leave out of folders what matches, such as "*.wav" or "Audiobooks/"; a file that '
        "is named, here or in a playlist, is heard all the same; may be repeated",
    )
    add(
        "--scheduler",
        metavar="ADDRESS",
        help="let a Dask cluster listen that sees the same files, such as tcp://host:8786; answers "
        "come home to this library",
    )
    add(
        "--quick",
        action="store_true",
        help="hear only parts of 3 s spread over each track of more than two minutes, more of them "
        "the closer two genres are, and all where parts cannot tell: three to four times as fast, "
        "without a tempo; what is known of the whole track wins",
    )
    add("--again", action="store_true", help="listen even to what is known already")
    add("--bom", action="store_true", help="begin the CSV with a byte order mark, for Excel")
    add("--relative-to", type=a_path, metavar="DIR", help="write paths relative to this folder")
    add("--no-library", action="store_true", help="neither use nor fill the library of answers")
