"""Tooltips of words that came from files, which may look like HTML and must not be read as it."""


def plain_tooltip(text: str) -> str:
    """A tooltip that shows a text letter by letter; empty for none.

    Qt guesses whether a tooltip is rich text, and would load the pictures that a title names.
    """
    from html import escape  # not before the first paint

    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""
