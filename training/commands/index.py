"""Makes an index: which tracks a data set has, their genres, artists, sides and folds."""

import argparse
from pathlib import Path

from training.commands.options import say
from training.datasets.values import Index
from training.datasets.wishes import Wishes

NAME = "index"
WORDS = "list a data set's tracks with genre, artist and folds, and what is wrong with its files"
KINDS = ("gtzan", "fma", "folders", "csv", "table", "pictures", "archive")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The source, its kind, what is wanted of it, and how it is divided."""
    parser.add_argument("source", type=Path, metavar="SOURCE", help="folder or file")
    parser.add_argument("--kind", choices=KINDS, required=True, help="how it lies on disk")
    parser.add_argument("--out", type=Path, required=True, help="table to write, such as index.csv")
    parser.add_argument("--subset", default="", help="only these genres: pop,rock,electronic")
    parser.add_argument("--per-class", type=int, default=0, help="so many tracks of each genre")
    parser.add_argument(
        "--split",
        choices=("folds", "fixed", "official"),
        default="folds",
        help="folds by artist (default), 50/20/30 by artist, or the split that is given",
    )
    parser.add_argument("--folds", type=int, default=5, help="how many (5)")
    parser.add_argument("--seeds", type=int, nargs="+", default=(0, 1, 2), help="of folds (0 1 2)")
    parser.add_argument("--lists", type=Path, help="published split: folder of lists, or a table")
    parser.add_argument("--artists", type=Path, help="table with the artist of each clip")


def run(given: argparse.Namespace) -> None:
    """Read the source, divide it, refuse what nobody should learn from, and write the index."""
    from training.datasets.checks import refuse_unusable
    from training.datasets.files import write_index
    from training.datasets.kinds import read_source

    index = read_source(given.kind, given.source.absolute(), _wishes(given))
    refuse_unusable(index)
    index = _divided(index, given)
    refuse_unusable(index)
    write_index(index, given.out)
    for one in index.rejected:
        say(f"left out: {one.path}: {one.reason}")
    for note in index.notes:
        say(f"note: {note}")
    say(f"{len(index.items)} tracks in {len(index.labels)} genres; wrote {given.out}.")


def _wishes(given: argparse.Namespace) -> Wishes:
    return Wishes(
        labels=tuple(word.strip() for word in given.subset.split(",") if word.strip()),
        per_class=given.per_class,
        seed=given.seeds[0],
        split_lists=given.lists,
        artist_list=given.artists,
    )


def _divided(index: Index, given: argparse.Namespace) -> Index:
    from training.datasets import splits

    if given.split == "official":
        return splits.with_official_sides(index)
    if given.split == "fixed":
        return splits.with_fixed_sides(index, given.seeds[0])
    return splits.with_folds(index, given.folds, given.seeds)
