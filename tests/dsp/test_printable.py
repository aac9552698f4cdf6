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
        ("plain name", "plain name"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("red\x1b[31m", "red\\x1b[31m"),
        ("turned\u202earound", "turned\\u202earound"),
        ("caf\udce9\n", "caf\\xe9\\n"),
        (LONE_SURROGATE, "a\\ud83d.mp3"),
    ],
)
def test_a_name_in_a_sentence_stays_on_its_line_and_steers_nothing(text: str, shown: str) -> None:
    assert one_line(text) == shown
    assert shown_name(Path("folder") / text) == shown


def test_a_file_of_any_name_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoundError) as raised, open_regular(tmp_path / LONE_SURROGATE):
        pass
    assert raised.value.problem in {Problem.MISSING, Problem.UNREADABLE}
    raised.value.sentence.encode()
