"""The rules that a command is to obey."""

from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display
from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.core.places import RULES_NAME, user_config_place
from genre_desktop.core.rule_conflicts import conflicts
from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import RulesRefused, parse_rules, read_rules
from genre_desktop.core.there import is_file, is_folder
from genre_desktop.dsp.printable import one_line


def rules_asked_for(file: Path | None) -> Rules:
    """Those of a file, or the window's without one; what contradicts itself in them is told.

    Raises:
        CommandRefused: There is no such file, or it cannot be meant.
    """
    if file is not None and is_folder(file):
        raise CommandRefused(f"{one_line(str(file))} is a folder; name the file with the rules.")
    if file is not None and not is_file(file):
        raise CommandRefused(f"There are no rules in {file}.")
    try:
        text = read_rules(file or user_config_place() / RULES_NAME)
        rules = parse_rules(text)
    except RulesRefused as refused:
        raise CommandRefused(f"The rules cannot be used: {refused.sentence}") from refused
    with Display(console_for(error=True), is_quiet=True) as display:
        for sentence in conflicts(rules, text):
            display.say(sentence)
    return rules
