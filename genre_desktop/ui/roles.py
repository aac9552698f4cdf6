"""Columns and item-data roles: what the track table's model answers and its delegates ask."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Column(IntEnum):
    """The columns of the track table, in the model's order."""

    NUMBER = 0
    TITLE = 1
    ARTIST = 2
    GENRE = 3
    CONFIDENCE = 4
    SECOND = 5
    TEMPO = 6
    TIME = 7
    STATUS = 8
    ALBUM = 9
    TAG_NOW = 10
    PATH = 11


HIDDEN_BY_DEFAULT = frozenset({Column.ALBUM, Column.TAG_NOW, Column.PATH})
RIGHT_ALIGNED = frozenset({Column.NUMBER, Column.TEMPO, Column.TIME})


class Role(IntEnum):
    """What the model answers beside Qt's own roles.

    `ROW` gives the whole `RowState` for every column, so that a delegate asks once a cell.
    """

    ROW = int(Qt.ItemDataRole.UserRole)
