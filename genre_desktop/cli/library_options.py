"""The options of `library`."""

import argparse

from genre_desktop.cli.option_values import a_path

_EPILOGUE = """\
backup   copies the library and your corrections into one file, also while the window is open, and
         checks the copy
restore  puts a backup in the library's place; what was there is kept beside it and named.
         Corrections are added to those that are there; of two the later one counts
corrections
         writes the tracks that you corrected into the table -o names, as training reads it:
         path,label,artist and, for parts of a file, start_seconds,length_seconds. Then
         `python -m training index TABLE --kind csv --out index.csv`

exit codes:
  0    done
  2    the library or the file is not as it must be; nothing has changed
  3    nothing is corrected, and nothing was written
"""


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add every option of `library`."""
    parser.epilog, parser.formatter_class = _EPILOGUE, argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("action", choices=("backup", "restore", "corrections"), help="see below")
    add("file", type=a_path, nargs="?", metavar="FILE", help="the backup")
    add("-o", "--output", type=a_path, metavar="TABLE", help="the table of corrections")
    add("--force", action="store_true", help="replace an earlier backup or table")
