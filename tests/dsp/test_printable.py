"""Text that every terminal, file and window can show."""

from pathlib import Path

import pytest

from genre_desktop.dsp.printable import one_line, printable
from genre_desktop.dsp.regular_file import open_regular, shown_name
from genre_desktop.dsp.sound import Problem, SoundError

LONE_SURROGATE = "a\ud83d.mp3"  # Windows allows such names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Käse 東京 🎵", "Käse 東京 🎵"),
        ("two\nlines", "two\nlines"),
        ("caf\udce9", "caf\\xe9"),
        (LONE_SURROGATE, "a\\ud83d.mp3"),
        ("\udce9\ud83d", "\\udce9\\ud83d"),
    ],
)
def test_what_utf8_cannot_hold_is_spelled_out(text: str, shown: str) -> None:
    assert printable(text) == shown
    shown.encode()


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
    assert shown_name(Path("folder") / text) == shown


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


def test_a_file_of_any_name_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoundError) as raised, open_regular(tmp_path / LONE_SURROGATE):
        pass
    assert raised.value.problem in {Problem.MISSING, Problem.UNREADABLE}
    raised.value.sentence.encode()
