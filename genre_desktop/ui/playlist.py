"""The playlist as data: rows in playing order, each track once, equal audio known as such."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from genre_desktop.core.corrected import key_of
from genre_desktop.core.track import AudioKey, Correction, Listing, Outcome, Tags, Track
from genre_desktop.ui.row_state import RowState, Turn, row_of
from genre_desktop.ui.totals import Totals
from genre_desktop.ui.track_filter import haystack


class Row:
    """A row with a lasting identity; its state is a value that is replaced.

    Attributes:
        track: The track of the row.
        audio_key: What equal audio has in common; None while it is not known.
        seconds: Length of the track, 0 where unknown.
        state: What is shown.
        number: Place in the playlist, from 1.
        shown_at: Place among the rows on show, -1 where the filter hides it.
        turn: Whether it is going to be heard.
        is_playing: Whether it is the one that the player plays.
    """

    __slots__ = (
        "_hay", "audio_key", "is_playing", "number", "seconds", "shown_at", "state", "track", "turn"
    )  # fmt: skip

    def __init__(self, track: Track) -> None:
        self.track = track
        self.audio_key: AudioKey | None = None
        self.state = row_of(Listing(track, Tags(), None))
        self.seconds = self.state.seconds or 0.0
        self.number = 0
        self.shown_at = -1
        self.turn = Turn.WAITING
        self.is_playing = False
        self._hay = ""

    @property
    def hay(self) -> str:
        """What the filter looks for words in; made when it is first asked for."""
        if not self._hay:
            self._hay = haystack(self.state)
        return self._hay

    @property
    def is_unheard(self) -> bool:
        """True while there is no final answer."""
        outcome = self.state.listing.outcome
        return outcome is None or outcome.provisional

    def show(self, listing: Listing, same_as: int | None) -> None:
        """Take a new listing."""
        self.state = row_of(listing, turn=self.turn, same_as=same_as, is_playing=self.is_playing)
        self.audio_key = key_of(listing.outcome)
        self.seconds = self.state.seconds or 0.0
        self._hay = ""


class _Aside(NamedTuple):
    """What the list was before everything was taken out, so that it comes back at once."""

    rows: list[Row]
    of_track: dict[Track, Row]
    alike: dict[AudioKey, list[Row]]
    totals: Totals


class Playlist:
    """Rows in playing order."""

    def __init__(self) -> None:
        self._aside: _Aside | None = None
        self.rows: list[Row] = []
        self.totals = Totals()
        self._of_track: dict[Track, Row] = {}
        self._alike: dict[AudioKey, list[Row]] = {}
        self._in_turn: dict[Row, None] = {}  # those that have one, also while they are taken out
        self._playing: Row | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, track: Track) -> Row | None:
        """The row of a track, None where it is not listed."""
        return self._of_track.get(track)

    def insert(self, tracks: Iterable[Track], at: int) -> list[Row]:
        """Insert the tracks that are not listed yet; returns their rows.

        In the middle, `renumber` is to follow once whoever watches has taken the rows in.
        """
        fresh = []
        self._aside = None
        for track in tracks:
            if track not in self._of_track:
                row = self._of_track[track] = Row(track)
                self._in_turn[row] = None
                self.totals.count(row.state, row.seconds, 1)
                fresh.append(row)
        appended = at >= len(self.rows)
        self.rows[at:at] = fresh
        if appended:
            self._number(len(self.rows) - len(fresh))
        return fresh

    def take(self, rows: Iterable[Row]) -> list[Row]:
        """Take rows out; returns those that were listed, in order, their old numbers kept."""
        unwanted = set(rows)
        taken = [row for row in self.rows if row in unwanted]
        if len(taken) == len(self.rows):
            self._aside = _Aside(self.rows, self._of_track, self._alike, self.totals)
            self._begin_with(_Aside([], {}, {}, Totals()))
            return taken
        self.rows = [row for row in self.rows if row not in unwanted]
        self._leave(taken)
        for row in taken:
            del self._of_track[row.track]
            self.totals.count(row.state, row.seconds, -1)
        self.renumber()
        return taken

    def put_back(self, taken: Sequence[tuple[int, Row]]) -> list[Row]:
        """Put rows back at the numbers they had; one that was added again meanwhile stays out."""
        aside, self._aside = self._aside, None
        was_whole = aside is not None and aside.rows == [row for _, row in taken]
        if aside is not None and was_whole:
            self._begin_with(aside)
            returned = self.rows
        else:
            returned = self._merge(taken)
            for row in returned:
                self.totals.count(row.state, row.seconds, 1)
            self.renumber()
        left = Turn.NOW  # whoever was at the track left it meanwhile
        for row in [row for row in returned if row.turn is left]:
            row.turn = Turn.WAITING
            self._show(row, row.state.listing, row.state.same_as)
        return returned

    def _merge(self, taken: Iterable[tuple[int, Row]]) -> list[Row]:
        listed, alike = self._of_track, self._alike
        returned: list[Row] = []
        staying = iter(self.rows)
        merged: list[Row] = []
        for number, row in taken:
            if listed.setdefault(row.track, row) is not row:
                continue
            if number - 1 > len(merged):
                merged += islice(staying, number - 1 - len(merged))
            merged.append(row)
            returned.append(row)
            if row.audio_key is not None:
                alike.setdefault(row.audio_key, []).append(row)
        self.rows = [*merged, *staying]
        return returned

    def reorder(self, rows: Sequence[Row]) -> None:
        """Take another order of the same rows."""
        self.rows = list(rows)
        self.renumber()

    def renumber(self) -> None:
        """Count the rows anew."""
        self._number(0)
        for group in self._alike.values():
            if len(group) > 1 or group[0].state.same_as is not None:
                self._mark(group)

    def moved(self, rows: Sequence[Row], before: int) -> list[Row]:
        """The order in which `rows` stand together before the row that is at `before` now."""
        chosen = set(rows)
        head = [row for row in self.rows[:before] if row not in chosen]
        tail = [row for row in self.rows[before:] if row not in chosen]
        return [*head, *(row for row in self.rows if row in chosen), *tail]

    def set_tags(self, track: Track, tags: Tags) -> list[Row]:
        """Note a track's tags; returns the rows that changed."""
        return self._change(track, lambda row: row.state.listing._replace(tags=tags))

    def relocate(self, places: Iterable[tuple[Track, Track]]) -> list[Row]:
        """Note that files lie elsewhere now; returns the rows that changed."""
        changed = []
        for old, new in places:
            row = self._of_track.get(old)
            if row is None or new in self._of_track:
                continue
            row.track = new
            self._of_track[new] = self._of_track.pop(old)
            listing = row.state.listing
            outcome = listing.outcome
            if outcome is not None:
                outcome = outcome._replace(track=new)
            self._show(row, Listing(new, listing.tags, outcome), row.state.same_as)
            changed.append(row)
        return changed

    def set_playing(self, track: Track | None) -> list[Row]:
        """Note which track the player plays; returns the rows that changed."""
        before, now = self._playing, self._of_track.get(track) if track is not None else None
        self._playing = now
        changed = [row for row in (before, now) if row is not None and before is not now]
        for row in changed:
            row.is_playing = row is now
        return self.refresh(changed)

    def set_listening(self, track: Track) -> list[Row]:
        """Note that a worker is at a track; returns the rows that changed."""
        return self._set_turn(track, Turn.NOW)

    def set_put_back(self, track: Track) -> list[Row]:
        """Note that a worker left a track, which waits again; returns the rows that changed."""
        return self._set_turn(track, Turn.WAITING)

    def set_waiting(self, track: Track) -> list[Row]:
        """Note that a track is going to be heard; returns the rows that changed."""
        row = self._of_track.get(track)
        return [] if row is None or row.turn is Turn.NOW else self._set_turn(track, Turn.WAITING)

    def end_turns(self) -> list[Row]:
        """Note that no track will be heard; returns the rows of which `refresh` is to be told."""
        ended = [row for row in self._in_turn if self._of_track.get(row.track) is row]
        for row in ended:
            row.turn = Turn.NONE
        self._in_turn = {row: None for row in self._in_turn if row.turn is not Turn.NONE}
        return ended

    def left_out(self) -> list[Track]:
        """Tracks without a final answer that nobody is going to hear, in playing order."""
        return [row.track for row in self.rows if row.is_unheard and row.turn is Turn.NONE]

    def refresh(self, rows: Iterable[Row]) -> list[Row]:
        """Let rows say whether they are going to be heard; returns those that are listed."""
        listed = []
        for row in rows:
            if self._of_track.get(row.track) is row:
                self._show(row, row.state.listing, row.state.same_as)
                listed.append(row)
            else:  # it was taken out meanwhile, and may come back
                self._show_aside(row)
        return listed

    def forget_outcomes(self, tracks: Iterable[Track]) -> list[Row]:
        """Forget answers, for the tracks will be heard again; returns the rows that changed."""
        rows = [row for track in tracks if (row := self._of_track.get(track)) is not None]
        others = self._leave(rows)
        for row in rows:
            if row.turn is Turn.NONE:
                self._give_turn(row, Turn.WAITING)
            self._show(row, row.state.listing._replace(outcome=None), row.state.same_as)
        return [*rows, *others]

    def set_outcome(self, outcome: Outcome) -> list[Row]:
        """Note an answer; returns the rows that changed, equal ones included."""
        row = self._of_track.get(outcome.track)
        if row is None or (outcome.provisional and not _is_of_use(outcome, row.state)):
            return []
        self._give_turn(row, Turn.NOW if outcome.provisional else Turn.NONE)
        listing = row.state.listing._replace(outcome=outcome)
        if row.audio_key == key_of(outcome):  # it stays where it is among those that sound alike
            self._show(row, listing, row.state.same_as)
            return [row]
        others = self._leave([row])
        self._show(row, listing, None)
        return [row, *others, *self._join(row)]

    def set_timeline(self, found: Outcome) -> list[Row]:
        """Note the timeline of an answer that came without; returns the rows that changed."""
        row = self._of_track.get(found.track)
        outcome = row.state.listing.outcome if row is not None else None
        if row is None or outcome is None or not outcome.lacks_timeline:
            return []
        before, now = outcome.verdict, found.verdict
        if before is None or now is None or before.probabilities is not now.probabilities:
            return []  # it was heard again meanwhile
        return self._change(
            found.track,
            lambda row: row.state.listing._replace(outcome=outcome._replace(verdict=now)),
        )

    def set_correction(self, key: AudioKey, correction: Correction | None) -> list[Row]:
        """Note the user's word on some audio; returns the rows that changed."""
        changed = []
        for row in self._alike.get(key, ()):
            outcome = row.state.listing.outcome
            if outcome is not None and outcome.correction != correction:
                outcome = outcome._replace(correction=correction)
                listing = row.state.listing._replace(outcome=outcome)
                self._show(row, listing, row.state.same_as)
                changed.append(row)
        return changed

    def _begin_with(self, aside: _Aside) -> None:
        self.rows, self.totals = aside.rows, aside.totals
        self._of_track, self._alike = aside.of_track, aside.alike

    def _show(self, row: Row, listing: Listing, same_as: int | None) -> None:
        self.totals.count(row.state, row.seconds, -1)
        row.show(listing, same_as)
        self.totals.count(row.state, row.seconds, 1)

    def _show_aside(self, row: Row) -> None:
        aside = self._aside
        totals = aside.totals if aside and aside.of_track.get(row.track) is row else Totals()
        totals.count(row.state, row.seconds, -1)
        row.show(row.state.listing, row.state.same_as)
        totals.count(row.state, row.seconds, 1)

    def _set_turn(self, track: Track, turn: Turn) -> list[Row]:
        row = self._of_track.get(track)
        if row is None or row.turn is turn:
            return []
        self._give_turn(row, turn)
        return self._change(track, lambda row: row.state.listing)

    def _give_turn(self, row: Row, turn: Turn) -> None:
        row.turn = turn
        if turn is Turn.NONE:
            self._in_turn.pop(row, None)
        else:
            self._in_turn[row] = None

    def _change(self, track: Track, listing: Callable[[Row], Listing]) -> list[Row]:
        row = self._of_track.get(track)
        if row is None:
            return []
        self._show(row, listing(row), row.state.same_as)
        return [row]

    def _join(self, row: Row) -> list[Row]:
        """Note what a row sounds like; returns the rows that now say something else."""
        key = row.audio_key
        if key is None:
            return []
        group = self._alike.setdefault(key, [])
        group.append(row)
        if row.number < group[0].number:
            return self._mark(group)
        return self._say_double(row, group[0])  # thousands may be alike: nothing else has changed

    def _leave(self, rows: Sequence[Row]) -> list[Row]:
        """Take rows from among those that sound alike; returns others that say something else."""
        leaving = set(rows)
        changed: list[Row] = []
        for key in {row.audio_key for row in rows if row.audio_key is not None}:
            group = self._alike.pop(key, [])
            staying = [row for row in group if row not in leaving]
            if staying:
                self._alike[key] = staying
                changed += self._mark(staying) if staying[0] is not group[0] else []
        for row in rows:
            if row.state.same_as is not None:
                self._show(row, row.state.listing, None)
        return changed

    def _mark(self, group: list[Row]) -> list[Row]:
        """Put the first of equal rows first, and let the others say whose doubles they are."""
        if not group:
            return []
        group.sort(key=lambda row: row.number)
        return [changed for row in group for changed in self._say_double(row, group[0])]

    def _say_double(self, row: Row, first: Row) -> list[Row]:
        same_as = None if row is first else first.number
        if row.state.same_as == same_as:
            return []
        self._show(row, row.state.listing, same_as)
        return [row]

    def _number(self, start: int) -> None:
        for at in range(start, len(self.rows)):
            self.rows[at].number = at + 1


def _is_of_use(provisional: Outcome, state: RowState) -> bool:
    """True where a first impression says more than what is there; a problem may yet go away."""
    there = state.listing.outcome
    return provisional.verdict is not None and (there is None or there.provisional)
