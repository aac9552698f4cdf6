"""The order in which people expect names: 2 before 10, capitals beside small letters."""

import re

_NUMBER = re.compile("([0-9]+)")


def natural_key(name: str) -> tuple[list[str | int], str]:
    """A key to sort names by; equal only for equal names, so that the order is stable."""
    parts: list[str | int] = list(_NUMBER.split(name.casefold()))
    parts[1::2] = map(int, parts[1::2])
    return parts, name
