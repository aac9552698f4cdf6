"""One file copied, moved or removed so that it is wholly at its old or its new place."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from genre_desktop.core.atomic_file import keep_rename
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.tagging.copying import copy_changed, digest_of, dress_as
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.core.tagging.safe_write import refusal
from genre_desktop.core.tagging.sharing import patiently
from genre_desktop.dsp.printable import one_line

_NO_HARD_LINKS = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
)
HELD = "held by a CUE sheet"
NOT_ALL_GO = ("not all of the files that it names go along", HELD)
_TAKEN = (
    "another file has taken its new place since it was looked at; try again",
    "place taken",
)
_CHANGED = ("it was changed by another program since it was read; try again", "changed since")


@dataclass(frozen=True, slots=True)
class Placing:
    """A file that is about to be placed, or was.

    Attributes:
        how: What is done.
        source: Where it lies; of what is removed, where its original does.
        target: Where it will lie; of what is removed, where it lies.
        temporary: Where a copy of it grows; None where it is renamed or removed.
        old_stamp: Of the file at its old place.
        new_stamp: At its new place, None while a copy is not finished.
        digest: Of all its bytes, empty where nobody had to read them.
    """

    how: How
    source: Path
    target: Path
    temporary: Path | None
    old_stamp: Stamp
    new_stamp: Stamp | None = None
    digest: str = ""


def refuse_unplaceable(path: Path, how: How) -> None:
    """Says before any work why a file cannot be copied or moved.

    Raises:
        TagRefused: It is a link that would be moved, no file, not there, or cannot be read or
            taken from its folder.
    """
    try:
        status = path.lstat()
        if how is How.MOVE and stat.S_ISLNK(status.st_mode):
            there = one_line(os.path.realpath(path))
            raise TagRefused(
                f"it is a link to {there}, and only what is a file itself is moved; name that file",
                "link",
            )
        if not stat.S_ISREG(path.stat().st_mode):
            raise TagRefused("it is no regular file", "no file")
    except OSError as error:
        raise refusal(error) from error
    if not os.access(path, os.R_OK):
        raise TagRefused("you may not read it; change its permissions", "unreadable")
    if how is How.MOVE and not os.access(path.parent, os.W_OK | os.X_OK):
        raise TagRefused("its folder is read-only, so that it cannot be moved", "read-only")


def without_sheet(sheet: Path, error: TagRefused | OSError) -> TagRefused:
    """Why a file stays whose sheet would."""
    refused = error if isinstance(error, TagRefused) else refusal(error)
    name = one_line(sheet.name)
    return TagRefused(f"its CUE sheet {name} cannot go along: {refused.sentence}", HELD)


def sheet_stays(sheet: Path, error: TagRefused | OSError) -> str:
    """Why a sheet stays, though its files go."""
    refused = error if isinstance(error, TagRefused) else refusal(error)
    return f"its CUE sheet {one_line(sheet.name)} stays: {refused.sentence}"


def refuse_stale(path: Path, stamp: Stamp) -> None:
    """Refuses a file that is no more what it was.

    Raises:
        TagRefused: It was changed.
        OSError: It cannot be looked at.
    """
    if stamp_of(path) != stamp:
        raise TagRefused(*_CHANGED)


def refuse_taken(target: Path) -> None:
    """Refuses a place that is no more free.

    Raises:
        TagRefused: Something lies there.
    """
    if os.path.lexists(target):
        raise TagRefused(*_TAKEN)


def is_on_one_file_system(one: Path, folder: Path) -> bool:
    """Whether a file can be renamed into a folder."""
    return one.stat().st_dev == folder.stat().st_dev


def copied(placing: Placing) -> Placing:
    """Makes the temporary copy, reads it back, and gives it all that belongs to the file.

    Raises:
        TagRefused: It is not what it must be; the copy is removed, as after the next.
        OSError: It cannot be read or written.
    """
    assert placing.temporary is not None
    source, copy = placing.source, placing.temporary
    try:
        status = source.stat()
        digests = copy_changed(source, copy, ())
        if digest_of(copy) != digests.old:
            raise TagRefused("its copy was not read back as it was written", "check failed")
        dress_as(copy, source, status, keep_time=True)
        refuse_stale(source, placing.old_stamp)
        return replace(placing, new_stamp=stamp_of(copy), digest=digests.old)
    except BaseException:
        discard(placing)
        raise


def put_in_place(placing: Placing, *, wait: Callable[[float], None] | None = None) -> None:
    """Lets the copy, or the file itself, take the new place; a moved file leaves its old one.

    Raises:
        TagRefused: Something lies there, or the file was changed; all is as it was.
        OSError: The system refuses; all is as it was.
    """
    moving = placing.temporary or placing.source
    if placing.temporary is None:
        refuse_stale(placing.source, placing.old_stamp)
    try:
        patiently(lambda: rename_to_free(moving, placing.target), wait)
    except FileExistsError as error:
        discard(placing)
        raise TagRefused(*_TAKEN) from error
    except BaseException:
        discard(placing)
        raise
    keep_rename(placing.target.parent)
    if placing.temporary is not None and placing.how is How.MOVE:
        _leave_old_place(placing)
    if placing.how is How.MOVE:
        keep_rename(placing.source.parent)


def take_away(placing: Placing) -> None:
    """Removes a copy.

    Raises:
        OSError: The system refuses.
    """
    placing.target.unlink()
    keep_rename(placing.target.parent)


def discard(placing: Placing) -> None:
    """Removes a temporary copy that is not wanted."""
    if placing.temporary is not None:
        with suppress(OSError):
            placing.temporary.unlink()


def rename_to_free(source: Path, target: Path) -> None:
    """Renames a file, never over another.

    Where the file system has no hard links, an empty file keeps the place meanwhile.

    Raises:
        FileExistsError: Something lies there.
        OSError: The system refuses.
    """
    if os.name == "nt":  # refuses by itself what would overwrite
        source.rename(target)
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        rename_by_placeholder(source, target)
        return
    _leave(source, target)


def rename_by_placeholder(source: Path, target: Path) -> None:
    """Renames over an empty file of our own; errors as for `rename_to_free`."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        source.replace(target)
    except BaseException:
        if os.path.lexists(source) or not target.stat().st_size:  # else it is the file itself
            target.unlink()
        raise


