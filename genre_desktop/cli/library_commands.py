"""From the options of `export`, `import` and `library` to what they do."""

import argparse

from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.cli.export import export_library
from genre_desktop.cli.importing import import_table
from genre_desktop.cli.library import keep_library


def carry_out_with_library(options: argparse.Namespace) -> ExitCode:
    """Does what was asked for.

    Raises:
        CommandRefused: It cannot be done.
    """
    commands = {"export": export_library, "import": import_table, "library": keep_library}
    return commands[options.command](options)
