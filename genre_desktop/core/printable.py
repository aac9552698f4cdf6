"""Text that every terminal, file and window can show."""


def printable(text: str) -> str:
    r"""The text with whatever UTF-8 cannot hold written as `\xNN` or `\uNNNN`."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _spelled_out(text)
    return text


def _spelled_out(text: str) -> str:
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Windows: a lone surrogate that stands for no byte
        return text.encode("utf-8", "backslashreplace").decode()
    return raw.decode("utf-8", "backslashreplace")
