"""How a model's labels are spelt in tags, as other programs spell them, and which are the same."""

from functools import lru_cache

_SPELLINGS = {"hiphop": "Hip-Hop"}


@lru_cache(maxsize=1024)
def genre_key(label: str) -> str:
    """A genre however it is written: "Hip-Hop" and "hiphop" are one; signs alone stay."""
    return "".join(letter for letter in label.casefold() if letter.isalnum()) or label


@lru_cache(maxsize=1024)
def tag_name(label: str) -> str:
    """The name of a genre for tags: "hiphop" is Hip-Hop, "blues" is Blues."""
    return _SPELLINGS.get(genre_key(label)) or label[:1].upper() + label[1:]
