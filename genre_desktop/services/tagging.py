"""Files looked at, written, placed and taken back for the window; a thread asks a process."""

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.services.delivery import Delivery
from genre_desktop.services.lane import Lane
from genre_desktop.services.right_of_way import giving_way

if TYPE_CHECKING:  # too heavy before the first paint
    from genre_desktop.core.organising.wishes import Choice as PlaceChoice
    from genre_desktop.core.organising.wishes import PlaceRow, PlaceWish
    from genre_desktop.core.tagging.apart import TaggingApart
    from genre_desktop.core.tagging.history import Done, Run
    from genre_desktop.core.tagging.raw import Preferences
    from genre_desktop.core.tagging.wishes import Found, Heard, Wish

_MOST_LOOKED_AT = 500  # of a longer run, only taking it back tells what cannot go back


class WritingEnd(NamedTuple):
    """How a run ended.

    Attributes:
        written: How many files were written, sheets that went along with theirs not counted.
        refused: How many were left as they were, and say why.
        is_stopped: Whether the user stopped it.
        problem: A sentence where it broke off, else empty.
        new_owners: Of how many files owner or group could not be kept.
    """

    written: int
    refused: int
    is_stopped: bool = False
    problem: str = ""
    new_owners: int = 0


class Tagging(QObject):
    """One thing at a time: looking at files, a run, or the history.

    Signals:
        found: A tuple of `Found`: what files say; of `PlaceRow`: where they would go.
        looking_ended: All that were asked for were looked at.
        done: A tuple of `Done`: what became of files.
        writing_ended: A `WritingEnd`.
        runs_read: A tuple of `Run`s, the latest first.
        files_read: The number of a run and a tuple of its `FileChange`s.
        staying_read: The number of a run and pairs: an entry that cannot go back, and why.
        recovered: How many runs had been killed and are settled, and how many temporary files went.
        failed: A sentence: why the history cannot be shown.
    """

    found = Signal(tuple)
    looking_ended = Signal()
    done = Signal(tuple)
    writing_ended = Signal(WritingEnd)
    runs_read = Signal(tuple)
    files_read = Signal(int, tuple)
    staying_read = Signal(int, tuple)
    recovered = Signal(int, int)
    failed = Signal(str)
    _found_all = Signal(int)
    _ended = Signal(WritingEnd)
    _runs = Signal(tuple)
    _files = Signal(int, tuple)
    _staying = Signal(int, tuple)
    _settled = Signal(int, int)
    _refused = Signal(str)

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        """Prepare; nothing starts before it is asked for.

        Args:
            journal: Where the journal of tags lies.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._journal = journal
        self._lane = Lane("tagging")
        self._apart: TaggingApart | None = None
        self._begin_lock = threading.Lock()
        self._cancelled = threading.Event()
        self._generation = 0
        self._run_on_show = 0
        self._looked = Delivery(self)
        self._looked.arrived.connect(self._hand_out_found)
        self._written = Delivery(self)
        self._written.arrived.connect(self.done)
        queued = Qt.ConnectionType.QueuedConnection
        self._found_all.connect(self._end_looking, queued)
        self._ended.connect(self._end_writing, queued)
        self._runs.connect(self.runs_read, queued)
        self._files.connect(self.files_read, queued)
        self._staying.connect(self.staying_read, queued)
        self._settled.connect(self.recovered, queued)
        self._refused.connect(self.failed, queued)

    # What the window asks for

    def recover(self) -> None:
        """Settle what a run that was killed has left, where there ever was one."""
        self._lane.do(self._recover)

    def look_at(self, paths: Sequence[Path], preferences: "Preferences") -> None:
        """Read what files say, instead of what was asked for before."""
        self.forget()
        generation = self._generation
        self._lane.do(
            lambda: self._look(lambda apart: apart.look_at(tuple(paths), preferences), generation)
        )

    @Slot()
    def forget(self) -> None:
        """Give up looking at files."""
        self._generation += 1
        self._looked.clear()

    def write(self, wishes: Sequence["Wish"], preferences: "Preferences") -> None:
        """Write files, as one run."""
        self._cancelled.clear()
        rows = tuple(wishes)
        self._lane.do(
            lambda: self._carry_out(
                lambda apart: apart.write(rows, preferences, self._cancelled),
            )
        )

    def plan_places(self, heard: Sequence["Heard"], choice: "PlaceChoice") -> None:
        """Find where files would go, instead of what was asked for before; `found` tells."""
        self.forget()
        generation, all_heard = self._generation, tuple(heard)
        self._lane.do(lambda: self._look(lambda apart: apart.plan(all_heard, choice), generation))

    def place(self, wishes: Sequence["PlaceWish"], into: Path) -> None:
        """Copy or move files, as one run."""
        self._cancelled.clear()
        rows = tuple(wishes)
        self._lane.do(
            lambda: self._carry_out(lambda apart: apart.place(rows, into, self._cancelled))
        )

    def take_back(self, run: int, only: Collection[int] | None = None) -> None:
        """Take back what a run wrote, or some of its entries, as a run of its own."""
        self._cancelled.clear()
        self._lane.do(
            lambda: self._carry_out(lambda apart: apart.take_back(run, only, self._cancelled))
        )

    @Slot()
    def stop(self) -> None:
        """End the run after the present file."""
        self._cancelled.set()

    def read_runs(self) -> None:
        """Read the history."""
        self._lane.do(lambda: self._answer(self._read_runs))

    def read_files(self, run: int) -> None:
        """Read what a run did, instead of another run that is still to be read.

        Then, of a run that is not too long, which files cannot go back.
        """
        self._run_on_show = run
        self._lane.do(lambda: self._answer(lambda apart: self._read_files(apart, run)))

    def rest(self) -> None:
        """Let the process go, for nobody looks on any more."""
        self.forget()
        self._lane.do(self._let_go)

    def close(self) -> None:
        """End the process and the thread; a run ends after its present file, if that is soon."""
        self.forget()
        self._cancelled.set()
        is_over = self._lane.close()
        with self._begin_lock:
            if self._apart is not None:
                self._apart.close()
        if not is_over:
            self._lane.close()
        self._looked.clear()
        self._written.clear()

    # In the lane's thread

    def _process(self) -> "TaggingApart":
        from genre_desktop.core.tagging.apart import TaggingApart

        with self._begin_lock:
            if self._apart is None:
                self._apart = TaggingApart(self._journal)
                if self._lane.stopping:
                    self._apart.close()
            return self._apart

    def _let_go(self) -> None:
        with self._begin_lock:
            if self._apart is not None:
                self._apart.close()
                self._apart = None

    def _look(
        self, look: "Callable[[TaggingApart], Iterator[Found | PlaceRow]]", generation: int
    ) -> None:
        for found in giving_way(look(self._process())):
            if self._lane.stopping or generation != self._generation:
                return
            self._looked.put((generation, found))
        self._found_all.emit(generation)

    def _carry_out(self, writing: "Callable[[TaggingApart], Iterator[Done]]") -> None:
        from genre_desktop.core.own_worker import ClosedError
        from genre_desktop.core.tagging.apart import WritingStoppedError
        from genre_desktop.core.tagging.history import JournalUnavailable

        written = refused = new_owners = 0
        problem = ""
        try:
            for done in giving_way(writing(self._process())):
                written += done.is_written and not done.is_along
                refused += bool(done.refused)
                new_owners += done.has_new_owner
                self._written.put(done)
        except ClosedError:
            return
        except (JournalUnavailable, WritingStoppedError) as error:
            problem = str(error)
        except BaseException:  # a bug is told elsewhere, but nobody is to wait for the end
            self._ended.emit(WritingEnd(written, refused, problem=self._broken_off()))
            raise
        is_stopped = self._cancelled.is_set()
        self._ended.emit(WritingEnd(written, refused, is_stopped, problem, new_owners))

    def _recover(self) -> None:
        if self._is_journal_there():
            self._answer(self._settle)
            self._let_go()
        else:
            self._settled.emit(0, 0)

    def _is_journal_there(self) -> bool:
        from genre_desktop.core.there import has_gone

        return not has_gone(self._journal)

    def _settle(self, apart: "TaggingApart") -> None:
        found = apart.recover()
        self._settled.emit(found.runs, found.removed)

    def _read_runs(self, apart: "TaggingApart") -> None:
        runs: tuple[Run, ...] = apart.runs() if self._is_journal_there() else ()
        self._runs.emit(runs)

    def _read_files(self, apart: "TaggingApart", run: int) -> None:
        if run != self._run_on_show:
            return
        files = apart.files_of(run)
        self._files.emit(run, files)
        if len(files) <= _MOST_LOOKED_AT:
            self._staying.emit(run, apart.staying_of(run))

    def _answer(self, ask: "Callable[[TaggingApart], object]") -> None:
        from genre_desktop.core.own_worker import ClosedError
        from genre_desktop.core.tagging.apart import WritingStoppedError
        from genre_desktop.core.tagging.history import JournalUnavailable

        try:
            ask(self._process())
        except ClosedError:
            return
        except (JournalUnavailable, WritingStoppedError) as error:
            self._refused.emit(str(error))

    # In the window's thread

    @Slot(tuple)
    def _hand_out_found(self, batch: tuple[tuple[int, object], ...]) -> None:
        fresh = tuple(found for generation, found in batch if generation == self._generation)
        if fresh:
            self.found.emit(fresh)

    @Slot(int)
    def _end_looking(self, generation: int) -> None:
        if generation == self._generation:
            self._looked.flush()
            self.looking_ended.emit()

    @Slot(WritingEnd)
    def _end_writing(self, end: WritingEnd) -> None:
        self._written.flush()
        self.writing_ended.emit(end)

    def _broken_off(self) -> str:
        return self.tr(
            "An error in the program broke it off. The files written so far are whole and in the "
            "history."
        )
