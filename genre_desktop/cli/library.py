"""`genre-desktop library`: backups of what was heard, corrections, and files that were moved."""

import argparse
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.corrections import write_corrections
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.interruption import interruption_held
from genre_desktop.cli.relinking import relink
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.library_backup import back_up_library, restore_library
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.places import PlaceUnavailable, data_folder


def keep_library(options: argparse.Namespace) -> ExitCode:
    """Makes a backup, takes one back, writes the corrections, or takes note of moved files.

    Raises:
        CommandRefused: It cannot be done.
    """
    if options.action == "relink":
        if not options.paths or options.output is not None or options.force:
            raise CommandRefused("Name the folders to look in: library relink FOLDER….")
        return relink(options)
    if options.dry_run or options.yes:
        raise CommandRefused("--dry-run and --yes are for `library relink`.")
    if options.action == "corrections":
        if options.output is None or options.paths:
            raise CommandRefused("Name the table to write: library corrections -o TABLE.")
        return write_corrections(options)
    if len(options.paths) != 1 or options.output is not None:
        raise CommandRefused(f"Name the backup: library {options.action} FILE.")
    return _back_up_or_restore(options, options.paths[0])


def _back_up_or_restore(options: argparse.Namespace, file: Path) -> ExitCode:
    display = Display(console_for(error=True))
    try:
        library = data_folder() / LIBRARY_NAME
        with interruption_held():  # it is done, or nothing is
            if options.action == "backup":
                copied = back_up_library(library, file, may_replace=options.force)
            else:
                copied = restore_library(file, library)
    except (LibraryUnavailable, PlaceUnavailable) as error:
        raise CommandRefused(error.sentence) from error
    held = f"{counted(copied.answers, 'answer')} about {counted(copied.files, 'file')}"
    held += f", with {counted(copied.corrections, 'correction')}" if copied.corrections else ""
    if options.action == "backup":
        display.say(f"{held}. Written: {file.absolute()}.")
        return ExitCode.FINE
    display.say(f"The library has {held} again.")
    if copied.kept_as is not None:
        display.say(f"What was there before is kept as {copied.kept_as}.")
    return ExitCode.FINE
