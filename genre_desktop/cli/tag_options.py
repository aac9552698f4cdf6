"""The options of `genre-desktop tag`, `organise`, `undo` and `history`; light, for every help."""

import argparse

from genre_desktop.cli.option_values import (
    a_path,
    a_separator,
    at_least_one,
    probability,
    some_workers,
)
from genre_desktop.core.organising.pattern import DEFAULT_PATTERN

_EPILOGUE = """\
Before anything is written the changes are listed and you are asked. Every file is copied, written,
checked and only then replaced; `genre-desktop undo` takes back any run at any time.

exit codes:
  0    done, or nothing to do
  1    the work is done, but some files were left out, as each line says
  2    the command or the model is not as it must be, or nobody answered
  3    no music was found, or nothing to take back
  130  interrupted; what was written is whole, and in the history
"""

_ORGANISE_EPILOGUE = """\
Before anything is copied or moved the new places are listed and you are asked. Nothing is ever
overwritten: a file that is there already is left alone, another one gets " (2)" behind its name.
Copies are read back before they count; `genre-desktop undo` takes back any run at any time. A
CUE sheet goes along with the one file that it divides; links, pictures and whatever else lies
beside the music stay where they are.

exit codes:
  0    done, or nothing to do
  1    the work is done, but some files were left out, as each line says
  2    the command, the pattern or the model is not as it must be, or nobody answered
  3    no music was found
  130  interrupted; each file is wholly at its old or its new place, and in the history
"""


def add_tag(parser: argparse.ArgumentParser) -> None:
    """Add every option of `tag`."""
    _explain(parser)
    add = parser.add_argument
    add("paths", nargs="+", type=a_path, metavar="PATH", help="a file, a folder or a playlist")
    _add_asking(parser)
    add_writing(parser)


def add_organise(parser: argparse.ArgumentParser) -> None:
    """Add every option of `organise`."""
    _explain(parser, _ORGANISE_EPILOGUE)
    add = parser.add_argument
    add("paths", nargs="+", type=a_path, metavar="PATH", help="a file, a folder or a playlist")
    add(
        "--into",
        type=a_path,
        metavar="DIR",
        required=True,
        help="the folder in which folders are made",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--copy", action="store_true", help="copy the files (default)")
    how.add_argument("--move", action="store_true", help="move the files")
    add(
        "--pattern",
        default=DEFAULT_PATTERN,
        metavar="PATTERN",
        help=f"folders and name (default: {DEFAULT_PATTERN}); also {{track artist}}, {{title}}, "
        "{track} and {year}, and after a bar what is written where a file says nothing, as in "
        "{album|Singles}; the ending stays",
    )
    add(
        "--remove-empty",
        action="store_true",
        help="remove folders below PATH that moving has left empty",
    )
    _add_asking(parser)
    _add_min_confidence(parser)
    add_hearing(parser)


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Add how tracks are heard and which of their genres are written, and how."""
    add = parser.add_argument
    add("--only-empty", action="store_true", help="leave files alone that have a genre")
    add("--append", action="store_true", help="keep a file's genres and add the new one")
    _add_min_confidence(parser)
    add(
        "--also",
        action="append",
        default=[],
        choices=("tempo", "confidence", "second", "model"),
        help="write this beside the genre, too: tempo (TBPM and its like), or confidence, second "
        "guess or model in fields of their own; may be repeated",
    )
    add_hearing(parser)
    add(
        "--id3",
        choices=("2.3", "2.4"),
        default="2.3",
        help="version of new ID3 tags (2.3); those that are there keep theirs",
    )
    add(
        "--separator",
        type=a_separator,
        default="; ",
        metavar="TEXT",
        help='between several genres in ID3v2.2 and v2.3 ("; ")',
    )
    add(
        "--through-links",
        action="store_true",
        help="write files that are linked more than once in their place, for all links",
    )
    add("--new-time", action="store_true", help="do not keep the time of a file's last change")


def add_hearing(parser: argparse.ArgumentParser) -> None:
    """Add how tracks are heard, and by which rules their genres are called."""
    add = parser.add_argument
    add("--model", metavar="NAME", help="the model to use (`genre-desktop models` lists them)")
    add("--jobs", type=some_workers, metavar="N", help="worker processes (default: one a core)")
    add(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help='leave out of folders what matches, such as "*.wav"; what is named is heard',
    )
    add("--quick", action="store_true", help="hear pieces of long tracks only, as `classify` does")
    add("--again", action="store_true", help="listen even to what is known already")
    add("--no-library", action="store_true", help="neither use nor fill the library of answers")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--rules",
        type=a_path,
        metavar="FILE",
        help="rules for names and unsure genres (default: those of the window; docs/user-guide.md "
        "shows such a file)",
    )
    which.add_argument("--no-rules", action="store_true", help="leave rules out of account")


def add_undo(parser: argparse.ArgumentParser) -> None:
    """Add every option of `undo`."""
    _explain(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--last", action="store_true", help="the last run that changed files (default)"
    )
    which.add_argument("--run", type=at_least_one, metavar="ID", help="a run of the history")
    which.add_argument(
        "paths",
        nargs="*",
        type=a_path,
        default=[],
        metavar="PATH",
        help="what was last done to these files, or to files in these folders: tags or places",
    )
    _add_asking(parser)


def add_history(parser: argparse.ArgumentParser) -> None:
    """Add every option of `history`."""
    parser.add_argument(
        "--run", type=at_least_one, metavar="ID", help="list the files of this run, old → new"
    )


def _add_min_confidence(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--min-confidence",
        type=probability,
        metavar="P",
        help="leave files alone below this probability, 0 to 1 or as in 60%% (default: the "
        "model's own threshold of what is unsure)",
    )


def _add_asking(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="list the changes, write nothing")
    parser.add_argument("--yes", action="store_true", help="write without being asked")


def _explain(parser: argparse.ArgumentParser, epilogue: str = _EPILOGUE) -> None:
    parser.epilog, parser.formatter_class = epilogue, argparse.RawDescriptionHelpFormatter
