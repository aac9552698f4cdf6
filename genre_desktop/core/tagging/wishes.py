"""The preview of what would be written: from what was heard and what a file says to what it will.

Light values and rules, which both the window and the command line read; nothing is opened here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.identity import Stamp
from genre_desktop.core.tagging.also import OF_A_MODEL, Also, Texts
from genre_desktop.core.tagging.sayable import UNSAYABLE, parted, unsayable
from genre_desktop.core.track import Outcome, Tags
from genre_desktop.inference.verdict import Verdict

_NO_TAGS = Tags()


@dataclass(frozen=True, slots=True)
class Heard:
    """What a preview needs to know of a track.

    Attributes:
        path: Its file.
        is_part: Whether it is a part of a file, which has no tags of its own.
        genre: As it is written into tags; empty where none was heard.
        label: The genre as the model calls it.
        probability: Of that genre.
        unsure: Whether the model is.
        is_corrected: Whether the genre is the user's own word.
        also: What else can be written of it.
        is_left_out: Whether the user's rules leave this genre out.
        by_rule: Whether the user's rules call it so.
        further: Genres that are written after it, as the rules want them.
        guesses: All of the model's labels with their probabilities, the highest first.
        artist: As the file's tags say.
        album: As they say.
        audio_hash: Of the sound that was heard, empty where unknown.
        parts: Of how many parts of a file it is all about, as one; 0 where it is no such sum.
    """

    path: Path
    is_part: bool = False
    genre: str = ""
    label: str = ""
    probability: float = 0.0
    unsure: bool = False
    is_corrected: bool = False
    also: Texts = ()
    is_left_out: bool = False
    by_rule: bool = False
    further: tuple[str, ...] = ()
    guesses: tuple[tuple[str, float], ...] = ()
    artist: str = ""
    album: str = ""
    audio_hash: str = ""
    parts: int = 0

    @property
    def genres(self) -> tuple[str, ...]:
        """All that is written; none where nothing was heard."""
        return (self.genre, *self.further) if self.genre else ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be written where.

    Attributes:
        only_empty: Leave files alone that have a genre.
        append: Keep their genres and add the new one.
        min_confidence: Leave files alone below this probability; None leaves alone of what the
            model itself is unsure.
        also: The fields that are written beside the genre.
    """

    only_empty: bool = False
    append: bool = False
    min_confidence: float | None = None
    also: frozenset[Also] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """A file and the genres that its tags are to say.

    Attributes:
        path: The file.
        stamp: When its tags were read.
        genres: What they are to say.
        also: What other fields are to say.
        audio_hash: Of the sound that all of it is about, empty where unknown.
    """

    path: Path
    stamp: Stamp
    genres: tuple[str, ...]
    also: Texts = ()
    audio_hash: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says now.

    Attributes:
        path: The file.
        real: What is the same for all names of the file.
        kind: Of its tags, such as "ID3v2.3"; empty where they cannot be read.
        stamp: When they were read, None where they cannot be.
        genres: What they say.
        also: What the other fields say that we write.
        separator: What parts genres in its tags, where these have one text for all; else empty.
        short: Why it cannot be written, in a word or two; empty where it can.
        sentence: Why, and what to do about it.
        is_beside: Whether the genres stand only in tags that are not written, such as ID3v1.
    """

    path: Path
    real: str
    kind: str = ""
    stamp: Stamp | None = None
    genres: tuple[str, ...] = ()
    also: Texts = ()
    separator: str = ""
    short: str = ""
    sentence: str = ""
    is_beside: bool = False


class Fate(Enum):
    """What becomes of a file, in the words of the counts."""

    CHANGES = "would change"
    UNSURE = "unsure left alone"
    HAS_GENRE = "with a genre left alone"
    LEFT_OUT = "not among your genres"
    ALREADY = "already as wanted"
    UNHEARD = "without a genre heard"
    REFUSED = "refused"


LEFT_ALONE = frozenset({Fate.UNSURE, Fate.HAS_GENRE, Fate.LEFT_OUT, Fate.UNHEARD})


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One file of the preview.

    Attributes:
        path: The file.
        old: Its genres now.
        new: Its genres then; the old ones where it is left alone.
        fate: What becomes of it.
        short: Why it is refused, in a word or two.
        sentence: Why, where the user may want to do something about it.
        wish: What to write, None where it is left alone.
        heard: What it rests on.
        kind: Of its tags.
    """

    path: Path
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    fate: Fate = Fate.CHANGES
    short: str = ""
    sentence: str = ""
    wish: Wish | None = None
    heard: Heard = field(default_factory=lambda: Heard(Path()))
    kind: str = ""

    @property
    def also(self) -> Texts:
        """What is written beside the genre."""
        return self.wish.also if self.wish is not None else ()

    @property
    def state(self) -> str:
        """What becomes of it, in a few words."""
        return self.short or self.fate.value


