"""What the options of `organise` ask for."""

import argparse
import os
from pathlib import Path

from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.cli.organise import OrganiseFiles
from genre_desktop.cli.tagging_asked import hearing_of, rules_of
from genre_desktop.core.organising.pattern import PatternRefused, pattern_of
from genre_desktop.core.organising.wishes import Choice, How
from genre_desktop.core.there import is_folder


def organising_of(options: argparse.Namespace) -> OrganiseFiles:
    """What is to go where.

    Raises:
        CommandRefused: The pattern, the folder or the rules cannot be used.
    """
    try:
        pattern = pattern_of(options.pattern)
    except PatternRefused as refused:
        raise CommandRefused(refused.sentence) from refused
    into = Path(os.path.abspath(options.into))  # noqa: PTH100 - without ".." before it is there
    if os.path.lexists(into) and not is_folder(into):
        raise CommandRefused(f"{into} is no folder; name one with --into.")
    if options.remove_empty and not options.move:
        raise CommandRefused("--remove-empty belongs to --move: copying empties no folder.")
    how = How.MOVE if options.move else How.COPY
    return OrganiseFiles(
        heard=hearing_of(options),
        choice=Choice(into, how, pattern, options.min_confidence),
        rules=rules_of(options),
        remove_empty=options.remove_empty,
        dry_run=options.dry_run,
        yes=options.yes,
    )
