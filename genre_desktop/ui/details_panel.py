"""The panel on the right: the selected track's genres, timeline and file."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.ui.cover import Cover
from genre_desktop.ui.empty_details import EmptyDetails
from genre_desktop.ui.genre_bars import GenreBars
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.known_viewport import give_known_viewport
from genre_desktop.ui.labels import (
    ElidedLabel,
    HeaderLabel,
    IconSentence,
    ToneLabel,
    WrappedLabel,
)
from genre_desktop.ui.problem_sentences import sentence_of
from genre_desktop.ui.row_state import Guess, RowState, State
from genre_desktop.ui.side_by_side import SideBySide
from genre_desktop.ui.status_delegate import STATE_ICONS
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.timeline_legend import TimelineLegend
from genre_desktop.ui.timeline_pieces import pieces_of, shares
from genre_desktop.ui.timeline_strip import TimelineStrip
from genre_desktop.ui.track_facts import facts_of, state_sentence, subtitle

PADDING = 13  # beside the pixel of the ring around the panel
ICON = QSize(16, 16)
DEFAULT_WIDTH = 284
NARROWEST = 240
WIDEST = 400
TITLE_LINES = 4  # at most, so that the genres stay in sight
_JOINER = "\u2060"  # else a line may end within the unit
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight


class DetailsPanel(QScrollArea):
    """Empty, it says what to do and which keys help in the first minute.

    Signals:
        listen_again_requested: The `RowState` on show shall be listened to again.
        correct_requested: The user knows the genre better.
        width_changed: What lies below is to be as wide.
    """

    listen_again_requested = Signal(RowState)
    correct_requested = Signal()
    width_changed = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, swatches: Swatches) -> None:
        super().__init__()
        self._row: RowState | None = None
        give_known_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme.scaled(NARROWEST))
        self.setMaximumWidth(theme.scaled(WIDEST))
        self.setAccessibleName(self.tr("All about the selected track"))
        self._empty = EmptyDetails(theme)
        self._track = _TrackDetails(theme, icons, swatches)
        self._track.listen_again.clicked.connect(self._ask_again)
        self._track.correct.clicked.connect(self.correct_requested)
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._track)
        self._turn_to(self._empty)
        self.setWidget(pages)
        # the scroll area would paint the base colour
        self.viewport().setAutoFillBackground(False)
        pages.setAutoFillBackground(False)
        theme.changed.connect(self._show_again)

    def sizeHint(self) -> QSize:
        return QSize(DEFAULT_WIDTH, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit(self.width())

    def offer_changes(self, *, offered: bool) -> None:
        """Whether the track can be corrected and classified again from here."""
        self._track.changes.setVisible(offered)

    def show_keys(self, keys: Iterable[tuple[QKeySequence, str]]) -> None:
        """Show shortcuts with their words while no track is selected."""
        self._empty.show_keys(keys)

    def know_limits(self, limits: Mapping[tuple[str, str], float | None]) -> None:
        """Know below which probability models are unsure, by their names and versions."""
        self._track.limits = limits
        self._show_again()

    def show_row(self, row: RowState | None) -> None:
        """Show a track, or the empty state; a cover on show goes when the track is another."""
        before = self._row
        self._row = row
        if row is None:
            self._turn_to(self._empty)
            return
        if before is None or before.listing.track != row.listing.track:
            self._track.cover.show_unread()
        self._track.show_row(row)
        self._turn_to(self._track)

    def show_cover(self, image: QImage | None) -> None:
        """Show the cover of the track on show, a note without one."""
        self._track.cover.show_image(image)

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; in a stack the other one would take room, and a scroll bar come for it."""
        for one in (self._empty, self._track):
            one.setVisible(one is page)

    @Slot()
    def _show_again(self) -> None:
        if self._row is not None:
            self._track.show_row(self._row)  # its icons are pictures in the former colours

    @Slot()
    def _ask_again(self) -> None:
        if self._row is not None:
            self.listen_again_requested.emit(self._row)


