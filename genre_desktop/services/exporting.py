"""Writes the table to a file in a thread."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.track import Listing
from genre_desktop.services.lane import Lane


class Form(Enum):
    """What a file is written as."""

    CSV = auto()
    CSV_FOR_EXCEL = auto()  # with a byte order mark
    JSON = auto()
    M3U = auto()  # the playlists for other programs hold no genres
    XSPF = auto()
    TRAINING = auto()  # what the user corrected, for a model to learn from


PLAYLIST_FORMS = frozenset({Form.M3U, Form.XSPF})


class Exporting(QObject):
    """Exports listings, one file after another.

    Signals:
        exported: The file, how many tracks it lists, of how many they were chosen, and how many of
            them a playlist names by their whole path where a relative one was asked for.
        failed: A sentence: what could not be written, and why.
    """

    exported = Signal(Path, int, int, int)
    failed = Signal(str)
    _written = Signal(Path, int, int, int)
    _refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("export")
        self._written.connect(self.exported, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def export(
        self,
        listings: Sequence[Listing],
        target: Path,
        form: Form,
        *,
        listed: int,
        rules: Path | None = None,
        paths: str = "below",
    ) -> None:
        """Write listings to a file, whole or not at all.

        Args:
            listings: What to write, in this order.
            target: The file; a playlist is XSPF where it ends in .xspf, else M3U.
            form: What it is written as.
            listed: How many tracks there are, be they written or not.
            rules: The file of the rules that it is to obey, None for none.
            paths: How a playlist names files, a word of `Settings.playlist_paths`.
        """
        rows = tuple(listings)

        def write(ruled: Sequence[Listing]) -> tuple[int, int]:
            return _write(ruled, target, form, paths)

        self._lane.do(lambda: self._export(rows, target, listed, rules, write))

    def close(self) -> None:
        """Finish what is being written and end the thread."""
        self._lane.finish()

    def _export(
        self,
        listings: tuple[Listing, ...],
        target: Path,
        listed: int,
        rules: Path | None,
        write: Callable[[Sequence[Listing]], tuple[int, int]],
    ) -> None:
        from genre_desktop.core.ruled_outcomes import ruled_listings, rules_in
        from genre_desktop.core.rules_file import RulesRefused

        try:
            written, not_relative = write(ruled_listings(listings, rules_in(rules)))
        except (ExportFailed, RulesRefused) as failure:
            self._refused.emit(failure.sentence)
        else:
            self._written.emit(target, written, listed, not_relative)


def _write(listings: Sequence[Listing], target: Path, form: Form, paths: str) -> tuple[int, int]:
    """How many were written, and how many of them not with the relative path that was asked for."""
    from genre_desktop.core.export_cells import ExportOptions  # not before the first paint
    from genre_desktop.core.export_csv import write_csv
    from genre_desktop.core.export_json import write_json
    from genre_desktop.core.exporting.training_index import write_training
    from genre_desktop.core.locations import Paths
    from genre_desktop.core.playlists import write_playlist

    options = ExportOptions(byte_order_mark=form is Form.CSV_FOR_EXCEL)
    if form is Form.JSON:
        write_json(listings, target, options)
    elif form in PLAYLIST_FORMS:
        return len(listings), write_playlist(listings, target, Paths(paths)).not_relative
    elif form is Form.TRAINING:
        return write_training(listings, target, options), 0
    else:
        write_csv(listings, target, options)
    return len(listings), 0
