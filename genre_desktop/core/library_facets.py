"""What can be wanted of the library: a group, a text, an order."""

from enum import StrEnum
from typing import NamedTuple


class Facet(StrEnum):
    """What the library can be gone through by; the values are kept in saved views."""

    FOLDER = "folder"
    ARTIST = "artist"
    ALBUM = "album"
    GENRE = "genre"
    CONFIDENCE = "confidence"
    UNSURE = "unsure"
    CONFLICT = "conflict"
    PROBLEM = "problem"
    GONE = "gone"


class Order(StrEnum):
    """What rows can be sorted by: the columns of the table that sort."""

    PATH = "path"
    TITLE = "title"
    ARTIST = "artist"
    ALBUM = "album"
    TAG = "tag"
    GENRE = "genre"
    SECOND = "second"
    CONFIDENCE = "confidence"
    TEMPO = "tempo"
    SECONDS = "seconds"
    STATUS = "status"


Key = str | int | None  # of a group; None is: nothing is known


class View(NamedTuple):
    """What is wanted of the library.

    Attributes:
        text: Of the filter box.
        facet: What it is gone through by, None for all of it at once.
        key: The group that is wanted of the facet; only counts where `is_grouped`.
        is_grouped: Whether one group alone is wanted.
    """

    text: str = ""
    facet: Facet = Facet.FOLDER
    key: Key = None
    is_grouped: bool = False
    order: Order = Order.PATH
    is_descending: bool = False


class Group(NamedTuple):
    """Tracks that have something in common.

    Attributes:
        key: What they have in common.
        tracks: How many they are.
    """

    key: Key
    tracks: int
