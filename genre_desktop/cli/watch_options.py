"""The options of `genre-desktop watch`; light, since every help reads them."""

import argparse

from genre_desktop.cli.option_values import a_path, some_seconds
from genre_desktop.cli.tag_options import add_writing

_EPILOGUE = """\
What is in the folders is classified first; what is known already is only looked up, so that a new
start goes on where the last one ended. Then every file that arrives or changes is classified as
soon as it has kept still for some seconds. Ctrl-C ends it.

With --tag genres are written as `genre-desktop tag` does, without a question: each run is in the
history and can be taken back. Without it, the options of writing have no meaning. Where the rules
want one genre for each album, one that grows is written anew as soon as that changes its genre;
--append and --only-empty leave what was written before as it is.

exit codes:
  2    the command, the model or a folder is not as it must be
  130  interrupted, as it is meant to end; what was done is kept
"""


def add_watch(parser: argparse.ArgumentParser) -> None:
    """Add every option of `watch`."""
    parser.epilog, parser.formatter_class = _EPILOGUE, argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("paths", nargs="+", type=a_path, metavar="DIR", help="a folder, with all below it")
    add("--tag", action="store_true", help="write the genres into the files, too")
    add(
        "--settle",
        type=some_seconds,
        default=5.0,
        metavar="SECONDS",
        help="how long a file must keep still before it is heard (5)",
    )
    add_writing(parser)
    parser.set_defaults(dry_run=False, yes=True)
