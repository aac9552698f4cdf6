"""From the options of `tag`, `organise`, `watch`, `undo` and `history` to what they do."""

import argparse

from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.history import print_history
from genre_desktop.cli.organise import organise_files
from genre_desktop.cli.organising_asked import organising_of
from genre_desktop.cli.tag import tag_files
from genre_desktop.cli.tagging_asked import tagging_of
from genre_desktop.cli.undo import TakeBack, take_back_run
from genre_desktop.cli.watch import watch_folders
from genre_desktop.core.places import PlaceUnavailable
from genre_desktop.core.tagging.history import JournalUnavailable


def carry_out(options: argparse.Namespace) -> ExitCode:
    """Does what was asked for.

    Raises:
        CommandRefused: It cannot be done.
    """
    try:
        if options.command == "tag":
            return tag_files(tagging_of(options))
        if options.command == "organise":
            return organise_files(organising_of(options))
        if options.command == "watch":
            return watch_folders(
                tagging_of(options), settle_seconds=options.settle, tags=options.tag
            )
        if options.command == "undo":
            asked = TakeBack(options.run, tuple(options.paths), options.dry_run, options.yes)
            return take_back_run(asked)
        return print_history(options.run)
    except (JournalUnavailable, PlaceUnavailable) as unavailable:
        raise CommandRefused(unavailable.sentence) from unavailable
