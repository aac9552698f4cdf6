"""Text that every terminal, file and window can show as it is."""

import re
from typing import Final

# What breaks the line or steers a terminal, and what turns the order of the signs behind it. Wide
# and unbreakable spaces, the joiners of Persian and of emoji, and new emoji are signs like others.
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    r"""Return the text with whatever UTF-8 cannot hold written as `\xNN` or `\uNNNN`."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _spelled_out(text)
    return text


def one_line(text: str) -> str:
    r"""Return the text with line breaks, control characters and the like written as `\n`, `\x1b`.

    A name in a sentence must neither break the line nor steer a terminal.
    """
    return _UNFIT.sub(lambda sign: sign[0].encode("unicode_escape").decode(), printable(text))


def _spelled_out(text: str) -> str:
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Windows: a lone surrogate that stands for no byte
        return text.encode("utf-8", "backslashreplace").decode()
    return raw.decode("utf-8", "backslashreplace")
