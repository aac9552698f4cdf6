"""The commands on what is classified as a whole, and the report at its end."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot

from genre_desktop.core.corrected import is_unsure
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Problem
from genre_desktop.services.progress import Progress
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.counted import counted
from genre_desktop.ui.hearing import Hearing
from genre_desktop.ui.row_words import clock, problem_word
from genre_desktop.ui.tool_bar import FilterBox
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel

FEWEST_REPORTED = 20  # of fewer tracks the list itself and its last line say enough
_REPORT = "report"  # topic of the message at the end
_HOLD = "hold"  # topic of what a batch waits for, and that it goes on
_MOST_REASONS = 3
_SCROLL_MS = 150  # a scroll has come to rest
# What costs a worker each time: such files are left alone until the user wants otherwise.
_QUARANTINED = frozenset({Problem.WORKER_DIED, Problem.TIMED_OUT})


class BatchControl(QObject):
    """Gives the actions of the Genres menu their meaning, and says how a long batch ended.

    Signals:
        seen_preferred: What the user has scrolled to is heard next.
    """

    seen_preferred = Signal()

    def __init__(
        self,
        hearing: Hearing,
        model: TrackTableModel,
        services: Services,
        *,
        actions: Actions,
        filter_box: FilterBox,
        table: TrackTable,
    ) -> None:
        super().__init__(hearing)
        self._hearing, self._model = hearing, model
        self._settings, self._messages = services.settings, services.messages
        self._filter_box, self._pause = filter_box, actions.pause
        self._was_running, self._unsure = False, 0
        self._table = table
        self._listening = listening = services.classification
        self._looked = QTimer(self, singleShot=True, interval=_SCROLL_MS)
        self._looked.timeout.connect(self._prefer_what_is_seen)
        table.verticalScrollBar().valueChanged.connect(self._looked.start)
        actions.listen_to_all.triggered.connect(self._hear_all_again)
        actions.listen_to_rest.triggered.connect(hearing.hear_rest)
        actions.try_again.triggered.connect(self._try_again)
        actions.quick.setChecked(services.settings.quick)
        actions.quick.toggled.connect(self._use_quick)
        services.settings.quick_changed.connect(actions.quick.setChecked)
        actions.pause.setEnabled(False)
        actions.pause.toggled.connect(listening.pause)
        listening.progressed.connect(self._follow)
        services.correcting.outcomes.connect(self._count_unsure)
        listening.told.connect(self._tell_of_hold)
        services.messages.answered.connect(self._take_answer)

    @Slot()
    def _prefer_what_is_seen(self) -> None:
        """Rows that the user has scrolled to are heard next."""
        if not self._was_running or not self._model.rowCount():
            return
        first = max(0, self._table.rowAt(0))
        last = self._table.rowAt(self._table.viewport().height() - 1)
        last = self._model.rowCount() - 1 if last < 0 else last
        seen = self._model.rows_between(first, last)
        self._listening.prefer([row.track for row in seen])
        self.seen_preferred.emit()

    @Slot()
    def _hear_all_again(self) -> None:
        self._hearing.hear_again(self._model.tracks())

    @Slot()
    def _try_again(self) -> None:
        tracks = self._quarantined()
        if tracks:
            self._hearing.hear_again(tracks)
        else:
            self._messages.news(
                self.tr("No file of the list crashed its process or took too long.")
            )

    def _quarantined(self) -> list[Track]:
        rows = ((row.track, row.state.note) for row in self._model.playlist.rows)
        return [track for track, note in rows if note and note.problem in _QUARANTINED]

    @Slot(bool)
    def _use_quick(self, quick: bool) -> None:
        self._settings.quick = quick

    @Slot(str)
    def _tell_of_hold(self, sentence: str) -> None:
        self._messages.problem(sentence, topic=_HOLD)

    @Slot(tuple)
    def _count_unsure(self, outcomes: Sequence[Outcome]) -> None:
        self._unsure += sum(is_unsure(one) for one in outcomes if not one.provisional)

    @Slot(Progress)
    def _follow(self, progress: Progress) -> None:
        self._pause.setEnabled(progress.is_running)
        if not self._was_running:
            self._unsure = 0
        if self._was_running and not progress.is_running:
            self._pause.setChecked(False)
            heard = progress.done - progress.known
            if heard >= FEWEST_REPORTED and not progress.was_cancelled:
                self._report(progress)
        self._was_running = progress.is_running

    def _report(self, progress: Progress) -> None:
        heard = counted(
            progress.done,
            self.tr("%1 track was classified in %2."),
            self.tr("%1 tracks were classified in %2."),
        ).replace("%2", clock(progress.elapsed_seconds))
        parts = [heard]
        if self._unsure:
            parts.append(counted(self._unsure, self.tr("%1 is unsure."), self.tr("%1 are unsure.")))
        if progress.problems:
            parts.append(self._problems(progress))
        action = self.tr("Show the problems") if progress.problems else ""
        self._messages.news(" ".join(parts), action=action, topic=_REPORT, about_list=True)

    def _problems(self, progress: Progress) -> str:
        words = counted(
            progress.problems,
            self.tr("%1 could not be classified: %2."),
            self.tr("%1 could not be classified: %2."),
        )
        number = QLocale().toString
        most = Counter(dict(progress.reasons)).most_common(_MOST_REASONS)
        reasons = [f"{problem_word(problem)} ({number(count)})" for problem, count in most]
        if len(progress.reasons) > _MOST_REASONS:
            reasons.append("…")
        return words.replace("%2", ", ".join(reasons))

    @Slot(str)
    def _take_answer(self, topic: str) -> None:
        if topic == _REPORT:
            self._filter_box.setText("status:problem")
