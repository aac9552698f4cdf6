"""`genre-desktop library`: a backup of what was heard, taking one back, and what was corrected."""

import argparse

from genre_desktop.cli.console import console_for
from genre_desktop.cli.corrections import write_corrections
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.interruption import interruption_held
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.library_backup import back_up_library, restore_library
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.places import PlaceUnavailable, data_folder


def keep_library(options: argparse.Namespace) -> ExitCode:
    """Makes a backup, takes one back, or writes the corrections.

    Raises:
        CommandRefused: It cannot be done.
    """
    if options.action == "corrections":
        if options.output is None or options.file is not None:
            raise CommandRefused("Name the table to write: library corrections -o TABLE.")
        return write_corrections(options)
    if options.file is None or options.output is not None:
        raise CommandRefused(f"Name the backup: library {options.action} FILE.")
    display = Display(console_for(error=True))
    try:
        library = data_folder() / LIBRARY_NAME
        with interruption_held():  # it is done, or nothing is
            if options.action == "backup":
                copied = back_up_library(library, options.file, may_replace=options.force)
            else:
                copied = restore_library(options.file, library)
    except (LibraryUnavailable, PlaceUnavailable) as error:
        raise CommandRefused(error.sentence) from error
    held = f"{counted(copied.answers, 'answer')} about {counted(copied.files, 'file')}"
    held += f", with {counted(copied.corrections, 'correction')}" if copied.corrections else ""
    if options.action == "backup":
        display.say(f"{held}. Written: {options.file.absolute()}.")
        return ExitCode.FINE
    display.say(f"The library has {held} again.")
    if copied.kept_as is not None:
        display.say(f"What was there before is kept as {copied.kept_as}.")
    return ExitCode.FINE
