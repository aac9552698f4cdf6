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
relink   looks in folders for files that the library knows and that are not where they were, by the
         hash of their sound, whatever they are called now and whatever their tags say; lists them
         and asks, then they are known at their new place. Files on drives that are away are not
         looked for

exit codes:
  0    done
  1    relink: something was left out, or was not found again in the end
  2    the library or the file is not as it must be; nothing has changed
  3    nothing is corrected, or nothing that has gone was found; nothing was written
"""


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add every option of `library`."""
    parser.epilog, parser.formatter_class = _EPILOGUE, argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("action", choices=("backup", "restore", "corrections", "relink"), help="see below")
    add("paths", type=a_path, nargs="*", metavar="PATH", help="the backup, or folders to look in")
    add("-o", "--output", type=a_path, metavar="TABLE", help="the table of corrections")
    add("--force", action="store_true", help="replace an earlier backup or table")
    add("--dry-run", action="store_true", help="list what was found again, change nothing")
    add("--yes", action="store_true", help="take note of it without being asked")
