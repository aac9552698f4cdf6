"""What a classification says of itself when it is done."""

from collections.abc import Sequence
from pathlib import Path

from genre_desktop.cli.display import counted
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import one_line

_MOST_NAMES = 3


def nothing_found(paths: Sequence[Path]) -> str:
    """Says that there is no music, and where."""
    names = [one_line(str(path)) for path in paths[:_MOST_NAMES]]
    if len(paths) > _MOST_NAMES:
        names.append(f"{len(paths) - _MOST_NAMES} more")
    where = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"No music was found in {where}."


def summary(listings: Sequence[Listing], left_out: int, seconds: float) -> str:
    """How many tracks have problems, were known, and how fast the others were heard."""
    outcomes = [listing.outcome for listing in listings if listing.outcome]
    problems = sum(outcome.verdict is None for outcome in outcomes)
    known = sum(outcome.from_library for outcome in outcomes)
    heard = sum(outcome.track_seconds or 0.0 for outcome in outcomes if not outcome.from_library)
    parts = [f"{problems} with problems"]
    if left_out:
        parts.append(f"{left_out} left out")
    if known:
        parts.append(f"{known} known already")
    if heard and seconds:
        parts.append(f"{heard / seconds:.0f} times as fast as they play")
    return f"{', '.join(parts)}; {seconds:.1f} s."


def head_line(heard: int, found: int, *, is_interrupted: bool) -> str:
    """How many tracks were found, and how many of them heard before an interruption."""
    tracks = counted(found, "track")
    return f"Interrupted: {heard} of {tracks}" if is_interrupted else tracks
