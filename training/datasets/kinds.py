"""From a source on disk to an index, whatever its kind."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from training.datasets.archives import archive_index
from training.datasets.checks import Unusable
from training.datasets.fma import fma_index, fma_notes
from training.datasets.folders import artist_notes, csv_index, folders_index
from training.datasets.gtzan import gtzan_index, gtzan_notes
from training.datasets.gtzan_lists import notes_on_lists
from training.datasets.pictures import pictures_index
from training.datasets.spellings import spelling_notes, with_one_spelling
from training.datasets.tables import table_index, table_notes
from training.datasets.values import Index, Item
from training.datasets.wishes import Wishes

_UNBALANCED = 2.0  # times as many tracks of one genre as of another

READERS: dict[str, Callable[[Path, Wishes], Index]] = {
    "gtzan": gtzan_index,
    "fma": fma_index,
    "folders": folders_index,
    "csv": csv_index,
    "table": table_index,
    "pictures": pictures_index,
    "archive": archive_index,
}


# What is to be said of the tracks that an index holds in the end.
NOTES: dict[str, Callable[[Index, Wishes], list[str]]] = {
    "gtzan": gtzan_notes,
    "fma": fma_notes,
    "folders": lambda index, _: artist_notes(index),
    "csv": lambda index, _: artist_notes(index),
    "table": lambda index, _: table_notes(index),
    "pictures": lambda index, _: notes_on_lists(index.items),
    "archive": lambda *_: [],
}


def read_source(kind: str, source: Path, wishes: Wishes) -> Index:
    """The index of a source, without folds, with only the genres and as many tracks as wished.

    Raises:
        Refused: The source is not of this kind, or lacks what was asked for.
    """
    if not source.exists():
        message = f"{source} does not exist; give the folder or file of the data set."
        raise Unusable(message)
    try:
        index = READERS[kind](source, wishes)
    except OSError as error:
        message = f"{source} cannot be read ({error}); see to its permissions."
        raise Unusable(message) from error
    if wishes.one_spelling:
        index = with_one_spelling(index)
    if wishes.labels:
        index = with_labels(index, wishes.labels)
    if wishes.per_class:
        index = with_per_class(index, wishes.per_class, wishes.seed)
    if wishes.tracks:
        index = with_tracks(index, wishes.tracks, wishes.seed)
    notes = (*NOTES[kind](index, wishes), *spelling_notes(index), *index.notes)
    return replace(index, notes=notes)


def with_labels(index: Index, wanted: tuple[str, ...]) -> Index:
    """Only these genres, whatever the case of their letters.

    Raises:
        Unusable: A genre is not there.
    """
    there = {label.lower() for label in index.labels}
    absent = [label for label in wanted if label.lower() not in there]
    if absent:
        message = (
            f"{index.source} has no genre {', '.join(absent)}; it has {', '.join(index.labels)}."
        )
        raise Unusable(message)
    lowered = {label.lower() for label in wanted}
    labels = {label for label in index.labels if label.lower() in lowered}
    rows = [row for row, item in enumerate(index.items) if item.label in labels]
    note = f"Only the genres {', '.join(sorted(labels))} of {len(index.labels)}."
    return replace(index.only(rows), labels=tuple(sorted(labels)), notes=(*index.notes, note))


def with_per_class(index: Index, count: int, seed: int) -> Index:
    """So many tracks of each genre, chosen at random; a genre with fewer keeps all, with a note."""
    of_label: dict[str, list[int]] = defaultdict(list)
    for row, item in enumerate(index.items):
        of_label[item.label].append(row)
    chooser = random.Random(seed)  # noqa: S311 - a choice of tracks keeps no secret
    rows: list[int] = []
    notes = [f"{count} tracks of each genre, chosen with seed {seed}."]
    for label in sorted(of_label):
        there = of_label[label]
        if len(there) < count:
            notes.append(f"{label} has only {len(there)}.")
        rows += chooser.sample(there, min(count, len(there)))
    return replace(index.only(sorted(rows)), notes=(*index.notes, *notes))


def with_tracks(index: Index, count: int, seed: int) -> Index:
    """So many tracks, chosen at random whatever their genre.

    Raises:
        Unusable: There are fewer.
    """
    there = len(index.items)
    if there < count:
        message = f"{index.source} has {there} tracks, fewer than the {count} that were asked for."
        raise Unusable(message)
    chooser = random.Random(seed)  # noqa: S311 - a choice of tracks keeps no secret
    rows = sorted(chooser.sample(range(there), count))
    note = f"{count} of {there} tracks, chosen with seed {seed}."
    chosen = index.only(rows)
    labels = tuple(sorted({item.label for item in chosen.items}))
    return replace(chosen, labels=labels, notes=(*index.notes, note))


def class_weights(items: tuple[Item, ...]) -> dict[str, float]:
    """What each genre's tracks weigh so that all genres count alike; 1 on the average track."""
    counts: dict[str, int] = defaultdict(int)
    for item in items:
        counts[item.label] += 1
    return {label: len(items) / (len(counts) * count) for label, count in sorted(counts.items())}


def weights_note(index: Index) -> tuple[str, ...]:
    """A sentence with the weights of the genres, where they are far from balanced."""
    weights = class_weights(index.items)
    if max(weights.values()) < _UNBALANCED * min(weights.values()):
        return ()
    listed = ", ".join(f"{label} {weight:.2f}" for label, weight in weights.items())
    return (f"Genres are unbalanced; weights that make them count alike: {listed}.",)
