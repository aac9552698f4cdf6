"""Brings files, folders and playlists into the list, and says what came of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from genre_desktop.core.skipped import Skipped
from genre_desktop.core.track import Track
from genre_desktop.services.messages import Messages
from genre_desktop.services.scanning import Scanning
from genre_desktop.services.settings import Settings
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.steps import NEW_ROWS, Steps
from genre_desktop.ui.track_table_model import TrackTableModel

_FOLDER_PURPOSE = "add"


@dataclass(slots=True)
class _Request:
    """What became of one wish so far; `before` moves on as rows come in, -1 is the end."""

    before: int
    found: int = 0
    added: int = 0


class Adding(QObject):
    """Turns paths into rows.

    Signals:
        scanning_changed: True while paths are being looked through.
        first_listed: The first `Track` that a wish brought into the list.
    """

    scanning_changed = Signal(bool)
    first_listed = Signal(Track)

    def __init__(
        self,
        scanning: Scanning,
        model: TrackTableModel,
        settings: Settings,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._scanning = scanning
        self._model = model
        self._settings = settings
        self._messages = messages
        self._window = window
        self._requests: dict[int, _Request] = {}
        self._skipped: list[Skipped] = []
        self._listing = Steps(self)
        scanning.found.connect(self._take_tracks)
        scanning.skipped.connect(self._take_skipped)
        scanning.finished.connect(self._finish)

    @Slot(list)
    @Slot(list, int)
    def add(self, paths: Sequence[Path], before: int = -1) -> None:
        """Look through paths and list their tracks.

        Args:
            paths: Files, folders and playlists.
            before: Place in the list, from 0; -1 means at the end.
        """
        if paths:
            request = self._scanning.scan(paths, self._settings.exclude)
            self._requests[request] = _Request(before)
            self.scanning_changed.emit(bool(self._requests))

    def add_tracks(self, tracks: Sequence[Track], told: Callable[[int], None]) -> None:
        """List tracks that are known already, the first of them at once.

        Args:
            tracks: Those that are listed already stay where they are.
            told: Takes how many were not, once all are listed.
        """
        work = self._listed(tracks, told)
        next(work, None)
        self._listing.add(work, len(tracks))

    def _listed(self, tracks: Sequence[Track], told: Callable[[int], None]) -> Iterator[None]:
        added = 0
        for start in range(0, len(tracks), NEW_ROWS):
            listed = len(self._model.playlist)
            self._model.add_tracks(tracks[start : start + NEW_ROWS])
            added += len(self._model.playlist) - listed
            yield
        told(added)

    @Slot()
    def choose_files(self) -> None:
        """Let the user choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add files"), self._last_folder()
        )
        if names:
            self._settings.keep_folder(_FOLDER_PURPOSE, Path(names[0]).parent)
            self.add([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Let the user choose a folder."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add a folder"), self._last_folder()
        )
        if name:
            self._settings.keep_folder(_FOLDER_PURPOSE, Path(name))
            self.add([Path(name)])

    @Slot()
    def stop(self) -> None:
        """Give up what is not found or listed yet; what is listed stays."""
        self._listing.begin(iter(()), 0)
        if self._requests:
            self._requests.clear()
            self._skipped.clear()
            self._scanning.cancel()
            self.scanning_changed.emit(False)  # noqa: FBT003 (Qt's own signature)

    def _last_folder(self) -> str:
        return str(self._settings.folder(_FOLDER_PURPOSE) or Path.home())

    @Slot(int, tuple)
    def _take_tracks(self, number: int, tracks: tuple[Track, ...]) -> None:
        request = self._requests.get(number)
        if request is None:
            return
        listed = len(self._model.playlist)
        at = request.before if 0 <= request.before <= listed else None
        self._model.add_tracks(tracks, at)
        added = len(self._model.playlist) - listed
        if added and not request.added:
            first = listed if at is None else at
            self.first_listed.emit(self._model.playlist.rows[first].track)
        request.found += len(tracks)
        request.added += added
        if at is not None:
            request.before += added

    @Slot(tuple)
    def _take_skipped(self, skipped: tuple[Skipped, ...]) -> None:
        self._skipped += skipped

    @Slot(int)
    def _finish(self, number: int) -> None:
        request = self._requests.pop(number, None)
        if request is None:
            return
        self.scanning_changed.emit(bool(self._requests))
        if self._skipped:
            self._messages.problem(self._sentence_of_skipped(), about_list=True)
            self._skipped.clear()
        elif not request.found:
            self._messages.news(self.tr("No music was found there."))
        elif not request.added:
            self._messages.news(self.tr("Everything there is in the list already."))

    def _sentence_of_skipped(self) -> str:
        first = in_our_language(self._skipped[0].sentence)
        others = len(self._skipped) - 1
        if not others:
            return first
        more = self.tr("%1 more could not be read either.")
        more = more.replace("%1", QLocale().toString(others))
        return f"{first} {more}"
