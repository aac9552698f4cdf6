"""Files that went elsewhere and were tagged anew since a run wrote them, found by their sound."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display
from genre_desktop.core.identity import Stamp
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_relinking import Lost, with_lost_sound
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.sound_hashing import SoundHashing
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.moved import SeveralFit, fitting
from genre_desktop.dsp.printable import one_line

_MOST_NAMED = 3


def follow_by_sound(paths: Sequence[Path], journal: Journal, display: Display) -> bool:
    """Takes note of where files lie that have gone, where one alone has their sound.

    Reading sounds is slow: only those of files are read that the journal does not know, below
    the paths, and only while something that has gone may be among them.

    Args:
        paths: Where they are looked for.
        journal: What was written.
        display: Told what was not decided.

    Returns:
        Whether several files fitted somewhere; nothing is noted of these.
    """
    strangers = [path for path in _files(paths) if not journal.whereabouts.knows(path)]
    lost = journal.whereabouts.lost() if strangers else {}
    if not lost:
        return False
    found, several = fitting(lost, _with_sounds(strangers, lost, journal.library))
    for old, new in found.items():
        journal.whereabouts.lies_at(old, new)
    for one in several:
        _say_several(one, display)
    return bool(several)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Each music file once, links followed."""
    found = (one for one in scan(paths, (), lambda _: ()) if not isinstance(one, Skipped))
    return iter(dict.fromkeys(one.path.resolve() for one in found))


def _with_sounds(files: Sequence[Path], lost: Lost, library: Path) -> list[tuple[Path, str]]:
    """Those that have the sound of one that has gone; shows how it goes on."""
    there = []
    with ExitStack() as open_things:
        looking = open_things.enter_context(Display(console_for(error=True), "Looking"))
        hash_of = _hashing(library, open_things)
        looking.found(len(files))
        for path in files:
            said = with_lost_sound(path, lost, hash_of)
            if said is not None:
                there.append((path, said[1]))
            looking.done()
    return there


def _hashing(library: Path, open_things: ExitStack) -> Callable[[Path, Stamp], str]:
    """What gives the hash of a file: the library where it knows it, else a process of its own."""
    sounds = open_things.enter_context(SoundHashing())
    known: LibraryReading | None = None
    with suppress(LibraryUnavailable):
        known = open_things.enter_context(closing(LibraryReading(library)))

    def hash_of(path: Path, stamp: Stamp) -> str:
        with suppress(LibraryUnavailable):
            if known is not None and (said := known.sound_of(path, stamp)):
                return said
        return sounds.hash_of(path)

    return hash_of


def _say_several(one: SeveralFit, display: Display) -> None:
    if len(one.old) > 1:
        display.say_of(
            one.new[0],
            f"it has the sound of several files that have gone ({_named(one.old)}), and is left as "
            "it is; change its genre by hand.",
        )
        return
    display.say_of(
        one.old[0],
        f"several files have its sound ({_named(one.new)}), and are left as they are; name the one "
        "that is to go back: `genre-desktop undo FILE`.",
    )


def _named(paths: Sequence[Path]) -> str:
    more = [f"{len(paths) - _MOST_NAMED} more"] if len(paths) > _MOST_NAMED else []
    return ", ".join([*(one_line(str(path)) for path in paths[:_MOST_NAMED]), *more])
