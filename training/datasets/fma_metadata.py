"""FMA's metadata: top genre, official side, subset and artist of every track."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.datasets.lists import side_of
from training.datasets.rows import TableUnreadable, lines_of, rows_of
from training.datasets.values import Item

# The first two lines of tracks.csv name a column together; a third names the first column only.
_GENRE_TOP, _GENRES = ("track", "genre_top"), ("track", "genres")
_SPLIT, _SUBSET = ("set", "split"), ("set", "subset")
_ARTIST_NUMBER, _ARTIST_NAME = ("artist", "id"), ("artist", "name")
_NEEDED = (_GENRE_TOP, _GENRES, _SPLIT, _SUBSET, _ARTIST_NUMBER, _ARTIST_NAME)
_FIRST_COLUMN = "track_id"


@dataclass(frozen=True, slots=True)
class FmaTrack:
    """A track as FMA's metadata describe it.

    Attributes:
        number: Its track_id.
        subset: The smallest of "small", "medium" and "large" that holds it.
        genre: Its top genre; empty where it has several or none.
        split: "train", "valid" or "test".
        artist: The artist's number, or name where there is none.
    """

    number: int
    subset: str
    genre: str
    split: str
    artist: str


def metadata_folder(source: Path, given: Path | None) -> Path:
    """Where tracks.csv and genres.csv lie: as given, in the source, or in fma_metadata beside it.

    Raises:
        TableUnreadable: They are nowhere.
    """
    candidates = (
        [given]
        if given
        else [source / "fma_metadata", source.parent / "fma_metadata", source, source.parent]
    )
    for folder in candidates:
        if (folder / "tracks.csv").is_file() and (folder / "genres.csv").is_file():
            return folder
    message = (
        f"FMA's tracks.csv and genres.csv are not {f'in {given}' if given else f'beside {source}'};"
        " unpack fma_metadata.zip there or name its folder with --metadata."
    )
    raise TableUnreadable(message)


def read_tracks(folder: Path) -> Iterator[FmaTrack]:
    """Every track of tracks.csv.

    Raises:
        TableUnreadable: It is not as FMA publishes it.
    """
    path, tops = folder / "tracks.csv", _top_of(folder / "genres.csv")
    lines = lines_of(path)
    groups, names = next(lines, []), next(lines, [])
    place = {pair: at for at, pair in enumerate(zip(groups, names, strict=False))}
    if any(column not in place for column in _NEEDED):
        missing = ", ".join(" ".join(column) for column in _NEEDED if column not in place)
        message = f"{path} has no column {missing}; is it FMA's, with its header lines?"
        raise TableUnreadable(message)
    for line in lines:
        if not line or line[0] == _FIRST_COLUMN:
            continue
        if len(line) != len(names) or not line[0].isdecimal():
            message = f"{path} is damaged near track {line[0]!r}; get it again."
            raise TableUnreadable(message)
        yield FmaTrack(
            number=int(line[0]),
            subset=line[place[_SUBSET]],
            genre=line[place[_GENRE_TOP]] or _common_top(line[place[_GENRES]], tops),
            split=side_of(line[place[_SPLIT]]),
            artist=line[place[_ARTIST_NUMBER]] or line[place[_ARTIST_NAME]],
        )


def top_genres(folder: Path) -> dict[str, Item]:
    """Every track with a single top genre, by its number as text."""
    return {
        str(track.number): Item(str(track.number), "", track.genre, track.artist, track.split)
        for track in read_tracks(metadata_folder(folder, None))
        if track.genre
    }


def top_level_genres(folder: Path) -> tuple[str, ...]:
    """Names of the genres that have no parent: FMA's sixteen."""
    return tuple(sorted(set(_top_of(folder / "genres.csv").values())))


def _top_of(path: Path) -> dict[str, str]:
    """The top-level genre's name for each genre's number."""
    rows = list(rows_of(path, ("genre_id", "title", "top_level")))
    title = {row["genre_id"]: row["title"] for row in rows}
    return {row["genre_id"]: title.get(row["top_level"], "") for row in rows}


def _common_top(genres: str, tops: dict[str, str]) -> str:
    """The top genre that all of a track's genres share, such as "[21, 45]"; else nothing."""
    try:
        numbers = ast.literal_eval(genres or "[]")
        found = {tops.get(str(int(number)), "") for number in numbers}
    except (ValueError, SyntaxError, TypeError):
        return ""
    return found.pop() if len(found) == 1 else ""