def settle(placing: Placing) -> bool:
    """Makes disk and journal agree on a file over which the program was killed.

    Returns:
        Whether it is at its new place; else it is at its old one, as it was.

    Raises:
        OSError: It cannot be looked at or put right now.
    """
    discard(placing)
    if placing.how is How.REMOVE:
        return not os.path.lexists(placing.target)
    if not os.path.lexists(placing.target):
        return False
    if placing.temporary is None:
        return _settle_renamed(placing)
    return placing.digest != "" and _settle_copied(placing)


def _leave_old_place(placing: Placing) -> None:
    """Removes the old file where it is what was copied.

    What another program writes to it between the look and the removal is lost. To take it out of
    the way by another name first would not help: a program that has it open goes on writing, and
    where ours was killed in between, the user's file would lie under a name of ours.
    """
    try:
        refuse_stale(placing.source, placing.old_stamp)
    except FileNotFoundError:
        return  # another program took it away, and this may be the last copy
    except BaseException:
        placing.target.unlink()
        raise
    _leave(placing.source, placing.target)


def _leave(source: Path, target: Path) -> None:
    """Removes a file's old name; where that cannot be done its new one, but never the last.

    A drive on a network may answer, asked twice, that what it has just removed is not there.
    """
    try:
        source.unlink(missing_ok=True)
    except BaseException:
        if os.path.lexists(source):
            target.unlink()
        raise


def _settle_renamed(placing: Placing) -> bool:
    if not os.path.lexists(placing.source):
        return True
    here, there = placing.source.stat(), placing.target.stat()
    if os.path.samestat(here, there):
        if there.st_nlink > 1:  # else one name differs from the other in its case only
            placing.source.unlink()
        return True
    if there.st_size == 0 and placing.old_stamp.size:  # kept the place
        placing.target.unlink()
    return False


def _settle_copied(placing: Placing) -> bool:
    if digest_of(placing.target) != placing.digest:
        return False
    if placing.how is How.COPY or not os.path.lexists(placing.source):
        return True
    if stamp_of(placing.source) == placing.old_stamp:
        placing.source.unlink()
        return True
    placing.target.unlink()  # the file was changed meanwhile: what it is now is at its old place
    return False
