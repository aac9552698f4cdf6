"""Whether files are not there because their drive is away: unplugged, or not mounted yet."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

_PLACES_OF_DRIVES = tuple(map(Path, ("/media", "/run/media", "/mnt", "/Volumes")))
_OF_USERS = "media"  # /media/drive, but also /media/user/drive
_TABLE = Path("/etc/fstab")


def device_of(path: Path) -> int | None:
    """The number of the drive that a folder lies on; None where there is no such folder."""
    try:
        return path.stat().st_dev
    except (FileNotFoundError, NotADirectoryError):
        return None


def may_be_on_absent_drive(
    path: Path, places: Sequence[Path] = _PLACES_OF_DRIVES, table: Path = _TABLE
) -> bool:
    """Whether a file that is not there lies where a drive is mounted at times, but not now.

    Args:
        path: The file.
        places: Folders in which drives get a folder each.
        table: The system's list of drives with their folders.
    """
    if not Path(path.anchor).exists():  # a letter of Windows, or a computer of the network
        return True
    return any(_is_vacant(point) for point in _mount_points(path, places, table))


def _mount_points(path: Path, places: Sequence[Path], table: Path) -> Iterator[Path]:
    for place in places:
        if path.is_relative_to(place):
            yield from _points_in(place, path.relative_to(place).parts[:-1])
    yield from (point for point in _listed(table) if point in path.parents)


def _points_in(place: Path, folders: Sequence[str]) -> Iterator[Path]:
    """The folders in which the drive may be mounted; none below one that is."""
    point = place
    for name in folders[: 2 if place.name == _OF_USERS else 1]:
        point /= name
        yield point
        if os.path.ismount(point):
            return


def _listed(table: Path) -> list[Path]:
    try:
        lines = table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not on every system
        return []
    fields = (line.split() for line in lines if not line.lstrip().startswith("#"))
    points = (Path(field[1].replace("\\040", " ")) for field in fields if len(field) > 1)
    return [point for point in points if point.is_absolute() and point != Path(point.anchor)]


def _is_vacant(point: Path) -> bool:
    """Whether no drive is mounted there, and nothing else lies there either."""
    if os.path.ismount(point):
        return False
    try:
        with os.scandir(point) as entries:
            return next(entries, None) is None
    except OSError:
        return True
