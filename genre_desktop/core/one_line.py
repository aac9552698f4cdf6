"""Names and tags as a line of a sentence or a table can hold them."""

import re

from genre_desktop.dsp.printable import printable

# What breaks the line or steers a terminal, and what turns the order of the signs behind it. Wide
# and unbreakable spaces, the joiners of Persian and of emoji, and new emoji are signs like others.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    r"""Return the text with line breaks, control characters and the like written as `\n`, `\x1b`.

    A name in a sentence must neither break the line nor steer a terminal.
    """
    return _UNFIT.sub(lambda sign: sign[0].encode("unicode_escape").decode(), printable(text))
