"""Writes the table to a file in a thread."""

from collections.abc import Sequence
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
        exported: The file, how many tracks it lists, and of how many they were chosen.
        failed: A sentence: what could not be written, and why.
    """

    exported = Signal(Path, int, int)
    failed = Signal(str)
    _written = Signal(Path, int, int)
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
    ) -> None:
        """Write listings to a file, whole or not at all.

        Args:
            listings: What to write, in this order.
            target: The file; a playlist is XSPF where it ends in .xspf, else M3U.
            form: What it is written as.
            listed: How many tracks there are, be they written or not.
            rules: The file of the rules that it is to obey, None for none.
        """
        rows = tuple(listings)
        self._lane.do(lambda: self._export(rows, target, form, listed, rules))

    def close(self) -> None:
        """Finish what is being written and end the thread."""
        self._lane.finish()

    def _export(
        self,
        listings: tuple[Listing, ...],
        target: Path,
        form: Form,
        listed: int,
        rules: Path | None,
    ) -> None:
        from genre_desktop.core.ruled_outcomes import ruled_listings, rules_in
        from genre_desktop.core.rules_file import RulesRefused

        try:
            written = _write(ruled_listings(listings, rules_in(rules)), target, form)
        except (ExportFailed, RulesRefused) as failure:
            self._refused.emit(failure.sentence)
        else:
            self._written.emit(target, written, listed)


def _write(listings: tuple[Listing, ...], target: Path, form: Form) -> int:
    from genre_desktop.core.export_cells import ExportOptions  # not before the first paint
    from genre_desktop.core.export_csv import write_csv
    from genre_desktop.core.export_json import write_json
    from genre_desktop.core.exporting.training_index import write_training
    from genre_desktop.core.playlists import write_playlist

    options = ExportOptions(byte_order_mark=form is Form.CSV_FOR_EXCEL)
    if form is Form.JSON:
        write_json(listings, target, options)
    elif form in PLAYLIST_FORMS:
        write_playlist(listings, target)
    elif form is Form.TRAINING:
        return write_training(listings, target, options)
    else:
        write_csv(listings, target, options)
    return len(listings)
