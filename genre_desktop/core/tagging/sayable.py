"""Which genres tags can say, so that whoever reads them reads what was meant."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from genre_desktop.core.genre_names import has_control_signs
from genre_desktop.dsp.printable import one_line

# Of the genre ID3v2 says: “If you want to add "remix" or "cover" … RX, CR”, “(4)”, and “((” for a
# bracket of its own. Numbers without brackets are those of ID3v2.4, and read so in older tags, too.
_OF_ID3: Final = re.compile(r"RX|CR|\((?:[0-9]+|RX|CR)\).*|\(\(.*", re.DOTALL)
_NUMBERS: Final = 256
UNSAYABLE: Final = "with a name that tags cannot say"  # of a file, as read-only is


def parted(genres: Iterable[str], separator: str) -> tuple[str, ...]:
    """Genres as tags give them back that have one text for all, each once.

    Args:
        genres: What they are to say.
        separator: What parts genres in such tags; empty where they hold several texts.
    """
    if separator:
        genres = [part.strip() for one in genres for part in one.split(separator)]
    return tuple(dict.fromkeys(genre for genre in genres if genre))


def unsayable(genres: Sequence[str], kind: str, separator: str, before: Sequence[str] = ()) -> str:
    """Why tags of a kind cannot say one of the genres; empty where they can say all.

    Args:
        genres: What they are to say.
        kind: Of the tags, such as "ID3v2.3".
        separator: What parts genres in such tags; empty where they hold several texts.
        before: What they say before these, and keep.
    """
    for one in filter(has_control_signs, genres):
        return (
            f"no tag can hold “{one_line(one)}”, for a line break or another control sign is "
            "in it; call the genre something else"
        )
    for one in filter(_is_of_id3, _texts_of_id3([*before, *genres], kind, separator)):
        return (
            f"these tags cannot say “{one or separator}”, which would be read as another genre; "
            "call it something else"
        )
    return ""


def _texts_of_id3(genres: Iterable[str], kind: str, separator: str) -> Iterable[str]:
    """The texts in tags that have numbers for genres: one for all where a sign parts them."""
    if not kind.startswith("ID3"):
        return ()
    return [separator.join(parted(genres, separator))] if separator else genres


def _is_of_id3(genre: str) -> bool:
    is_number = genre.isdecimal() and int(genre) < _NUMBERS
    return not genre or is_number or _OF_ID3.fullmatch(genre) is not None
