"""What the options of commands that write tags ask for."""

import argparse

from genre_desktop.cli.request import Classify
from genre_desktop.cli.rules_asked import rules_asked_for
from genre_desktop.cli.tag import TagFiles
from genre_desktop.core.rules import Rules
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice


def tagging_of(options: argparse.Namespace) -> TagFiles:
    """What the options of `tag`, and those of `watch` that are like them, ask for.

    Raises:
        CommandRefused: The rules cannot be used.
    """
    preferences = Preferences(
        id3_version=4 if options.id3 == "2.4" else 3,
        separator=options.separator,
        keep_time=not options.new_time,
        through_links=options.through_links,
    )
    return TagFiles(
        heard=hearing_of(options),
        choice=Choice(
            options.only_empty,
            options.append,
            options.min_confidence,
            frozenset(map(Also, options.also)),
        ),
        preferences=preferences,
        rules=rules_of(options),
        dry_run=options.dry_run,
        yes=options.yes,
    )


def hearing_of(options: argparse.Namespace) -> Classify:
    """What is to be heard, and how, by the options that such commands share."""
    return Classify(
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
        quick=options.quick,
    )


def rules_of(options: argparse.Namespace) -> Rules:
    """The rules that are to be obeyed.

    Raises:
        CommandRefused: They cannot be used.
    """
    return Rules() if options.no_rules else rules_asked_for(options.rules)
