"""Whether a file that was changed since a run wrote it is still the recording that it was then."""

from functools import lru_cache
from pathlib import Path

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.core.tagging.safe_write import Change
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import SoundError

_KNOWN_FILES = 4_096  # a file that was looked at is mostly written next


def refuse_another(change: Change, stamp: Stamp) -> None:
    """Says that another recording lies in a file's place; of what earlier versions wrote nothing.

    Args:
        change: What a run wrote.
        stamp: Of the file as it is now.

    Raises:
        TagRefused: It has another sound, or one that cannot be read.
        OSError: It cannot be looked at.
    """
    if not change.audio_hash:
        return
    try:
        sound = _sound_of(change.path, stamp)
    except SoundError as error:
        raise TagRefused(f"its sound cannot be compared: {error}", "damaged") from error
    if sound != change.audio_hash:
        raise TagRefused(
            "another recording is there than the one that run wrote, and it is left as it is; "
            "put that one back in its place, or change the genre by hand",
            "changed since",
        )


def refuse_another_at_a_glance(change: Change) -> None:
    """As `refuse_another`, but a file of the size and time that were written counts as that one."""
    stamp = stamp_of(change.path)
    written = change.new_stamp
    if (stamp.size, stamp.mtime_ns) != (written.size, written.mtime_ns):
        refuse_another(change, stamp)


@lru_cache(maxsize=_KNOWN_FILES)
def _sound_of(path: Path, _stamp: Stamp) -> str:
    return payload_hash(path)
