"""What the keys do while the keyboard is in the spectrogram, for the page that lists all keys."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


def plot_key_words() -> tuple[tuple[QKeySequence, str], ...]:
    """Keys and sentences; arrows to the left and down do the opposite."""
    return (
        (QKeySequence("Right"), _tr("Move the cursor through time, to read off level and note.")),
        (QKeySequence("Up"), _tr("Move the cursor through frequencies.")),
        (QKeySequence("Shift+Right"), _tr("Select times and see their mean spectrum.")),
        (QKeySequence("+"), _tr("Zoom in at the cursor; − zooms out, 0 shows the whole track.")),
        (QKeySequence("Ctrl++"), _tr("Zoom in on frequencies; Ctrl+− zooms out.")),
        (QKeySequence("PgDown"), _tr("Move on by what is in view; PgUp moves back.")),
        (QKeySequence("Home"), _tr("Go to the beginning of the track; End goes to its end.")),
        (QKeySequence("Esc"), _tr("Select nothing; once more to follow the music again.")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlotKeyWords", text)
