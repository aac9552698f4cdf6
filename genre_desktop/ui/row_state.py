"""One row of the track table as a value: what is known of the track and how far we are."""

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.corrected import is_same_genre
from genre_desktop.core.track import Correction, Listing, Outcome
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Note
from genre_desktop.inference.verdict import Verdict


class State(Enum):
    """How far a row is."""

    NOT_HEARD = auto()  # no answer, and nobody is at it
    WAITING = auto()
    LISTENING = auto()
    PROVISIONAL = auto()  # an answer from the first seconds
    INTERRUPTED = auto()  # an answer from the first seconds, and nobody is at the rest
    DONE = auto()
    UNSURE = auto()
    PROBLEM = auto()  # no answer
    NOTE = auto()  # an answer, and something the user should know of the file
    DUPLICATE = auto()  # the same audio as another row
    CORRECTED = auto()  # the user said what it is
    QUICK = auto()  # an answer from pieces of the track


class Turn(Enum):
    """Whether a track is going to be heard."""

    NONE = auto()
    WAITING = auto()
    NOW = auto()  # a worker is at it


class Guess(NamedTuple):
    """A genre with its probability."""

    label: str
    probability: float


class RowState(NamedTuple):
    """What the delegates and the details panel draw.

    Attributes:
        listing: The track, its tags and its outcome.
        state: How far the row is.
        same_as: For a duplicate, the number (from 1) of the row with the same audio.
        best: The most probable genre, None without an answer.
        second: The second one.
        is_playing: True while the track is the one that is heard.
    """

    listing: Listing
    state: State
    same_as: int | None = None
    best: Guess | None = None
    second: Guess | None = None
    is_playing: bool = False

    @property
    def verdict(self) -> Verdict | None:
        """The model's answer, None while there is none."""
        outcome = self.listing.outcome
        return outcome.verdict if outcome is not None else None

    @property
    def note(self) -> Note | None:
        """The weightiest thing to say about the file, None where all is well."""
        outcome = self.listing.outcome
        if outcome is None:
            return None
        if outcome.problem is not None:
            return outcome.problem
        if outcome.report is not None and outcome.report.notes:
            return outcome.report.notes[0]
        return None

    @property
    def unsure(self) -> bool:
        """True where the model is unsure and the user has not said better."""
        verdict = self.verdict
        return verdict is not None and verdict.unsure and self.correction is None

    @property
    def correction(self) -> Correction | None:
        """The user's word on the genre, None where there is none."""
        outcome = self.listing.outcome
        return outcome.correction if outcome is not None else None

    @property
    def is_first_impression(self) -> bool:
        """True where the answer rests on the first seconds only."""
        return self.state in {State.PROVISIONAL, State.INTERRUPTED}

    @property
    def is_finished(self) -> bool:
        """True where nothing more will come by itself."""
        return self.state not in {State.WAITING, State.LISTENING, State.PROVISIONAL}

    @property
    def title(self) -> str:
        """Title of the part, else of the tags, else the file's name."""
        track = self.listing.track
        title = self.listing.tags.title
        return title if title and not track.part_title else track.name

    @property
    def seconds(self) -> float | None:
        """Length of the track, None where unknown; as decoded, unless the file was cut short.

        A sheet may say that a part ends after the end of its file.
        """
        span, header = self.listing.track.span, self.listing.tags.seconds
        if span is not None and span.end_seconds is not None:
            sheet = span.end_seconds - span.start_seconds
            header = sheet if header is None else min(sheet, header)
        outcome = self.listing.outcome
        if outcome is None or outcome.provisional or outcome.report is None:
            return header
        report = outcome.report
        if report.promised_seconds is not None and report.promised_seconds > report.decoded_seconds:
            return report.promised_seconds
        return report.decoded_seconds or header


def row_of(
    listing: Listing,
    *,
    turn: Turn = Turn.WAITING,
    same_as: int | None = None,
    is_playing: bool = False,
) -> RowState:
    """The row of a listing.

    Args:
        listing: What is known of the track.
        turn: Whether it is going to be heard; says nothing once there is a final answer.
        same_as: Number (from 1) of the earlier row with the same audio, None where there is none.
        is_playing: Whether the track is the one that is heard.
    """
    outcome = listing.outcome
    best, second = _guesses(outcome)
    state = State.DUPLICATE if same_as is not None else _state(outcome, turn)
    return RowState(listing, state, same_as, best, second, is_playing)


def printable(name: str) -> str:
    r"""A file name for the screen, on one line: undecodable bytes become \xNN, a break \n."""
    return one_line(name)


def printable_path(path: Path) -> str:
    """A path for the screen, the home folder as ~."""
    try:
        return printable(str(Path("~") / path.relative_to(Path.home())))
    except (ValueError, RuntimeError):
        return printable(str(path))


_UNANSWERED = {
    Turn.NONE: State.NOT_HEARD,
    Turn.WAITING: State.WAITING,
    Turn.NOW: State.LISTENING,
}


def _state(outcome: Outcome | None, turn: Turn) -> State:
    if outcome is None:
        return _UNANSWERED[turn]
    if outcome.verdict is None:
        return State.PROBLEM
    if outcome.provisional:
        return State.INTERRUPTED if turn is Turn.NONE else State.PROVISIONAL
    if outcome.report is not None and outcome.report.notes:
        return State.NOTE
    if outcome.correction is not None:
        return State.CORRECTED
    sure = State.QUICK if outcome.quick else State.DONE
    return State.UNSURE if outcome.verdict.unsure else sure


def _guesses(outcome: Outcome | None) -> tuple[Guess | None, Guess | None]:
    if outcome is None or outcome.verdict is None:
        return None, None
    ranked = [Guess(label, probability) for label, probability in outcome.verdict.ranked()[:2]]
    if outcome.correction is not None:
        own = outcome.correction.genre
        others = [guess for guess in ranked if not is_same_genre(guess.label, own)]
        return Guess(own, 1.0), others[0] if others else None
    return ranked[0], ranked[1] if len(ranked) > 1 else None
