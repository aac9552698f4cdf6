"""What the table calls each track: its file's name, with more where that does not tell it apart."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from genre_desktop.core.export_cells import title_of
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.regular_file import shown_name

_LONGEST_FOLDER = 40
_GAP = "…"


def track_names(listings: Sequence[Listing]) -> list[str]:
    """A name for each: with its folder where two files share it, with a title that it lacks."""
    paths = {listing.track.path for listing in listings}
    files = Counter(path.name for path in paths)
    common = _common_folder(path for path in paths if files[path.name] > 1)
    return [_name(listing, files, common) for listing in listings]


def elided(text: str, most: int) -> str:
    """The text, its middle left out where it is longer than that."""
    if len(text) <= most:
        return text
    end = most // 2
    return f"{text[: most - end - len(_GAP)]}{_GAP}{text[-end:]}"


def _name(listing: Listing, files: Counter[str], common: str) -> str:
    path = listing.track.path
    name = shown_name(path)
    if files[path.name] > 1:
        folder = one_line(_below(str(path.parent), common))
        name = f"{elided(folder, _LONGEST_FOLDER)}{os.sep}{name}" if folder else name
    title = one_line(title_of(listing))
    is_news = title and (listing.track.part_title or title.casefold() not in name.casefold())
    return f"{name}: {title}" if is_news else name


def _common_folder(paths: Iterable[Path]) -> str:
    """The folder that all are below; empty where there is none, as on two Windows drives."""
    try:
        return os.path.commonpath([str(path.parent) for path in paths])
    except ValueError:
        return ""


def _below(folder: str, common: str) -> str:
    return folder.removeprefix(common).lstrip(os.sep) if common else folder
