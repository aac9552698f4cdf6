"""Has what is played heard live where the list does not know it, and shows that."""

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.track import Outcome, Track
from genre_desktop.services.player.live_genres import LivePiece
from genre_desktop.services.player.messages import Began
from genre_desktop.services.services import Services
from genre_desktop.ui.player.now_panel import NowPanel
from genre_desktop.ui.track_table_model import TrackTableModel


class LiveShowing(QObject):
    """A stored timeline takes over as soon as it is there."""

    def __init__(self, services: Services, model: TrackTableModel, now: NowPanel) -> None:
        super().__init__(now)
        self._player, self._live = services.player, services.live_genres
        self._timelines = services.library.timelines
        self._model, self._now = model, now
        self._ahead: tuple[Track, list[LivePiece]] | None = None  # of what follows
        self._unknown: Track | None = None  # is being heard live, or will be
        services.player.decoding_began.connect(self._hear_if_unknown)
        services.player.track_changed.connect(self._show_track)
        services.classification.outcomes.connect(self._forget_if_known)
        self._timelines.found.connect(self._hear_if_none_was_found)
        services.live_genres.piece_heard.connect(self._take)
        services.live_genres.model_changed.connect(self._hear_anew)

    @Slot(object)
    def _hear_if_unknown(self, began: object) -> None:
        assert isinstance(began, Began)
        track, self._unknown = self._player.decoding, None
        if track is not None and not self._is_known(track):
            self._hear(track, began)

    @Slot(Outcome)
    def _hear_if_none_was_found(self, looked_up: Outcome) -> None:
        track, began = self._player.decoding, self._player.last_began
        if looked_up.lacks_timeline and looked_up.track == track and began is not None:
            self._hear(track, began)

    @Slot()
    def _hear_anew(self) -> None:
        """Nobody has heard the present track with this model."""
        track, began = self._player.decoding, self._player.last_began
        self._ahead = None
        self._now.show_live(())
        if track is not None and began is not None:
            self._hear(track, began)

    def _hear(self, track: Track, began: Began) -> None:
        self._live.hear(track, began)
        self._unknown = track
        if track == self._player.track:
            self._now.expect_live()

    @Slot(object)
    def _show_track(self, heard: object) -> None:
        pieces: tuple[LivePiece, ...] = ()
        if self._ahead is not None and self._ahead[0] == heard:
            pieces = tuple(self._ahead[1])
        self._ahead = None
        self._now.show_live(pieces)
        if heard is None:
            self._unknown = None
        elif heard == self._unknown:
            self._now.expect_live()

    @Slot()
    def _forget_if_known(self) -> None:
        track = self._player.track
        if track is not None and self._is_known(track):
            self._live.forget(track)

    @Slot(Track, LivePiece)
    def _take(self, track: Track, piece: LivePiece) -> None:
        if track == self._player.track:
            self._now.add_live(piece)
            return
        if self._ahead is None or self._ahead[0] != track:
            self._ahead = track, []
        self._ahead[1].append(piece)

    def _is_known(self, track: Track) -> bool:
        """Whether the list has a timeline of the whole track, or one is being looked up."""
        row = self._model.playlist.row(track)
        outcome = row.state.listing.outcome if row is not None else None
        if outcome is None or outcome.provisional or outcome.quick or outcome.verdict is None:
            return False
        return outcome.verdict.timeline is not None or self._timelines.look_up(outcome)