def heard_of(outcome: Outcome, tags: Tags = _NO_TAGS) -> Heard:
    """What a preview needs to know of an outcome; a first impression is not enough."""
    track, verdict = outcome.track, outcome.verdict
    is_part = track.span is not None
    if verdict is None or outcome.provisional:
        return Heard(track.path, is_part)
    if outcome.correction is not None:
        said = corrected_heard(track.path, outcome.correction.genre, verdict, is_part=is_part)
        return replace(said, audio_hash=outcome.audio_hash)
    guesses = verdict.ranked()
    label, probability = guesses[0]
    second = guesses[1][0] if len(guesses) > 1 else ""
    return Heard(
        track.path,
        is_part,
        tag_name(label),
        label,
        probability,
        verdict.unsure,
        also=texts_of(verdict, probability, second),
        guesses=tuple(guesses),
        artist=tags.artist,
        album=tags.album,
        audio_hash=outcome.audio_hash,
    )


def corrected_heard(path: Path, genre: str, verdict: Verdict, *, is_part: bool) -> Heard:
    """As if heard without any doubt: the user's word is written as it is, and no model's."""
    tempo = tuple(one for one in texts_of(verdict, 1.0, "") if one[0] is Also.TEMPO)
    return Heard(path, is_part, genre, genre, 1.0, is_corrected=True, also=tempo)


def texts_of(verdict: Verdict, probability: float, second: str) -> Texts:
    """What can be written beside the genre.

    Args:
        verdict: The model's answer.
        probability: Of its genre.
        second: The next genre as the model calls it, empty where there is none.
    """
    found = [
        (Also.CONFIDENCE, f"{probability:.2f}"),
        (Also.MODEL, f"{verdict.model} {verdict.version}"),
    ]
    if second:
        found.append((Also.SECOND, tag_name(second)))
    if verdict.tempo_bpm is not None:
        found.append((Also.TEMPO, str(round(verdict.tempo_bpm))))
    return tuple(found)


def decide(heard: Heard, found: Found | None, choice: Choice) -> PlanRow:
    """What becomes of a file.

    Args:
        heard: What was heard.
        found: What the file says; None where nothing was heard and it was not looked at.
        choice: What is to be written where.
    """
    if found is None or not heard.genre:
        return PlanRow(heard.path, fate=Fate.UNHEARD, heard=heard)
    if found.stamp is None:
        return _refused(heard, found)
    old = found.genres
    new = _wanted(old, parted(heard.genres, found.separator), choice)
    also = _also(heard, found, choice)
    fate = _fate(old, new, choice, heard)
    if fate is Fate.ALREADY and (also or found.is_beside):
        fate = Fate.CHANGES
    if fate is not Fate.CHANGES:
        return PlanRow(heard.path, old, old, fate, heard=heard, kind=found.kind)
    if found.short:
        return _refused(heard, found)
    before = old if choice.append else ()
    if reason := unsayable(heard.genres, found.kind, found.separator, before):
        return _refused(heard, replace(found, short=UNSAYABLE, sentence=reason))
    wish = Wish(heard.path, found.stamp, new, also, heard.audio_hash)
    return PlanRow(heard.path, old, new, wish=wish, heard=heard, kind=found.kind)


def counts(rows: Iterable[PlanRow]) -> str:
    """How many there are of each, as in "212 would change, 31 unsure, 7 read-only"."""
    return counted_states((row.state for row in rows), Fate.CHANGES.value)


def counted_states(states: Iterable[str], first: str) -> str:
    """How many there are of each, one that is told first even where there is none."""
    tally = Counter(states)
    ordered = sorted(tally.items(), key=lambda pair: (pair[0] != first, -pair[1], pair[0]))
    if ordered and ordered[0][0] != first:
        ordered.insert(0, (first, 0))
    return ", ".join(f"{count:,} {state}" for state, count in ordered)


def _refused(heard: Heard, found: Found) -> PlanRow:
    return PlanRow(
        heard.path,
        found.genres,
        found.genres,
        Fate.REFUSED,
        found.short,
        found.sentence,
        heard=heard,
        kind=found.kind,
    )


def _also(heard: Heard, found: Found, choice: Choice) -> Texts:
    """What is to be written beside the genre, and what an earlier run wrote there and is untrue."""
    wanted = tuple(one for one in heard.also if one[0] in choice.also and one not in found.also)
    if not heard.is_corrected:
        return wanted
    there = {also for also, _ in found.also}
    return (*wanted, *((also, "") for also in OF_A_MODEL if also in there))


def _wanted(old: Sequence[str], heard: Sequence[str], choice: Choice) -> tuple[str, ...]:
    if not choice.append:
        return tuple(heard)
    known = {genre.casefold() for genre in old}
    return (*old, *(genre for genre in heard if genre.casefold() not in known))


def _fate(old: Sequence[str], new: Sequence[str], choice: Choice, heard: Heard) -> Fate:
    least = choice.min_confidence
    if heard.unsure if least is None else heard.probability < least:
        return Fate.UNSURE
    if heard.is_left_out:
        return Fate.LEFT_OUT
    if choice.only_empty and old:
        return Fate.HAS_GENRE
    return Fate.ALREADY if tuple(old) == tuple(new) else Fate.CHANGES
