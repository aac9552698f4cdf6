"""Lists that tell of known clips: the published sides of a split, and who plays."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from training.datasets.artist_tags import one_spelling
from training.datasets.rows import TableUnreadable, rows_of
from training.datasets.splits import TEST, TRAIN, VALID

# Columns by which lists on people's disks name the clip, the artist and the side.
_CLIP = ("clip", "track", "track_id", "path", "file", "filename")
_ARTIST = ("artist_group", "artist_no", "artist")
_SIDE = ("split", "set", "side")
_SIDES = {"train": TRAIN, "training": TRAIN, "valid": VALID, "validation": VALID, "test": TEST}
_SIDE_LISTS = (("train", TRAIN), ("valid", VALID), ("test", TEST))


@dataclass(frozen=True, slots=True)
class Lists:
    """What is known of clips, by their name.

    Attributes:
        sides: "train", "valid", "test", or another word for clips that no side holds.
        artists: Artist of each clip whose artist is known.
    """

    sides: Mapping[str, str]
    artists: Mapping[str, str]


def clip_name(text: str) -> str:
    """The clip that a path such as "blues/blues.00029.wav" or a bare name means."""
    name = text.strip().replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return plain_number(name if not dot or ending.isdecimal() else stem)


def plain_number(name: str) -> str:
    """FMA's names without leading zeros: its files are 000002, its tables say 2."""
    return str(int(name)) if name.isdecimal() else name


def published_sides(folder: Path) -> dict[str, str]:
    """Sides by the lists *train*.txt, *valid*.txt and *test*.txt of a folder, a clip a line.

    Raises:
        TableUnreadable: A list is missing, or there are several.
    """
    sides: dict[str, str] = {}
    for word, side in _SIDE_LISTS:
        found = sorted(folder.glob(f"*{word}*.txt"))
        if len(found) != 1:
            message = (
                f"{folder} must hold one list *{word}*.txt of the published split, it holds "
                f"{len(found)}."
            )
            raise TableUnreadable(message)
        for line in _text_of(found[0]).splitlines():
            if line.strip():
                sides[clip_name(line)] = side
    return sides


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read as a list ({error}); look whether it is the right file."
        raise TableUnreadable(message) from error


def table_lists(path: Path) -> Lists:
    """Sides and artists by the columns of a table.

    Raises:
        TableUnreadable: It does not say which clip a row is of, or says nothing of it.
    """
    sides: dict[str, str] = {}
    artists: dict[str, str] = {}
    for row in rows_of(path):
        clip = next((row[name] for name in _CLIP if row.get(name)), "")
        if not clip or not any(name in row for name in (*_ARTIST, *_SIDE)):
            message = (
                f"{path} must have a column {' or '.join(_CLIP)} and one of "
                f"{', '.join((*_ARTIST, *_SIDE))}."
            )
            raise TableUnreadable(message)
        side = next((row[name] for name in _SIDE if row.get(name)), "")
        artist = next((row[name] for name in _ARTIST if row.get(name)), "")
        if side:
            sides[clip_name(clip)] = side_of(side)
        if artist:
            artists[clip_name(clip)] = one_spelling(artist)
    return Lists(sides, artists)


def side_of(word: str) -> str:
    """Our word for a side of a split; an unknown word stays."""
    return _SIDES.get(word.strip().lower(), word.strip().lower())


def read_lists(split: Path | None, artists: Path | None) -> Lists:
    """What the given lists say; a table of artists may hold the split too.

    Args:
        split: A folder of lists, or a table with a column "split".
        artists: A table with a column "artist" or "artist_group".
    """
    by_artists = table_lists(artists) if artists else Lists({}, {})
    if split is None:
        return by_artists
    if split.is_dir():
        return Lists(published_sides(split), by_artists.artists)
    by_split = table_lists(split)
    return Lists(by_split.sides, {**by_split.artists, **by_artists.artists})
