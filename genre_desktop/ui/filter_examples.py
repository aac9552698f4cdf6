"""Examples of what can be typed into the filter box, for people."""

from PySide6.QtCore import QCoreApplication


def filter_examples() -> tuple[tuple[str, str], ...]:
    """Texts of the filter's language, each with what it shows."""
    return (
        ("rain", _tr("Tracks with this word in title, artist, album, genre, tags or path.")),
        ('"half a mile"', _tr("Tracks with these words in this order.")),
        ("-live", _tr("Tracks without this word; the minus stands before anything below, too.")),
        ("genre:jazz", _tr("Tracks that the model calls jazz; second:jazz asks the second guess.")),
        ("artist:pines", _tr("Also title:, album:, tag: (the genre in the file) and path:.")),
        ("status:unsure", _tr("Also problem, note, duplicate, waiting and the status's words.")),
        ("conf < 60", _tr("Tracks whose confidence is below 60 %; also <=, >, >= and =.")),
        ("bpm > 120", _tr("Tracks faster than 120 beats a minute.")),
        ("time > 5:00", _tr("Tracks longer than five minutes; a number alone means seconds.")),
        ("genre:rock conf > 80", _tr("Several parts: every one must hold.")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FilterExamples", text)
