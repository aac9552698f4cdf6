"""Names of files and folders that every system takes."""

import re
import unicodedata

LONGEST_BYTES = 200  # of 255 that most file systems take, with room for an ending and a number

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE)


def safe_name(text: str, longest_bytes: int = LONGEST_BYTES) -> str:
    """The text as a name on any system, composed (NFC); empty where nothing of it is left.

    What a system refuses becomes a low line; blanks at the ends and dots at the end go; a dot at
    the beginning would hide the file. Windows' names of devices get a low line.

    Args:
        text: Any text.
        longest_bytes: Of the name in UTF-8; longer ones are cut between letters.
    """
    name = _REFUSED.sub("_", unicodedata.normalize("NFC", text)).strip().rstrip(". ")
    if name.startswith("."):
        name = f"_{name[1:]}"
    return _cut(no_device(name), longest_bytes).rstrip(". ")


def no_device(name: str) -> str:
    """The name, with a low line where Windows would take it for that of a device."""
    stem, dot, rest = name.partition(".")
    return f"{stem.rstrip()}_{dot}{rest}" if _RESERVED.fullmatch(stem.rstrip()) else name


def folded(text: str) -> str:
    """What is the same for names that some system takes for one."""
    return unicodedata.normalize("NFC", text.casefold())


def _cut(name: str, longest_bytes: int) -> str:
    data = name.encode()
    if len(data) <= longest_bytes:
        return name
    end = len(data[:longest_bytes].decode(errors="ignore"))
    while end and unicodedata.combining(name[end]):  # an accent stays with its letter
        end -= 1
    return name[:end]
