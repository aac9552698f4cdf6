"""Text that every terminal, file and window can show as it is."""


def printable(text: str) -> str:
    r"""Return the text with whatever UTF-8 cannot hold written as `\xNN` or `\uNNNN`."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _spelled_out(text)
    return text


def one_line(text: str) -> str:
    r"""Return the text with line breaks and control characters written as `\n` or `\x1b`.

    A name in a sentence must neither break the line nor steer a terminal.
    """
    signs = printable(text)
    return "".join(s if s.isprintable() else s.encode("unicode_escape").decode() for s in signs)


def _spelled_out(text: str) -> str:
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Windows: a lone surrogate that stands for no byte
        return text.encode("utf-8", "backslashreplace").decode()
    return raw.decode("utf-8", "backslashreplace")
