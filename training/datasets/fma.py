"""The kind "fma": FMA small, medium, large or full, with its metadata."""

from pathlib import Path

from training.datasets.fma_metadata import metadata_folder, read_tracks, top_level_genres
from training.datasets.hearing import without_bad_files
from training.datasets.rows import TableUnreadable
from training.datasets.values import Index, Item, Rejected, index_of
from training.datasets.wishes import Wishes

SIZES = ("small", "medium", "large", "full")
EIGHT = (
    "Electronic",
    "Experimental",
    "Folk",
    "Hip-Hop",
    "Instrumental",
    "International",
    "Pop",
    "Rock",
)
# The published clips of these hold no sound, or a second and a half (FMA's wiki and issues 4, 8).
WITHOUT_SOUND = frozenset({98565, 98567, 98569, 99134, 108925, 133297})
_CLIPS = ("small", "medium", "large")  # "full" holds whole tracks, where these six are in order


def fma_index(source: Path, wishes: Wishes) -> Index:
    """The tracks of a folder fma_small, fma_medium, fma_large or fma_full.

    Raises:
        TableUnreadable: The metadata are missing, or nobody says which size it is.
    """
    size = wishes.size or size_of(source)
    folder = metadata_folder(source, wishes.metadata)
    known = set(top_level_genres(folder))
    items: list[Item] = []
    rejected: list[Rejected] = []
    several = 0
    for track in read_tracks(folder):
        if size in SIZES[:2] and track.subset not in SIZES[: SIZES.index(size) + 1]:
            continue
        if track.genre not in known:
            several += 1
            continue
        if wishes.genres == len(EIGHT) and track.genre not in EIGHT:
            continue
        path = f"{track.number // 1000:03d}/{track.number:06d}.mp3"
        if size in _CLIPS and track.number in WITHOUT_SOUND:
            rejected.append(Rejected(path, "Its published clip is known to hold no sound."))
        else:
            items.append(Item(str(track.number), path, track.genre, track.artist, track.split))
    items, unheard = without_bad_files(items, source, wishes)
    notes = []
    if several:
        notes.append(f"Tracks with several top genres or none are left out: {several}.")
    return index_of("fma", source, items, [*rejected, *unheard], notes)


def size_of(source: Path) -> str:
    """The size that a folder's name tells.

    Raises:
        TableUnreadable: It tells none.
    """
    for size in SIZES:
        if source.name.lower().endswith(size):
            return size
    message = f"{source} does not say which FMA it is; name it with --size {'|'.join(SIZES)}."
    raise TableUnreadable(message)


def fma_notes(index: Index, wishes: Wishes) -> list[str]:
    """A sentence on how many tracks of which size an index holds."""
    return [f"FMA {wishes.size or size_of(index.source)}: {len(index.items)} tracks."]
