"""What the keys do while doubtful genres are reviewed, for the page that lists all keys."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


def review_key_words() -> tuple[tuple[QKeySequence, str], ...]:
    """Keys and sentences; the key of the first guess stands for all ten."""
    return (
        (QKeySequence("1"), _tr("It is the first guess; 2 to 9 and 0 are for the next ones.")),
        (QKeySequence("Space"), _tr("Play the track, or pause.")),
        (QKeySequence("R"), _tr("The model is right.")),
        (QKeySequence("S"), _tr("Skip the track.")),
        (QKeySequence("G"), _tr("Choose or type another genre.")),
        (QKeySequence("Z"), _tr("Take the last step back; Ctrl+Z does so, too.")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewKeyWords", text)
