"""Shows in the window how far the listening is, and tidies the list when it ends."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence

from genre_desktop.services.classification import Classification
from genre_desktop.services.progress import Progress
from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.counted import counted
from genre_desktop.ui.row_words import clock
from genre_desktop.ui.status_strip import StatusStrip
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel

REARRANGE_MS = 500  # how often a filtered list takes in answers that change what it shows
COUNT_MS = 100
PROGRESS_MS = 200  # every change of the strip's words lays the window out anew


class ListeningStatus(QObject):
    """Stands between the listening and the status strip."""

    def __init__(
        self,
        classification: Classification,
        table: TrackTable,
        model: TrackTableModel,
        strip: StatusStrip,
        actions: Actions,
    ) -> None:
        super().__init__(strip)
        self._model = model
        self._table = table
        self._strip = strip
        self._actions = actions
        self._rearrange = QTimer(self, singleShot=True, interval=REARRANGE_MS)
        self._rearrange.timeout.connect(model.arrange)
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count.timeout.connect(self._show_counts)
        self._latest = Progress()
        self._is_scanning = False
        self._right_of_way = RightOfWay(self)
        self._tell = QTimer(self, singleShot=True, interval=PROGRESS_MS)
        self._tell.timeout.connect(self._tell_progress)
        model.counts_changed.connect(self._count_soon)
        model.playlist_changed.connect(self._enable_actions)
        model.playlist_changed.connect(self._forget_what_was_done)
        table.selected_rows_changed.connect(self._enable_actions)
        table.selected_rows_changed.connect(self._count_soon)
        classification.progressed.connect(self._show_progress)
        self._enable_actions()
        self._show_counts()

    @Slot(Progress)
    def _show_progress(self, progress: Progress) -> None:
        had_begun = self._latest.is_running
        self._latest = progress
        if progress.is_running != had_begun:
            self._enable_cancel()
        if not progress.is_running:
            self._end(progress)
        elif not had_begun:
            self._tell_progress()
        elif not self._tell.isActive():
            self._tell.start()

    @Slot(bool)
    def show_scanning(self, is_scanning: bool) -> None:
        """Show whether paths are being looked through."""
        self._is_scanning = is_scanning
        self._enable_cancel()
        self._strip.show_scanning(is_scanning=is_scanning)

    def _enable_cancel(self) -> None:
        self._actions.cancel.setEnabled(self._latest.is_running or self._is_scanning)

    @Slot()
    def _tell_progress(self) -> None:
        self._right_of_way.take()
        self._strip.show_progress(self._latest)
        if self._model.is_filtered and not self._rearrange.isActive():
            self._rearrange.start()

    def _end(self, progress: Progress) -> None:
        self._right_of_way.take()
        self._tell.stop()
        self._rearrange.stop()
        self._model.end_turns()
        if self._model.needs_arranging:
            self._model.arrange()
        self._strip.show_idle(ended_words(progress), _counted(progress))

    @Slot()
    def _forget_what_was_done(self) -> None:
        if not self._model.playlist and not self._latest.is_running:
            self._strip.show_idle(self.tr("Ready"))

    @Slot()
    def _count_soon(self) -> None:
        if not self._count.isActive():
            self._count.start()

    @Slot()
    def _enable_actions(self) -> None:
        self._actions.enable_for(
            tracks=len(self._model.playlist),
            on_show=self._model.rowCount(),
            selected=self._table.selected_count(),
            unheard=self._model.playlist.totals.unheard,
            movable=self._model.is_in_playing_order,
        )

    @Slot()
    def _show_counts(self) -> None:
        self._right_of_way.take()
        self._strip.show_summary(self._summary(self._table.selected_count()))
        self._enable_actions()

    def _empty(self) -> str:
        undo = self._actions.undo
        if not undo.isEnabled():
            return self.tr("No tracks")
        keys = undo.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr("No tracks · %1 brings back what was there").replace("%1", keys)

    def _summary(self, selected: int) -> str:
        count, totals = len(self._model.playlist), self._model.playlist.totals
        if not count:
            return self._empty()
        number = QLocale().toString
        parts = [f"{_tracks(count)}, {clock(totals.seconds)}"]
        on_show = self._model.rowCount()
        if on_show != count:
            parts.append(self.tr("%1 on show").replace("%1", number(on_show)))
        if selected:
            parts.append(self.tr("%1 selected").replace("%1", number(selected)))
        if totals.problems:
            parts.append(_problems(totals.problems))
        if totals.notes:
            parts.append(_notes(totals.notes))
        if totals.unsure:
            parts.append(self.tr("%1 unsure").replace("%1", number(totals.unsure)))
        if totals.unheard:
            parts.append(self.tr("%1 not heard").replace("%1", number(totals.unheard)))
        return " · ".join(parts)


def ended_words(progress: Progress) -> str:
    """How a run ended, in a sentence."""
    words = _tr("Stopped: %1 of %2 in %3") if progress.was_cancelled else _tr("Done: %1 in %3")
    done = QLocale().toString(progress.done) if progress.was_cancelled else _tracks(progress.done)
    words = words.replace("%1", done).replace("%2", _tracks(progress.total))
    return words.replace("%3", _duration(progress.elapsed_seconds))


def _counted(progress: Progress) -> str:
    parts = []
    if progress.times_realtime is not None:
        rate = QLocale().toString(round(progress.times_realtime))
        parts.append(_tr("%1 × realtime").replace("%1", rate))
    if progress.problems:
        parts.append(_problems(progress.problems))
    return " · ".join(parts)


def _tracks(count: int) -> str:
    return counted(count, _tr("%1 track"), _tr("%1 tracks"))


def _problems(count: int) -> str:
    return counted(count, _tr("%1 problem"), _tr("%1 problems"))


def _notes(count: int) -> str:
    return counted(count, _tr("%1 note"), _tr("%1 notes"))


def _duration(seconds: float) -> str:
    if seconds < 10:
        return _tr("%1 s").replace("%1", QLocale().toString(seconds, "f", 1))
    if seconds < 90:
        return _tr("%1 s").replace("%1", QLocale().toString(round(seconds)))
    return clock(seconds)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListeningStatus", text)
