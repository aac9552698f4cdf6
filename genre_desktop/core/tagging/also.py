"""Fields beside the genre that a run may write, and what each family of tags calls them."""

from enum import Enum


class Also(Enum):
    """One field; its value is its name in preferences and on the command line."""

    TEMPO = "tempo"
    CONFIDENCE = "confidence"
    SECOND = "second"
    MODEL = "model"


Texts = tuple[tuple[Also, str], ...]  # what fields are to say, or say; an empty one goes

OF_A_MODEL = (Also.CONFIDENCE, Also.SECOND, Also.MODEL)  # untrue beside a genre of the user's own

_FREE = {
    Also.CONFIDENCE: "GENRE_CONFIDENCE",
    Also.SECOND: "GENRE_SECOND",
    Also.MODEL: "GENRE_MODEL",
}


def name_in(also: Also, tempo: str) -> str:
    """What a field is called where names are free, but for the tempo.

    Args:
        also: The field.
        tempo: The family's own name of the tempo.
    """
    return tempo if also is Also.TEMPO else _FREE[also]


def also_called(name: str, tempo: str) -> Also | None:
    """Which field a name stands for, whatever its case; None for all others.

    Args:
        name: Of some field of a file; one without a name is never ours.
        tempo: The family's own name of the tempo; empty where that has a field of its own.
    """
    folded = name.casefold()
    if not folded:
        return None
    return next((also for also in Also if name_in(also, tempo).casefold() == folded), None)
