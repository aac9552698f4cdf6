"""The strip at the bottom: progress with rate, time left and Cancel; a summary on the right."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from genre_desktop.services.progress import Progress
from genre_desktop.ui.labels import ElidedLabel, ToneLabel
from genre_desktop.ui.theme import Size, Theme

BAR_WIDTH = 220
NARROW_BAR_WIDTH = 100
WIDE_FROM = 1200  # the strip's own width; below it, its words need the room
BAR_HEIGHT = 6
HEIGHT = 26


class StatusStrip(QWidget):
    """Idle, it says what was done last.

    Signals:
        cancel_requested: What is going on shall stop.
    """

    cancel_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_listening = False
        self._is_scanning = False
        self._words = ToneLabel(theme, self.tr("Ready"))
        self._looking = ToneLabel(theme, self.tr("Looking for music…"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(BAR_WIDTH, BAR_HEIGHT)
        self._bar.setAccessibleName(self.tr("How far the listening is"))
        self._rate = _shrinking(theme)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop; what was found and heard stays."))
        self._cancel.setAccessibleName(self.tr("Stop listening and looking for music"))
        self._cancel.setObjectName("compact")
        self._cancel.clicked.connect(self.cancel_requested)
        self._summary = _shrinking(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(12)
        for widget in (self._looking, self._words, self._bar, self._rate, self._cancel):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._summary)
        self.setAccessibleName(self.tr("Status: progress on the left, counts on the right"))
        self.show_idle(self.tr("Ready"))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setFixedWidth(BAR_WIDTH if self.width() >= WIDE_FROM else NARROW_BAR_WIDTH)

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far a running listening is."""
        words = self.tr("Listening: %1 of %2 tracks")
        if progress.is_paused:
            words = self.tr("Paused: %1 of %2 tracks")
        elif progress.is_held:
            words = self.tr("Waiting: %1 of %2 tracks")
        self._words.setText(self._filled(words, progress.done, progress.total))
        self._show_bar(progress)
        self._rate.setText(self._rate_words(progress))
        self._is_listening = True
        self._show_work()

    def show_idle(self, sentence: str, details: str = "") -> None:
        """Show that nothing runs.

        Args:
            sentence: What was done last, such as "Done: 262 tracks in 41 s".
            details: Counts beside it, muted.
        """
        self._words.setText(sentence)
        self._rate.setText(details)
        self._is_listening = False
        self._show_work()

    def show_scanning(self, *, is_scanning: bool) -> None:
        """Show whether music is being looked for, which may go on beside the listening."""
        self._is_scanning = is_scanning
        self._show_work()

    def be_about_list(self, *, about_list: bool) -> None:
        """Show the list's counts, or none while something else stands in its place."""
        self._summary.setVisible(about_list)

    def show_summary(self, summary: str) -> None:
        """Show the list's counts on the right."""
        self._summary.setText(summary)

    def _show_bar(self, progress: Progress) -> None:
        self._bar.setUpdatesEnabled(False)  # else Qt paints all that waits for it, at once
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
        self._bar.setUpdatesEnabled(True)

    def _show_work(self) -> None:
        self._looking.setVisible(self._is_scanning)
        self._words.setVisible(self._is_listening or not self._is_scanning)
        self._rate.setVisible(self._is_listening or not self._is_scanning)
        self._bar.setVisible(self._is_listening)
        self._cancel.setVisible(self._is_listening or self._is_scanning)

    def _rate_words(self, progress: Progress) -> str:
        """What matters most comes first: the end is cut where there is no room."""
        number = self.locale().toString
        parts = []
        if progress.seconds_left is not None and not progress.is_held:
            parts.append(self.tr("%1 left").replace("%1", self._duration(progress.seconds_left)))
        if progress.times_realtime is not None:
            rate = number(round(progress.times_realtime))
            parts.append(self.tr("%1 × realtime").replace("%1", rate))
        if progress.tracks_per_hour is not None:
            rate = number(round(progress.tracks_per_hour))
            parts.append(self.tr("%1 tracks an hour").replace("%1", rate))
        return " · ".join(parts)

    def _filled(self, words: str, first: int, second: int) -> str:
        number = self.locale().toString
        return words.replace("%1", number(first)).replace("%2", number(second))

    def _duration(self, seconds: float) -> str:
        number = self.locale().toString
        if seconds < 90:
            return self.tr("%1 s").replace("%1", number(max(1, round(seconds))))
        minutes = round(seconds / 60)
        if minutes < 90:
            return self.tr("%1 min").replace("%1", number(minutes))
        hours, rest = divmod(minutes, 60)
        words = self.tr("%1 h %2 min").replace("%1", number(hours))
        return words.replace("%2", number(rest))


def _shrinking(theme: Theme) -> ElidedLabel:
    """A muted line as wide as its words, which gives way where there is no room."""
    label = ElidedLabel(theme, role="muted")
    label.setFont(theme.font(Size.SMALL))
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label
