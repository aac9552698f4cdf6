"""The kind "archive": clips whose spectrograms are stored, not their sound."""

from pathlib import Path

from training.datasets.archive_forms import Form, form_of, stored_tracks
from training.datasets.gtzan_lists import FAULTY
from training.datasets.lists import side_of
from training.datasets.rows import TableUnreadable, rows_of
from training.datasets.values import Index, Item, Rejected, index_of
from training.datasets.wishes import Wishes

_FAULTY_SIDE = "faulty"
_WORDS = {
    Form.MOSAICS: "Log-mel mosaics: single frames are missing and were filled from their "
    "neighbours; levels are in 2-dB steps.",
    Form.MFCC: "MFCC of the first three seconds: the log-mel made of them is smoothed along "
    "frequency.",
    Form.SNAPSHOTS: "Snapshots: single frames of 46 ms spread over the whole clip, on another "
    "mel grid.",
}


def archive_index(source: Path, wishes: Wishes) -> Index:
    """The clips of a spectrogram archive, with genre, artist and split from the list beside it.

    The list is `wishes.artist_list`, or index.csv or tracks.csv beside or above the archive.

    Raises:
        ArchiveUnknown: It is no archive.
        TableUnreadable: Its list is missing or lacks a column.
    """
    form = form_of(source)
    known = _known(source, wishes)
    items: list[Item] = []
    rejected: list[Rejected] = []
    if form is Form.MOSAICS:
        names = [row["clip"] for row in rows_of(source / "clips.csv", ("clip",))]
    else:
        names = [str(number) for number in stored_tracks(source).tolist()]
    for name in names:
        item = known.get(name)
        if item is None:
            rejected.append(Rejected(name, "The list beside the archive does not name it."))
        elif item.split == _FAULTY_SIDE:
            rejected.append(Rejected(name, FAULTY))
        else:
            items.append(item)
    stored = set(names)
    rejected += [
        Rejected(name, "The archive holds no spectrogram of it.")
        for name in known
        if name not in stored
    ]
    return index_of("archive", source, items, rejected, [_WORDS[form]])


def _known(source: Path, wishes: Wishes) -> dict[str, Item]:
    return {item.track: item for item in _listed(_list_of(source, wishes))}


def _list_of(source: Path, wishes: Wishes) -> Path:
    if wishes.artist_list:
        return wishes.artist_list
    folders = (source, source.parent) if source.is_dir() else (source.parent,)
    for folder in folders:
        for name in ("index.csv", "tracks.csv"):
            if (folder / name).is_file():
                return folder / name
    message = (
        f"No index.csv or tracks.csv beside {source} tells the genre of its clips; name one with "
        "--artists."
    )
    raise TableUnreadable(message)


def _listed(path: Path) -> list[Item]:
    items: dict[str, Item] = {}
    for row in rows_of(path, ("genre", "split")):
        track = row.get("clip") or row.get("track_id", "")
        artist = row.get("artist_group") or row.get("artist_no") or ""
        original = items.get(row.get("copy_of", ""))
        if original:  # under another name, perhaps; it must not be on another side
            artist = original.group
        items[track] = Item(track, "", row["genre"], artist, side_of(row["split"]))
    return list(items.values())
