"""How a model's labels are spelt in tags, as other programs spell them, and which are the same."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

_SPELLINGS = {"hiphop": "Hip-Hop"}
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LABELS = frozenset(  # of the packages that come with the program; all others are names already
    {
        "blues",
        "classical",
        "country",
        "disco",
        "hiphop",
        "jazz",
        "metal",
        "pop",
        "reggae",
        "rock",
    }
)


@lru_cache(maxsize=1024)
def genre_key(label: str) -> str:
    """A genre however it is written: "Hip-Hop" and "hiphop" are one; signs alone stay."""
    return "".join(letter for letter in label.casefold() if letter.isalnum()) or label


@lru_cache(maxsize=1024)
def tag_name(label: str) -> str:
    """The name of a genre for tags: "hiphop" is Hip-Hop, "blues" is Blues."""
    return _SPELLINGS.get(genre_key(label)) or label[:1].upper() + label[1:]


def has_control_signs(genre: str) -> bool:
    """Whether a zero, a line break or the like is in it, which tags cannot hold or would part."""
    return bool(_CONTROL.search(genre))


def one_name(genre: str, labels: Collection[str] = ()) -> str:
    """The name for tags where a genre is a label, letter by letter; else the genre as it is.

    Args:
        genre: As the user says it.
        labels: Of the model in question, beside those that come with the program.
    """
    return tag_name(genre) if genre in _LABELS or genre in labels else genre
