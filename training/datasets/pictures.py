"""The kind "pictures": Kaggle's images_original/<genre>/<genre>NNNNN.png."""

import re
from pathlib import Path

from training.datasets.checks import Unusable
from training.datasets.gtzan_lists import with_lists
from training.datasets.lists import read_lists
from training.datasets.picture_forms import NotAPicture, read_picture
from training.datasets.values import Index, Item, Rejected, index_of
from training.datasets.wishes import Wishes

_FOLDERS = ("images_original", "Data/images_original")
_COARSE = (
    "Pictures: their colours are turned back into levels; a column stands for 0.09 s, so that fine "
    "structure in time is gone."
)
_NAME = re.compile(r"(?P<genre>[a-z]+)\.?(?P<number>\d{5})", re.IGNORECASE)


def pictures_index(source: Path, wishes: Wishes) -> Index:
    """GTZAN's clips as pictures; clips are named as the recordings are, so that lists fit.

    Raises:
        Unusable: No picture is there.
    """
    folder = next((source / name for name in _FOLDERS if (source / name).is_dir()), source)
    items: list[Item] = []
    rejected: list[Rejected] = []
    for path in sorted(folder.glob("*/*.png")):
        name = path.relative_to(source).as_posix()
        found = _NAME.fullmatch(path.stem)
        reason = _problem(path) if found else "Its name is not like blues00000.png."
        if not found or reason:
            rejected.append(Rejected(name, reason))
            continue
        track = f"{found['genre']}.{found['number']}"
        items.append(Item(track, name, path.parent.name))
    if not items and not rejected:
        message = f"{source} holds no pictures such as images_original/blues/blues00000.png."
        raise Unusable(message)
    items, left_out = with_lists(items, read_lists(wishes.split_lists, wishes.artist_list))
    return index_of("pictures", source, items, [*rejected, *left_out], [_COARSE])


def _problem(path: Path) -> str:
    try:
        read_picture(path)
    except NotAPicture as error:
        return str(error)
    return ""
