"""From the options of `tag`, `undo` and `history` to what they do."""

import argparse
from pathlib import Path

from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.history import print_history
from genre_desktop.cli.request import Classify
from genre_desktop.cli.tag import TagFiles, tag_files
from genre_desktop.cli.undo import TakeBack, take_back_tags
from genre_desktop.core.places import RULES_NAME, PlaceUnavailable, config_folder
from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import RulesRefused, parse_rules, read_rules
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice


def carry_out(options: argparse.Namespace) -> ExitCode:
    """Does what was asked for.

    Raises:
        CommandRefused: It cannot be done.
    """
    try:
        if options.command == "tag":
            return tag_files(_tag(options))
        if options.command == "undo":
            asked = TakeBack(options.run, tuple(options.paths), options.dry_run, options.yes)
            return take_back_tags(asked)
        return print_history(options.run)
    except (JournalUnavailable, PlaceUnavailable) as unavailable:
        raise CommandRefused(unavailable.sentence) from unavailable


def _rules(file: Path | None) -> Rules:
    if file is not None and not file.is_file():
        raise CommandRefused(f"There are no rules in {file}.")
    try:
        return parse_rules(read_rules(file or config_folder() / RULES_NAME))
    except RulesRefused as refused:
        raise CommandRefused(f"The rules cannot be used: {refused.sentence}") from refused


def _tag(options: argparse.Namespace) -> TagFiles:
    heard = Classify(
        paths=tuple(options.paths),
        model=options.model,
        csv=None,
        json=None,
        jobs=options.jobs,
        min_confidence=options.min_confidence,
        exclude=tuple(options.exclude),
        again=options.again,
        byte_order_mark=False,
        relative_to=None,
        use_library=not options.no_library,
    )
    preferences = Preferences(
        id3_version=4 if options.id3 == "2.4" else 3,
        separator=options.separator,
        keep_time=not options.new_time,
    )
    return TagFiles(
        heard=heard,
        choice=Choice(
            options.only_empty,
            options.append,
            options.min_confidence,
            frozenset(map(Also, options.also)),
        ),
        preferences=preferences,
        rules=Rules() if options.no_rules else _rules(options.rules),
        dry_run=options.dry_run,
        yes=options.yes,
    )