class _TrackDetails(QWidget):
    """All of one track, from its title to its path."""

    def __init__(self, theme: Theme, icons: Icons, swatches: Swatches) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self.limits: Mapping[tuple[str, str], float | None] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 10, PADDING, PADDING)
        column.setSpacing(4)
        self.cover = Cover(theme, icons)
        column.addLayout(self._heading(theme))
        column.addSpacing(8)
        self._add_genres(column, theme, swatches)
        column.addSpacing(8)
        self._add_timeline(column, theme, swatches)
        column.addSpacing(8)
        self._add_file(column, theme)
        column.addStretch(1)

    def show_row(self, row: RowState) -> None:
        """Fill everything in."""
        self._title.say(row.title)
        self._subtitle.say(subtitle(row))
        self._show_sentences(row)
        verdict = row.verdict
        ranked = verdict.ranked() if verdict is not None else ()
        self._bars.show_guesses(tuple(Guess(*pair) for pair in ranked[:5]))
        self._strip.show_verdict(verdict, row.seconds)
        self._show_pieces(row)
        for (_, value), label in zip(facts_of(row), self._values, strict=True):
            label.setText(value.replace("kbit/s", f"kbit/{_JOINER}s"))
        self.listen_again.setEnabled(row.is_finished)
        self.correct.setEnabled(row.is_finished and row.verdict is not None)

    def _heading(self, theme: Theme) -> QHBoxLayout:
        self._title = WrappedLabel(theme, size=Size.TITLE, most_lines=TITLE_LINES)
        self._subtitle = WrappedLabel(theme, role="muted", most_lines=TITLE_LINES)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch()
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addLayout(words, 1)
        heading.addWidget(self.cover, 0, _TOP)
        return heading

    def _add_genres(self, column: QVBoxLayout, theme: Theme, swatches: Swatches) -> None:
        self._problem = IconSentence(theme, "problem")
        self._state = IconSentence(theme, "text")
        self._bars = GenreBars(theme, swatches)
        self.listen_again = QPushButton(self._icons.icon("refresh"), self.tr("Classify again"))
        self.listen_again.setToolTip(self.tr("Classify this track again with the chosen model."))
        self.correct = QPushButton(self._icons.icon("pencil"), self.tr("Correct…"))
        self.correct.setToolTip(self.tr("Say which genre this track is."))
        for button in (self.listen_again, self.correct):
            button.setAccessibleName(button.toolTip())
        column.addWidget(self._problem)
        column.addWidget(HeaderLabel(theme, self.tr("Genre, whole track")))
        column.addWidget(self._state)
        column.addWidget(self._bars)
        column.addSpacing(4)
        self.changes = SideBySide(self.correct, self.listen_again)
        column.addWidget(self.changes)

    def _add_timeline(self, column: QVBoxLayout, theme: Theme, swatches: Swatches) -> None:
        header = QHBoxLayout()
        header.addWidget(HeaderLabel(theme, self.tr("Timeline")))
        self._pieces = ToneLabel(theme, role="muted", size=Size.SMALL)
        header.addWidget(self._pieces, 1, _RIGHT)
        self._strip = TimelineStrip(theme)
        self._legend = TimelineLegend(theme, swatches)
        column.addLayout(header)
        column.addWidget(self._strip)
        column.addSpacing(2)
        column.addWidget(self._legend)

    def _add_file(self, column: QVBoxLayout, theme: Theme) -> None:
        column.addWidget(HeaderLabel(theme, self.tr("File")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 56)
        grid.setColumnStretch(1, 1)
        self._values: list[ToneLabel] = []
        for line, name in enumerate(
            (self.tr("Tag now"), self.tr("Format"), self.tr("Length"), self.tr("Path"))
        ):
            value = _value(theme, line)
            named = ToneLabel(theme, name, role="muted")
            grid.addWidget(named, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
            self._values.append(value)
        column.addLayout(grid)

    def _show_sentences(self, row: RowState) -> None:
        note = row.note
        icon = self._icons.pixmap
        ratio = self.devicePixelRatioF()
        colours = self._theme.colours
        self._problem.say(
            sentence_of(note) if note is not None else "",
            icon("warning", ICON, colours.problem, ratio),
        )
        chosen = "unsure" if row.unsure else STATE_ICONS.get(row.state, "info")
        if row.correction is not None:
            chosen = "pencil"
        if row.state is State.PROBLEM:
            chosen = "info"  # the warning stands above
        verdict = row.verdict
        limit = self.limits.get((verdict.model, verdict.version)) if verdict is not None else None
        self._state.say(state_sentence(row, limit), icon(chosen, ICON, colours.text, ratio))

    def _show_pieces(self, row: RowState) -> None:
        verdict = row.verdict
        timeline = verdict.timeline if verdict is not None else None
        if verdict is None or timeline is None:
            self._pieces.setText("")
            self._legend.show_shares([])
            return
        pieces = pieces_of(verdict)
        words = self.tr("%1 pieces of %2 s").replace("%1", self.locale().toString(len(pieces)))
        seconds = self.locale().toString(round(timeline.piece_seconds))
        self._pieces.setText(words.replace("%2", seconds))
        self._legend.show_shares(shares(pieces, timeline, row.seconds))


def _value(theme: Theme, line: int) -> ToneLabel:
    """What holds a fact: the format wraps, for all of it is of use; the others stay on one line."""
    if line == 1:
        label = ToneLabel(theme)
        label.setWordWrap(True)
        return label
    middle = Qt.TextElideMode.ElideMiddle
    return ElidedLabel(theme, elide=middle if line == 3 else Qt.TextElideMode.ElideRight)
