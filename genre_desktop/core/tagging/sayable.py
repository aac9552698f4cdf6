"""Which genres tags can say, so that whoever reads them reads what was meant."""

import re
from collections.abc import Iterable
from typing import Final

from genre_desktop.core.genre_names import has_control_signs
from genre_desktop.dsp.printable import one_line

# Of the genre ID3v2 says: “If you want to add "remix" or "cover" … RX, CR”, “(4)”, and “((” for a
# bracket of its own. Numbers without brackets are those of ID3v2.4, and read so in older tags, too.
_OF_ID3: Final = re.compile(r"RX|CR|\((?:[0-9]+|RX|CR)\).*|\(\(.*", re.DOTALL)
_NUMBERS: Final = 256


def parted(genres: Iterable[str], separator: str) -> tuple[str, ...]:
    """Genres as tags give them back that have one text for all, each once.

    Args:
        genres: What they are to say.
        separator: What parts genres in such tags; empty where they hold several texts.
    """
    if separator:
        genres = [part.strip() for one in genres for part in one.split(separator)]
    return tuple(dict.fromkeys(genre for genre in genres if genre))


def unsayable(genres: Iterable[str], kind: str, separator: str) -> str:
    """Why tags of a kind cannot say one of the genres; empty where they can say all."""
    for one in genres:
        if has_control_signs(one):
            return (
                f"no tag can hold “{one_line(one)}”, for a line break or another control sign is "
                "in it; call the genre something else"
            )
        if kind.startswith("ID3") and any(map(_is_of_id3, parted([one], separator) or [""])):
            return (
                f"these tags cannot say “{one}”, which would be read as another genre; call it "
                "something else"
            )
    return ""


def _is_of_id3(genre: str) -> bool:
    is_number = genre.isdecimal() and int(genre) < _NUMBERS
    return not genre or is_number or _OF_ID3.fullmatch(genre) is not None
