"""Plays the track under review, from where music has usually got going."""

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.ui.row_state import RowState

_BEGINNING = 1 / 3  # of the track


class HeardWhileReviewed(QObject):
    """Keeps the player to the track under review.

    Signals:
        changed: It plays, or no longer does.
    """

    changed = Signal()

    def __init__(self, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self._row: RowState | None = None
        player.state_changed.connect(self.changed)
        player.track_changed.connect(self._stay)

    @property
    def is_playing(self) -> bool:
        """Whether the track under review is heard."""
        return self._is_own() and self._player.state is PlayerState.PLAYING

    def go_to(self, row: RowState | None) -> None:
        """Another track is reviewed; it plays where the one before did."""
        played = self.is_playing
        was_own = self._is_own()
        self._row = row
        if played and row is not None:
            self._play(row)
        elif was_own and not self._is_own():
            self._player.stop()

    @Slot()
    def toggle(self) -> None:
        """Play the track under review, pause it, or go on."""
        if self._row is None:
            return
        if self._is_own():
            self._player.toggle()
        else:
            self._play(self._row)

    def end(self) -> None:
        """Fall silent where the track under review was heard, and leave the player alone."""
        if self._is_own():
            self._player.stop()
        self._row = None

    def _play(self, row: RowState) -> None:
        self._player.play(row.listing.track, (row.seconds or 0.0) * _BEGINNING)

    def _is_own(self) -> bool:
        return self._row is not None and self._player.track == self._row.listing.track

    @Slot(object)
    def _stay(self, track: object) -> None:
        """What follows in the list is not under review."""
        if track is not None and self._row is not None and not self._is_own():
            self._player.stop()
        self.changed.emit()
