"""One file's tags written wholly or not at all, and looked at before they take their place."""

import errno
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from genre_desktop.core.atomic_file import keep_rename
from genre_desktop.core.being_written import is_being_written
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.tagging import through_links as links
from genre_desktop.core.tagging.also import Texts
from genre_desktop.core.tagging.checking import checked_genres, checked_sound
from genre_desktop.core.tagging.copying import Digests, copy_changed, dress_as
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import (
    GENRE,
    Name,
    Preferences,
    RawField,
    Splice,
    TagDocument,
    TagRefused,
    Unsettled,
    also_texts,
    name_of,
    only,
    splices_to,
    with_fields,
)
from genre_desktop.core.tagging.sharing import patiently
from genre_desktop.core.tagging.temporary import temporary_beside
from genre_desktop.dsp.long_paths import TOO_LONG, is_for_length, windows_refuses
from genre_desktop.dsp.sound import SoundError

LINKED = "linked more than once"

T = TypeVar("T")
Fields = Mapping[Name, Sequence[RawField]]  # what is to stand in the place of what

_REASONS = {
    errno.ENOSPC: ("the disk is full; make room and try again", "full disk"),
    errno.EDQUOT: ("your quota is used up; make room and try again", "full disk"),
    errno.EROFS: ("it lies on a disk that can only be read", "read-only"),
    errno.EACCES: ("you may not write there; change its or its folder's permissions", "read-only"),
    errno.EPERM: ("you may not write there; change its or its folder's permissions", "read-only"),
    errno.ENOENT: ("it is not there any more", "missing"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change that lies ready in a temporary file, checked and on the disk.

    Attributes:
        path: The file itself, links followed.
        temporary: What is to take its place.
        kind: Of the tags.
        old_stamp: Of the file.
        new_stamp: Of the temporary file, which it keeps; through a link it keeps its number.
        digests: Of all bytes.
        old_fields: The fields of the genre, and of what else is written, as they were.
        new_fields: The same fields as they will be.
        old_genres: What they say.
        new_genres: What they will say.
        splices: All that changes in the file.
        is_through_link: Whether the file itself is written, since other links lead to it, too.
        audio_hash: Of its sound; empty where an earlier version wrote it.
        keeps_owner: Whether it will belong to the same user and group; the journal forgets it.
    """

    path: Path
    temporary: Path
    kind: str
    old_stamp: Stamp
    new_stamp: Stamp
    digests: Digests
    old_fields: tuple[RawField, ...]
    new_fields: tuple[RawField, ...]
    old_genres: tuple[str, ...]
    new_genres: tuple[str, ...]
    splices: tuple[Splice, ...]
    is_through_link: bool = False
    audio_hash: str = ""
    keeps_owner: bool = True


def refuse_unwritable(path: Path, *, through_links: bool = False) -> None:
    """Says before any work why a file cannot be written.

    Args:
        path: The file.
        through_links: Whether it may have further links.

    Raises:
        TagRefused: It is read-only, linked more than once, no file, or not there.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise refusal(error) from error
    if not stat.S_ISREG(status.st_mode):
        raise TagRefused("it is no regular file", "no file")
    is_writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not is_writable:
        raise TagRefused("it or its folder is read-only", "read-only")
    if status.st_nlink > 1 and not through_links:
        raise TagRefused(
            "it is linked more than once, and the other links would keep the old tags (the "
            "preferences have a choice for that)",
            LINKED,
        )


def prepare_genres(
    path: Path,
    stamp: Stamp,
    genres: Sequence[str],
    preferences: Preferences,
    also: Texts = (),
    *,
    audio_hash: str = "",
) -> Change | None:
    """Makes a checked copy with other genres; None where nothing would change.

    Args:
        path: The file; a link is followed.
        stamp: Of the file when it was read; where it is another now, nothing is done.
        genres: What the tags are to say; none removes the genre.
        preferences: Where the format leaves a choice.
        also: What other fields are to say; those that are to say nothing are removed.
        audio_hash: Of the sound that was heard; where the file holds another one, nothing is done.
            Empty where that is unknown.

    Raises:
        TagRefused: The file is left alone, and why.
    """

    def fields(document: TagDocument) -> Fields:
        new: dict[Name, Sequence[RawField]] = {}
        if document.genres() != tuple(genres):
            new[GENRE] = document.genre_fields(genres)
        there = also_texts(document)
        names = {one for one, _ in there}
        for one, text in also:
            if text and (one, text) not in there:
                new[one] = (document.also_field(one, text),)
            elif not text and one in names:
                new[one] = ()
        return new

    return prepare_fields(path, stamp, fields, preferences, audio_hash)


def prepare_fields(
    path: Path,
    stamp: Stamp,
    fields: Callable[[TagDocument], Fields],
    preferences: Preferences,
    audio_hash: str = "",
) -> Change | None:
    """As `prepare_genres`, with whatever fields a function makes of the tags that are there."""
    target = Path(os.path.realpath(path))
    return _guarded(lambda: _prepared(target, stamp, fields, preferences, audio_hash))


def prepare_splices(change: Change, stamp: Stamp, splices: Sequence[Splice]) -> Change:
    """Makes a copy of which the bytes are known, such as those of the file before a change.

    Args:
        change: What is known of it; its digests are what the bytes must have.
        stamp: Of the file when it was read.
        splices: What changes.

    Raises:
        TagRefused: The file is left alone, and why.
    """

    def prepared() -> Change:
        ready = replace(change, old_stamp=stamp, splices=tuple(splices))
        return _finished(ready, change.digests, through_links=change.is_through_link)

    return _guarded(prepared)


def put_in_place(change: Change, *, wait: Callable[[float], None] | None = None) -> None:
    """Lets the prepared copy take the file's place, and makes that survive a power cut.

    Raises:
        TagRefused: It could not; the copy is removed and the file is as it was.
    """

    def put() -> None:
        try:
            _refuse_if_changed(change.path, change.old_stamp)
            if change.is_through_link:
                links.write_through(*links_of(change))
                discard(change)
            else:
                patiently(lambda: _replace(change), wait)
        except Unsettled:
            raise  # what it needs may be in the copy
        except BaseException:
            discard(change)
            raise
        keep_rename(change.path.parent)

    _guarded(put)


def _replace(change: Change) -> None:
    """Lets the copy take the file's place.

    A drive on a network may answer, asked twice, that the copy is not there, or not answer at all.
    """
    try:
        change.temporary.replace(change.path)
    except OSError:
        if not _is_in_place(change):
            raise


def _is_in_place(change: Change) -> bool:
    try:
        is_there = os.path.lexists(change.temporary)
        return not is_there and stamp_of(change.path) == change.new_stamp
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Unsettled(
            "its drive does not say whether it was written; the next start of the program finds "
            "out",
            "no answer",
        ) from error


def links_of(change: Change) -> tuple[Path, Path, tuple[Splice, ...], Digests, int]:
    """What writing through a link, and settling it, has to know."""
    mtime_ns = change.new_stamp.mtime_ns
    return change.path, change.temporary, change.splices, change.digests, mtime_ns


def discard(change: Change) -> None:
    """Removes a prepared copy that is not wanted."""
    with suppress(OSError):
        change.temporary.unlink()


def refusal(error: OSError, refuses_long: Callable[[], bool] = windows_refuses) -> TagRefused:
    """What to say where the system refuses something, such as long paths."""
    if is_for_length(error, refuses_long):
        return TagRefused(TOO_LONG, "long path")
    sentence, short = _REASONS.get(
        error.errno or 0, (f"the system refuses ({error.strerror or error})", "refused")
    )
    return TagRefused(sentence, short)


def _guarded(action: Callable[[], T]) -> T:
    try:
        return action()
    except OSError as error:
        raise refusal(error) from error
    except SoundError as error:
        raise TagRefused(f"its sound cannot be compared: {error}", "damaged") from error


def _prepared(
    path: Path,
    stamp: Stamp,
    fields: Callable[[TagDocument], Fields],
    preferences: Preferences,
    audio_hash: str,
) -> Change | None:
    refuse_unwritable(path, through_links=preferences.through_links)
    _refuse_if_changed(path, stamp)
    document = read_document(path, preferences)
    new = fields(document)
    wanted = with_fields(document, new)
    splices = splices_to(document, wanted)
    if not splices:
        return None
    ours = tuple(field for field in wanted if name_of(document, field) in new)
    change = Change(
        path=path,
        temporary=temporary_beside(path),
        kind=document.kind,
        old_stamp=stamp,
        new_stamp=stamp,
        digests=Digests("", ""),
        old_fields=only(document, new),
        new_fields=ours,
        old_genres=document.genres(),
        new_genres=(),
        splices=splices,
    )
    done = _finished(
        change, None, keep_time=preferences.keep_time, through_links=preferences.through_links
    )
    try:
        new_genres = checked_genres(document, new, path, done.temporary, preferences)
        sound = checked_sound(path, done.temporary, audio_hash)
    except BaseException:
        discard(done)
        raise
    return replace(done, new_genres=new_genres, audio_hash=sound)


def _finished(
    change: Change,
    wanted: Digests | None,
    *,
    keep_time: bool = True,
    through_links: bool = False,
) -> Change:
    """Writes the copy and gives it all that belongs to the file."""
    refuse_unwritable(change.path, through_links=through_links)
    _refuse_if_changed(change.path, change.old_stamp)
    status = change.path.stat()
    try:
        digests = copy_changed(change.path, change.temporary, change.splices)
        if wanted is not None and digests != wanted:
            raise TagRefused("it was changed since", "changed since")
        is_linked = status.st_nlink > 1  # without a new time nobody would see that it changed
        is_kept = dress_as(
            change.temporary, change.path, status, keep_time=keep_time and not is_linked
        )
        stamp = stamp_of(change.temporary)
        if is_linked:
            stamp = stamp._replace(inode=change.old_stamp.inode)
        return replace(
            change,
            digests=digests,
            new_stamp=stamp,
            is_through_link=is_linked,
            keeps_owner=is_kept or is_linked,
        )
    except BaseException:
        discard(change)
        raise


def refuse_if_being_written(path: Path) -> None:
    """Refuses a file of which the rest is still to come.

    Who writes it would go on writing what has no name any more, and the rest were lost.

    Raises:
        TagRefused: Another program has it open to write it.
    """
    if is_being_written(path):
        raise TagRefused("another program is writing it; try again when that is done", "in use")


def _refuse_if_changed(path: Path, stamp: Stamp) -> None:
    refuse_if_being_written(path)
    if stamp_of(path) != stamp:
        raise TagRefused(
            "it was changed by another program since it was read; try again", "changed since"
        )
