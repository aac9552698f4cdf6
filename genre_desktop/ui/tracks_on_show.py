"""The list on show as the order of playing sees it."""

from genre_desktop.core.track import Track
from genre_desktop.ui.track_table_model import TrackTableModel


class TracksOnShow:
    """The tracks on show, in the order on show; nothing is copied, however many there are."""

    def __init__(self, model: TrackTableModel) -> None:
        self._model = model

    def __len__(self) -> int:
        return self._model.rowCount()

    def __getitem__(self, place: int) -> Track:
        return self._model.row_state(place).listing.track

    def index(self, track: Track) -> int:
        """The place of a track.

        Raises:
            ValueError: It is not on show.
        """
        row = self._model.playlist.row(track)
        if row is None or row.shown_at < 0:
            raise ValueError(track)
        return row.shown_at
