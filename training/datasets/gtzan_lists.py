"""What GTZAN's published lists do to its clips, be they recordings, pictures or rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from training.datasets.lists import Lists
from training.datasets.splits import TEST, TRAIN, VALID
from training.datasets.values import Item, Rejected

PUBLISHED = {TRAIN: 443, VALID: 197, TEST: 290}
FAULTY = "The published fault-filtered split leaves it out: a replica, distorted or mislabelled."


def with_lists(items: Sequence[Item], lists: Lists) -> tuple[list[Item], list[Rejected]]:
    """Clips with side and artist, and those that the published split leaves out."""
    kept: list[Item] = []
    rejected: list[Rejected] = []
    for item in items:
        side = lists.sides.get(item.track, "")
        if lists.sides and side not in PUBLISHED:
            rejected.append(Rejected(item.path or item.track, FAULTY))
        else:
            artist = lists.artists.get(item.track, item.artist)
            kept.append(replace(item, split=side or item.split, artist=artist))
    return kept, rejected


def notes_on_lists(items: Sequence[Item]) -> list[str]:
    """The warning that clips without artists flatter, and how much of the split is there."""
    notes = []
    divided = any(item.split for item in items)
    if not any(item.artist for item in items):
        remedy = "--split official does not" if divided else "give --lists and --artists"
        notes.append(
            "GTZAN without its artist groups: folds would put clips of one artist, and replicas, "
            f"on both sides, which inflates the score by 8–18 points; {remedy}."
        )
    if divided:
        counts = Counter(item.split for item in items)
        found = "/".join(str(counts[side]) for side in PUBLISHED)
        published = "/".join(str(count) for count in PUBLISHED.values())
        notes.append(f"Published fault-filtered split: {found} usable clips of {published}.")
    return notes
