"""Files as wholes: what was heard of all the parts of one file, as of an album."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from genre_desktop.core.albums import Together
from genre_desktop.core.tagging.wishes import Heard


def whole_files(heard: Iterable[Heard]) -> list[Heard]:
    """Each file once; parts together have the genre that all of them sound like.

    Parts that the user corrected say nothing of the others, as in albums. What is a part still is
    one of several that are all corrected, and not to one genre.
    """
    by_path: dict[Path, list[Heard]] = {}
    for one in heard:
        by_path.setdefault(one.path, []).append(one)
    return [whole_file(all_of_it) for all_of_it in by_path.values()]


def whole_file(parts: Sequence[Heard]) -> Heard:
    """One file of which all parts are given, or itself."""
    first = next((one for one in parts if not one.is_part), None)
    if first is not None:
        return first
    first, count = parts[0], len(parts)
    if not all(one.genre for one in parts):
        return Heard(first.path, parts=count)
    heard = [one for one in parts if not one.is_corrected]
    if not heard:
        is_one_genre = len({one.genre for one in parts}) == 1
        return replace(first, is_part=not is_one_genre, parts=count)
    together = Together()
    for one in heard:
        together.add(one)
    is_one_artist = len({one.artist for one in heard}) == 1
    artist = heard[0].artist if is_one_artist else ""
    return replace(together.as_heard(heard[0]), is_part=False, artist=artist, parts=count)
