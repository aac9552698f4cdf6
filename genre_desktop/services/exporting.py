"""Writes the table to a file in a thread."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.track import Listing, Outcome
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

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        """Prepare to export.

        Args:
            library: Where timelines lie, which the listings come without.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._library = library
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

        def write() -> tuple[int, int]:
            from genre_desktop.core.ruled_outcomes import ruled_listings, rules_in

            obeyed = rules_in(rules)
            with _completing(self._library if form is Form.JSON else None) as completed:
                ruled = ruled_listings(rows, obeyed, completed)
                return _write(ruled, len(rows), target, form, paths)

        self._lane.do(lambda: self._export(target, listed, write))

    def close(self) -> None:
        """Finish what is being written and end the thread."""
        self._lane.finish()

    def _export(self, target: Path, listed: int, write: Callable[[], tuple[int, int]]) -> None:
        from genre_desktop.core.rules_file import RulesRefused

        try:
            written, not_relative = write()
        except (ExportFailed, RulesRefused) as failure:
            self._refused.emit(failure.sentence)
        else:
            self._written.emit(target, written, listed, not_relative)


@contextmanager
def _completing(library: Path | None) -> Iterator[Callable[[Outcome], Outcome]]:
    """What gives answers their timelines; without a library they stay as they are."""
    from genre_desktop.core.library import Library, LibraryUnavailable

    try:
        opened = Library.open_for_reading(library) if library is not None else None
    except LibraryUnavailable:
        opened = None
    if opened is None:
        yield lambda outcome: outcome
        return
    with opened:
        yield opened.with_timeline


def _write(
    listings: Iterable[Listing], count: int, target: Path, form: Form, paths: str
) -> tuple[int, int]:
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
        return count, write_playlist(listings, target, Paths(paths)).not_relative
    elif form is Form.TRAINING:
        return write_training(listings, target, options), 0
    else:
        write_csv(listings, target, options)
    return count, 0
