"""The kind "gtzan": genres_original/<genre>/<genre>.NNNNN.wav, or the older genres/…au."""

import re
from dataclasses import replace
from pathlib import Path

from training.datasets.checks import Unusable
from training.datasets.gtzan_lists import notes_on_lists, with_lists
from training.datasets.hearing import without_bad_files
from training.datasets.lists import read_lists
from training.datasets.values import Index, Item, index_of
from training.datasets.wishes import Wishes

_FOLDERS = ("genres_original", "genres", "Data/genres_original", "audio")
_CLIP = re.compile(r"(?P<genre>[a-z]+)\.(?P<number>\d{5})\.[a-z0-9]+", re.IGNORECASE)


def gtzan_index(source: Path, wishes: Wishes) -> Index:
    """GTZAN's clips, with the published split and artists where their lists are given.

    Raises:
        Unusable: No clip is there, or a clip that was to be replaced is unknown.
    """
    lists = read_lists(wishes.split_lists, wishes.artist_list)
    items, left_out = with_lists(_replaced(_clips(source), dict(wishes.replacements)), lists)
    items, unheard = without_bad_files(items, source, wishes)
    return index_of("gtzan", source, items, [*left_out, *unheard])


def gtzan_notes(index: Index, wishes: Wishes) -> list[str]:
    """Sentences on the lists, and on the replaced clips that the index holds."""
    held = {item.track for item in index.items}
    replaced = [(clip, path.name) for clip, path in wishes.replacements if clip in held]
    told = [f"{clip} was replaced by {name}." for clip, name in replaced]
    return [*notes_on_lists(index.items), *told]


def _clips(source: Path) -> list[Item]:
    folder = next((source / name for name in _FOLDERS if (source / name).is_dir()), source)
    items = []
    for path in sorted(folder.glob("*/*")):
        found = _CLIP.fullmatch(path.name)
        if found and found["genre"] == path.parent.name:
            track = f"{found['genre']}.{found['number']}"
            items.append(Item(track, path.relative_to(source).as_posix(), found["genre"]))
    if not items:
        message = (
            f"{source} holds no clips of GTZAN, such as genres_original/blues/blues.00000.wav or "
            "genres/blues/blues.00000.au."
        )
        raise Unusable(message)
    return items


def _replaced(items: list[Item], replacements: dict[str, Path]) -> list[Item]:
    unknown = sorted(set(replacements) - {item.track for item in items})
    if unknown:
        message = f"{', '.join(unknown)} was to be replaced, but no clip is called so."
        raise Unusable(message)
    absent = [str(path) for path in replacements.values() if not path.is_file()]
    if absent:
        message = f"{', '.join(absent)} was to stand for a clip, but there is no such file."
        raise Unusable(message)
    return [
        replace(item, path=str(replacements[item.track].absolute()))
        if item.track in replacements
        else item
        for item in items
    ]
