"""Words that came from files may look like HTML, and must not be read as it where Qt guesses."""


def plain_tooltip(text: str) -> str:
    """A tooltip, or a dialog's label, that shows a text letter by letter; empty for none.

    Qt guesses whether such a text is rich, and would load the pictures that a title names.
    """
    from html import escape  # not before the first paint

    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""
