"""How a model's labels are spelt in tags, as other programs spell them."""

from functools import lru_cache

_SPELLINGS = {"hiphop": "Hip-Hop"}


@lru_cache(maxsize=1024)
def tag_name(label: str) -> str:
    """The name of a genre for tags: "hiphop" is Hip-Hop, "blues" is Blues."""
    key = "".join(letter for letter in label.casefold() if letter.isalnum())
    return _SPELLINGS.get(key) or label[:1].upper() + label[1:]
