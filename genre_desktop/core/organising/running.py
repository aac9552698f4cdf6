"""Runs that copy or move files and runs that put them back: file by file, each journaled twice."""

import errno
import os
import threading
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from genre_desktop.core.atomic_file import keep_rename
from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.organising.places_table import PlaceEntry
from genre_desktop.core.organising.placing import (
    HELD,
    NOT_ALL_GO,
    Placing,
    copied,
    discard,
    is_on_one_file_system,
    put_in_place,
    refuse_stale,
    refuse_taken,
    refuse_unplaceable,
    sheet_stays,
    take_away,
    without_sheet,
)
from genre_desktop.core.organising.wishes import How, PlaceWish
from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import TagRefused
from genre_desktop.core.tagging.safe_write import refusal, refuse_if_being_written
from genre_desktop.core.tagging.temporary import temporary_beside
from genre_desktop.core.there import is_folder

PUT_BACK = "put back"  # what a run does that takes another one back
RUNS = (How.COPY.value, How.MOVE.value)  # those that are taken back


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of one file.

    Attributes:
        path: The file, where it lay.
        placing: What was done, None where nothing was.
        refused: Why, empty where nothing had to be.
        is_along: Whether it is a sheet that went along with its file.
    """

    path: Path
    placing: Placing | None
    refused: str = ""
    is_along: bool = False

    @property
    def is_written(self) -> bool:
        """Whether anything was done."""
        return self.placing is not None


def organise(
    journal: Journal,
    wishes: Sequence[PlaceWish],
    into: Path,
    cancelled: threading.Event | None = None,
) -> Generator[Placed, None, None]:
    """Copies or moves one file after the other with its sheets, as a run that can be taken back.

    Closing the generator, or setting `cancelled`, stops it between two files.

    Args:
        journal: Open.
        wishes: What goes where.
        into: The folder below which all of it goes; made where it is missing.
        cancelled: Stops it.

    Yields:
        What became of each.
    """
    if not wishes:
        return
    try:
        missing = _missing(into)
        into.mkdir(parents=True, exist_ok=True)  # before: where it is, a killed run is settled
        for folder in missing:
            keep_rename(folder.parent)
    except OSError as error:
        sentence = f"the folder {into} cannot be made: {refusal(error).sentence}"
        yield from (Placed(wish.path, None, sentence) for wish in wishes)
        return
    run = journal.begin_run(wishes[0].how.value, [into / "any"])
    try:
        for folder in missing:
            journal.places.making(run, folder)
        going = {wish.path for wish in wishes}
        last_of = {sheet.path: wish.path for wish in wishes for sheet in wish.sheets}
        for wish in wishes:
            if cancelled is not None and cancelled.is_set():
                return
            due = [sheet for sheet in wish.sheets if last_of[sheet.path] == wish.path]
            yield from _with_sheets(journal, run, wish, due, going)
    finally:
        journal.end_run(run)


def put_back(
    journal: Journal,
    entries: Sequence[PlaceEntry],
    cancelled: threading.Event | None = None,
) -> Generator[Placed, None, None]:
    """Moves files back and removes copies; itself a run of the history.

    A file goes back only while it is what was moved and its old place is free; a copy is removed
    only while it is what was copied and its original is there. Folders that the runs made go
    where they are empty then.

    Yields:
        What became of each.
    """
    moved = (entry.placing for entry in entries if entry.placing.how is How.MOVE)
    folders = (placing.source.parent for placing in moved)  # where temporary files may come to lie
    run = journal.begin_run(PUT_BACK, [each / "any" for each in folders if is_folder(each)])
    try:
        for entry in entries:
            if cancelled is not None and cancelled.is_set():
                return
            yield _one_back(journal, run, entry)
    finally:
        remove_empty(journal.places.made({entry.run for entry in entries}))
        journal.end_run(run)


def why_not_back(placing: Placing) -> str:
    """Why a file cannot go back now; empty where it can."""
    try:
        _refuse_back(placing)
    except TagRefused as refused:
        return refused.sentence
    except OSError as error:
        return refusal(error).sentence
    return ""


def remove_empty(folders: Iterable[Path]) -> int:
    """Removes folders that are empty; says how many.

    Args:
        folders: The deepest first.
    """
    removed = 0
    for folder in folders:
        with suppress(OSError):  # something lies there, or it has gone
            folder.rmdir()
            removed += 1
    return removed


def emptied_folders(placed: Iterable[Placed], roots: Iterable[Path]) -> list[Path]:
    """Folders that files were moved out of and those around them, below the roots; deepest first.

    Args:
        placed: What became of files.
        roots: Folders that stay, as all around them does.
    """
    kept = {root.absolute() for root in roots}
    found: set[Path] = set()
    for one in placed:
        if one.placing is None or one.placing.how is not How.MOVE:
            continue
        around = one.placing.source.absolute().parents
        root = next((place for place, folder in enumerate(around) if folder in kept), 0)
        found.update(around[:root])
    return sorted(found, key=lambda path: len(path.parts), reverse=True)


def _with_sheets(
    journal: Journal, run: int, wish: PlaceWish, due: Sequence[PlaceWish], going: set[Path]
) -> Iterator[Placed]:
    """Places a file, unless it is seen before that a sheet that divides it cannot go along.

    Args:
        journal: Open.
        run: Of the journal.
        wish: The file.
        due: The sheets of which it is the last file.
        going: The files of the run; takes those out that stay.
    """
    try:
        for sheet in wish.sheets if wish.is_divided else ():
            _refuse_sheet(sheet, going)
        placed = [_placed(journal, run, _placing(wish))]
    except TagRefused as refused:
        placed = [Placed(wish.path, None, refused.sentence)]
    if not placed[0].is_written:
        going.discard(wish.path)
    try:
        for sheet in due:
            went = sorted(going & sheet.files)
            if went:
                placed.append(_sheet_placed(journal, run, sheet, went, going))
    finally:  # told after all of them: whoever is told may stop here
        yield from placed


def _sheet_placed(
    journal: Journal, run: int, sheet: PlaceWish, went: Sequence[Path], going: Collection[Path]
) -> Placed:
    """Places a sheet after its files; that it stays is told of one of them."""
    try:
        _refuse_company(sheet, going)
        along = _placed(journal, run, _placing(sheet))
        if along.is_written:
            return replace(along, is_along=True)
        return Placed(went[-1], None, sheet_stays(sheet.path, TagRefused(along.refused, HELD)))
    except TagRefused as refused:
        return Placed(went[-1], None, sheet_stays(sheet.path, refused))


def _placing(wish: PlaceWish) -> Placing:
    return Placing(wish.how, wish.path, wish.target, None, wish.stamp)


def _refuse_sheet(sheet: PlaceWish, going: Collection[Path]) -> None:
    try:
        _refuse_company(sheet, going)
        refuse_unplaceable(sheet.path, sheet.how)
        refuse_if_being_written(sheet.path)
        refuse_stale(sheet.path, sheet.stamp)
        refuse_taken(sheet.target)
    except (TagRefused, OSError) as error:
        raise without_sheet(sheet.path, error) from error


def _refuse_company(sheet: PlaceWish, going: Collection[Path]) -> None:
    if not sheet.files.issubset(going):
        raise TagRefused(*NOT_ALL_GO)


def _placed(journal: Journal, run: int, placing: Placing, undoes: int | None = None) -> Placed:
    lay = placing.target if placing.how is How.REMOVE else placing.source
    try:
        return Placed(lay, _carried_out(journal, run, placing, undoes))
    except TagRefused as refused:
        return Placed(lay, None, refused.sentence)
    except OSError as error:
        return Placed(lay, None, refusal(error).sentence)


def _carried_out(journal: Journal, run: int, placing: Placing, undoes: int | None) -> Placing:
    if placing.how is not How.REMOVE:
        refuse_unplaceable(placing.source, placing.how)
        refuse_if_being_written(placing.source)
        refuse_stale(placing.source, placing.old_stamp)
        _make_folder(journal, run, placing.target.parent)
        if not _can_be_renamed(placing):
            placing = replace(placing, temporary=temporary_beside(placing.target))
    try:
        return _journaled(journal, run, placing, undoes)
    except OSError as error:
        if error.errno != errno.EXDEV or placing.temporary is not None:
            raise
    apart = replace(placing, temporary=temporary_beside(placing.target))  # two mounts of one disk
    return _journaled(journal, run, apart, undoes)


def _journaled(journal: Journal, run: int, placing: Placing, undoes: int | None) -> Placing:
    entry = journal.places.about_to_place(run, placing, undoes)
    try:
        if placing.how is How.REMOVE:
            take_away(placing)
        else:
            placing = _copied(journal, entry, placing)
            put_in_place(placing)
    except (TagRefused, OSError):
        journal.places.is_not_placed(entry)
        raise
    journal.places.is_placed(entry, placing)
    return placing


def _can_be_renamed(placing: Placing) -> bool:
    folder = placing.target.parent
    return placing.how is How.MOVE and is_on_one_file_system(placing.source, folder)


def _copied(journal: Journal, entry: int, placing: Placing) -> Placing:
    if placing.temporary is None:
        return placing
    placing = copied(placing)
    try:
        journal.places.is_copied(entry, placing)
    except BaseException:
        discard(placing)
        raise
    return placing


def _make_folder(journal: Journal, run: int, folder: Path) -> None:
    """Makes a folder and those around it, each noted before."""
    for each in reversed(_missing(folder)):
        if os.path.lexists(each):
            raise TagRefused(f"{each} is no folder, but lies where one is to be", "place taken")
        journal.places.making(run, each)
        each.mkdir(exist_ok=True)
        keep_rename(each.parent)


def _missing(folder: Path) -> list[Path]:
    """A folder and those around it that are not there, the deepest first."""
    missing = []
    while not folder.is_dir() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing


def _one_back(journal: Journal, run: int, entry: PlaceEntry) -> Placed:
    placing = entry.placing
    lies = placing.target
    try:
        stamp = _refuse_back(placing)
    except TagRefused as refused:
        return Placed(lies, None, refused.sentence)
    except OSError as error:
        return Placed(lies, None, refusal(error).sentence)
    if placing.how is How.COPY:
        back = Placing(How.REMOVE, placing.source, lies, None, stamp)
    else:
        back = Placing(How.MOVE, lies, placing.source, None, stamp)
    return _placed(journal, run, back, entry.number)


def _refuse_back(placing: Placing) -> Stamp:
    """The stamp of a file that can go back.

    Raises:
        TagRefused: It cannot.
        OSError: It cannot be looked at.
    """
    if placing.how is How.REMOVE:
        raise TagRefused("a copy that was taken away does not come back; copy it again", "removed")
    stamp, then = stamp_of(placing.target), placing.new_stamp
    if then is None or (stamp.size, stamp.mtime_ns) != (then.size, then.mtime_ns):
        raise TagRefused("it was changed since; it stays where it is", "changed since")
    if placing.how is How.MOVE:
        if os.path.lexists(placing.source):
            raise TagRefused("another file lies at its old place; it stays where it is", "taken")
        if not placing.source.parent.is_dir() and may_be_on_absent_drive(placing.source):
            raise TagRefused("the drive it came from is not there; connect it first", "no drive")
        return stamp
    if digest_of(placing.target) != placing.digest:
        raise TagRefused("it was changed since; it stays where it is", "changed since")
    if not os.path.lexists(placing.source):
        raise TagRefused("its original is not there any more; the copy stays", "only one")
    return stamp
