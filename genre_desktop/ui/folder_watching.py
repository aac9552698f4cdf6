"""Brings what arrives in watched folders into the list, and lets folders be watched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from genre_desktop.core.track import Track
from genre_desktop.services.services import Services
from genre_desktop.ui.browser_panel import BrowserPanel
from genre_desktop.ui.counted import counted
from genre_desktop.ui.hearing import Hearing
from genre_desktop.ui.list_changes import Removal
from genre_desktop.ui.playlist import Row
from genre_desktop.ui.track_table_model import TrackTableModel

if TYPE_CHECKING:  # not before the first paint
    from genre_desktop.core.tagging.history import Done


class FolderWatching(QObject):
    """Stands between the folders on the left, the watching and the list."""

    def __init__(
        self,
        services: Services,
        browser: BrowserPanel,
        model: TrackTableModel,
        hearing: Hearing,
        changes: QUndoStack,
    ) -> None:
        super().__init__(hearing)
        self._changes = changes
        self._settings, self._messages = services.settings, services.messages
        self._model, self._hearing = model, hearing
        self._watching = services.watching
        services.watching.present.arrived.connect(model.add_tracks)
        services.watching.changed.arrived.connect(self._take_changed)
        services.watching.told.arrived.connect(self._tell)
        services.session.restoring_finished.connect(services.watching.begin)
        services.tagging.done.connect(self._expect)
        services.settings.watched_changed.connect(browser.show_watched)
        browser.show_watched(services.settings.watched)
        browser.watch_toggled.connect(self._watch)

    @Slot(Path, bool)
    def _watch(self, folder: Path, wanted: bool) -> None:
        others = tuple(one for one in self._settings.watched if one != folder)
        self._settings.watched = (*others, folder) if wanted else others
        words = (
            self.tr("%1 is watched: what arrives there comes into the list and is classified.")
            if wanted
            else self.tr("%1 is no longer watched.")
        )
        self._messages.news(words.replace("%1", folder.name or str(folder)))

    @Slot(tuple)
    def _take_changed(self, tracks: Sequence[Track]) -> None:
        listed = [track for track in tracks if self._model.playlist.row(track) is not None]
        replaced = self._replaced_by(tracks)
        self._model.add_tracks(tracks)
        if replaced:
            words = self.tr("replace %1 track"), self.tr("replace %1 tracks")
            self._changes.push(Removal(counted(len(replaced), *words), self._model, replaced))
        self._hearing.hear_newly(listed)

    def _replaced_by(self, tracks: Sequence[Track]) -> list[Row]:
        """The parts of files that are one track by now, and files that are divided by now."""
        now = {(track.path, track.span is None) for track in tracks}
        rows = self._model.playlist.rows
        return [row for row in rows if (row.track.path, row.track.span is not None) in now]

    @Slot(tuple)
    def _tell(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self._messages.problem(sentence)

    @Slot(tuple)
    def _expect(self, files: Sequence[Done]) -> None:
        for one in files:
            if one.is_written:
                self._watching.expect(one.went_to or one.path)
