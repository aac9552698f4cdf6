"""Numbers with their noun, in the singular or the plural."""

from PySide6.QtCore import QLocale


def counted(count: int, one: str, many: str) -> str:
    """Words with a count in them.

    Args:
        count: How many there are.
        one: The words for one, with %1 in the number's place.
        many: The words for any other number.
    """
    return (one if count == 1 else many).replace("%1", QLocale().toString(count))
