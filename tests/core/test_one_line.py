"""Names and tags on one line."""

import pytest

from genre_desktop.core.one_line import one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\r", "two\\nlines\\r"),
        ("red\x1b[31m \x9b2J", "red\\x1b[31m \\x9b2J"),
        ("turned\u202earound\u2066", "turned\\u202earound\\u2066"),
        ("end\u2028of a line", "end\\u2028of a line"),
        ("caf\udce9\n", "caf\\xe9\\n"),
        ("half\ud83d", "half\\ud83d"),
    ],
)
def test_what_breaks_a_line_or_steers_a_terminal_is_spelled_out(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "東京\u3000物語",
        "می\u200cخواهم",
        "👩\u200d🚀",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\U0001fae8 younger than this Python",
        "Saint\u00a0Germain",
    ],
    ids=["wide space", "Persian joiner", "joined emoji", "flag", "new emoji", "unbreakable space"],
)
def test_spaces_joiners_and_new_emoji_stay_as_they_are(text: str) -> None:
    assert one_line(text) == text
