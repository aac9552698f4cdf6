"""Outcomes with the user's word on them."""

from collections.abc import Mapping
from datetime import UTC, datetime

from genre_desktop.core.genre_names import genre_key, one_name, tag_name
from genre_desktop.core.track import AudioKey, Correction, Outcome
from genre_desktop.dsp.sound import Span

PART_SIGN = "#"  # in the name of a sound that is a part of a file's


def corrected_now(genre: str) -> Correction:
    """A correction that is made now; a label has its name, all else stays as typed."""
    return Correction(one_name(genre), datetime.now(UTC).isoformat(timespec="seconds"))


def key_of(outcome: Outcome | None) -> AudioKey | None:
    """What a correction of this track is kept by; None where it was not heard to the end."""
    if outcome is None or outcome.provisional or not outcome.audio_hash:
        return None
    span = outcome.track.span
    return outcome.audio_hash, None if span == Span(0.0, None) else span


def sound_name(key: AudioKey) -> str:
    """What names a sound in tables: its hash, behind that of a part the seconds of the file."""
    audio_hash, span = key
    if span is None:
        return audio_hash
    end = "" if span.end_seconds is None else repr(float(span.end_seconds))
    return f"{audio_hash}{PART_SIGN}{float(span.start_seconds)!r}-{end}"


def corrected(outcome: Outcome, corrections: Mapping[AudioKey, Correction | None]) -> Outcome:
    """The outcome with the user's word on it, or without one where there is none."""
    key = key_of(outcome)
    correction = corrections.get(key) if key is not None and outcome.verdict else None
    return outcome if correction == outcome.correction else outcome._replace(correction=correction)


def ranked(outcome: Outcome) -> list[tuple[str, float]]:
    """The genres with their probabilities, the user's own word first and without doubt."""
    found = list(outcome.verdict.ranked()) if outcome.verdict is not None else []
    if outcome.correction is None or not found:
        return found
    own = outcome.correction.genre
    return [(own, 1.0), *(pair for pair in found if not is_same_genre(pair[0], own))]


def named(outcome: Outcome) -> list[tuple[str, float]]:
    """As `ranked`, with the names that tags have; the user's own words stay as they are."""
    own = outcome.correction.genre if outcome.correction is not None else None
    return [
        (label if label == own else name_of(outcome, label), share)
        for label, share in ranked(outcome)
    ]


def name_of(outcome: Outcome, label: str) -> str:
    """The name of one of the verdict's labels for tags; what is the user's word stays as it is."""
    return label if label in outcome.own_names else tag_name(label)


def is_unsure(outcome: Outcome) -> bool:
    """Whether the model is unsure and the user has not said better."""
    verdict = outcome.verdict
    return verdict is not None and verdict.unsure and outcome.correction is None


def sure_name(outcome: Outcome | None) -> str:
    """The genre as tags spell it, the user's own word as it is; empty where nobody is sure."""
    if outcome is None or outcome.verdict is None or is_unsure(outcome):
        return ""
    return named(outcome)[0][0]


def is_same_genre(one: str, other: str) -> bool:
    """Whether two names differ in letter case and signs at most, as "hiphop" and "Hip-Hop" do."""
    return genre_key(one) == genre_key(other)
