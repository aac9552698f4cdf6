"""Numbers with their noun, in the singular or the plural."""

from PySide6.QtCore import QLocale


def counted(count: int, one: str, many: str) -> str:
    """Words with a count in them.

    Args:
        count: How many there are.
        one: The words for one, with %1 in the number's place.
        many: The words for any other number.
    """
    return numbered(count, one if count == 1 else many)


def numbered(number: int, words: str) -> str:
    """Words with a number in the place of %1."""
    return words.replace("%1", QLocale().toString(number))
