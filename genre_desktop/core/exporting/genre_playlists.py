"""Playlists of what the library remembers: one of all tracks, or one for each genre."""

from collections.abc import Iterable
from pathlib import Path

from genre_desktop.core.corrected import sure_name
from genre_desktop.core.exporting.asked import Export, Exported
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.exporting.targets import Names, made_folder, refuse
from genre_desktop.core.playlists import write_playlist_as
from genre_desktop.core.track import Listing

_UNSURE = "Unsure"


def write_playlists(asked: Export, rows: Iterable[LibraryRow]) -> Exported:
    """Writes the playlists; files that are gone or gave no genre are left out.

    Where there is one for each genre, unsure tracks have one of their own, and none is written if
    one of them is there already and may not be replaced.

    Raises:
        ExportFailed: A playlist cannot be written; those before it are whole.
    """
    by_target: dict[Path, list[Listing]] = {}
    names: dict[str, Path] = {}
    ending, gone = f".{asked.form}", 0
    given = Names(asked.target, ending)
    for row in rows:
        genre = _genre(row.listing)
        if row.is_gone:
            gone += 1
        elif genre:
            if genre not in names:
                names[genre] = given.of(genre) if asked.per_genre else asked.target
            entry = row.listing._replace(outcome=None)  # so that 200,000 need little memory
            by_target.setdefault(names[genre], []).append(entry)
    if asked.per_genre and by_target:
        made_folder(asked.target)
    for target in by_target:
        refuse(target, may_replace=asked.may_replace)
    written = [
        write_playlist_as(ending, listings, target, asked.paths)
        for target, listings in by_target.items()
    ]
    return Exported(
        sum(one.entries for one in written),
        len(by_target),
        gone=gone,
        not_relative=sum(one.not_relative for one in written),
    )


def _genre(listing: Listing) -> str:
    if listing.outcome is None or listing.outcome.verdict is None:
        return ""
    return sure_name(listing.outcome) or _UNSURE
