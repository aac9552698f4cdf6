"""The options of `import`."""

import argparse

from genre_desktop.cli.option_values import a_path

_EPILOGUE = """\
The table is an export as CSV in which you changed cells under "predicted_genre" (or "genre", or
"label"); all other columns are left out of account, and so are empty cells. A row is found by its
path or, where the library knows nothing there any more, by its sound, which exports name in the
column "audio_hash"; tracks of a CUE sheet and chapters are found by that alone, and only corrected.
A correction is about a sound and holds for every file with it; --tags writes only the files whose
paths the table names, or, where none of these is there any more, the files with that sound that the
library knows.
A genre that says what your rules make of an answer is not taken for changed, since the table may
have been exported by them; how many rows do is told. What you changed is listed first, then you
are asked.

exit codes:
  0    done, or there was nothing to change
  1    the corrections are kept, but some tags could not be written, as each line says
  2    the table, the library or the model is not as it must be; nothing was changed
  130  interrupted; every file is wholly old or wholly new
"""


def add_import(parser: argparse.ArgumentParser) -> None:
    """Add every option of `import`."""
    parser.epilog, parser.formatter_class = _EPILOGUE, argparse.RawDescriptionHelpFormatter
    parser.description = "Takes the genres that you changed in a table as corrections."
    add = parser.add_argument
    add("file", type=a_path, metavar="FILE.csv", help="the edited table")
    add("--tags", action="store_true", help="write them into the files that the table names, too")
    add("--model", metavar="NAME", help="whose answers the table holds (default: that in use)")
    add(
        "--rules",
        type=a_path,
        metavar="FILE",
        help="rules by which the table was exported (default: those of the window)",
    )
    add("--dry-run", action="store_true", help="list the changes, change nothing")
    add("--yes", action="store_true", help="do it without being asked")
