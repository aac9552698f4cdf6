"""Makes an index: which tracks a data set has, their genres, artists, sides and folds."""

import argparse
from pathlib import Path

from training.commands.options import add_workers, from_zero, say
from training.datasets.values import Index
from training.datasets.wishes import Wishes
from training.refusal import Refused

NAME = "index"
WORDS = "list a data set's tracks with genre, artist and folds, and what is wrong with its files"
KINDS = ("gtzan", "fma", "folders", "csv", "table", "pictures", "archive")


# Options that only some kinds know.
OF_KINDS = {
    "replace": ("gtzan",),
    "size": ("fma",),
    "metadata": ("fma",),
    "lists": ("gtzan", "folders", "csv", "table", "pictures"),
    "artists": ("gtzan", "folders", "csv", "table", "pictures", "archive"),
}


class WishUnclear(Refused):
    """An argument does not say what is wanted; the text says which and how to write it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The source, its kind, what is wanted of it, and how it is divided."""
    parser.add_argument("source", type=Path, metavar="SOURCE", help="folder or file")
    parser.add_argument("--kind", choices=KINDS, required=True, help="how it lies on disk")
    parser.add_argument("--out", type=Path, required=True, help="table to write, such as index.csv")
    _add_choice(parser)
    _add_division(parser)
    _add_hearing(parser)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    chosen = parser.add_argument_group("which tracks")
    chosen.add_argument("--subset", default="", help="only these genres: pop,rock,electronic")
    chosen.add_argument(
        "--join-spellings", action="store_true", help="Hip-Hop and hip hop become one genre"
    )
    chosen.add_argument("--per-class", type=from_zero, default=0, help="so many of each genre")
    chosen.add_argument(
        "--tracks", type=from_zero, default=0, help="so many in all, genres as they are"
    )
    chosen.add_argument("--size", choices=("small", "medium", "large", "full"), help="of FMA")
    chosen.add_argument("--genres", type=int, choices=(8, 16), default=16, help="of FMA (16)")
    chosen.add_argument("--metadata", type=Path, help="FMA's folder fma_metadata")


def _add_division(parser: argparse.ArgumentParser) -> None:
    divided = parser.add_argument_group("how they are divided")
    divided.add_argument(
        "--split",
        choices=("folds", "fixed", "official"),
        default="folds",
        help="folds by artist (default), 50/20/30 by artist, or the split that is given",
    )
    divided.add_argument("--folds", type=from_zero, default=5, help="how many (5)")
    divided.add_argument(
        "--seeds", type=from_zero, nargs="+", default=(0, 1, 2), help="seeds (0 1 2)"
    )
    divided.add_argument("--lists", type=Path, help="published split: folder of lists, or a table")
    divided.add_argument("--artists", type=Path, help="table with the artist of each clip")


def _add_hearing(parser: argparse.ArgumentParser) -> None:
    heard = parser.add_argument_group("how bad files are found")
    heard.add_argument(
        "--hear",
        choices=("whole", "start", "none"),
        default="whole",
        help="how much of each recording is decoded: all (default), 3 s, or nothing",
    )
    add_workers(heard, "decode")
    heard.add_argument(
        "--replace",
        nargs="+",
        default=[],
        metavar="CLIP=FILE",
        help="a recording in place of a broken one of GTZAN: jazz.00054=FILE",
    )


def run(given: argparse.Namespace) -> None:
    """Read the source, divide it, refuse what nobody should learn from, and write the index."""
    from training.datasets.checks import refuse_too_little, refuse_unusable
    from training.datasets.files import refuse_other_files, write_index
    from training.datasets.kinds import read_source, weights_note

    _refuse_unclear(given)
    refuse_other_files(given.out)
    index = read_source(given.kind, given.source.absolute(), _wishes(given))
    for one in index.rejected:
        say(f"left out: {one.path}: {one.reason}")
    refuse_too_little(index)
    index = _divided(index, given)
    refuse_unusable(index)
    write_index(index, given.out)
    for note in (*index.notes, *weights_note(index)):
        say(f"note: {note}")
    say(f"{len(index.items)} tracks in {len(index.labels)} genres; wrote {given.out}.")


def _refuse_unclear(given: argparse.Namespace) -> None:
    if given.out.suffix != ".csv":
        message = f"--out {given.out}: name a file that ends in .csv; what else is known of the "
        raise WishUnclear(message + "tracks is written beside it, under the same name in .json.")
    for option, kinds in OF_KINDS.items():
        if getattr(given, option) and given.kind not in kinds:
            message = f"--{option} is for --kind {', '.join(kinds)}; leave it out."
            raise WishUnclear(message)
    twice = sorted({seed for seed in given.seeds if given.seeds.count(seed) > 1})
    if twice:
        message = (
            f"--seeds names {', '.join(map(str, twice))} twice; each seed makes its folds once."
        )
        raise WishUnclear(message)


def _wishes(given: argparse.Namespace) -> Wishes:
    return Wishes(
        labels=tuple(word.strip() for word in given.subset.split(",") if word.strip()),
        per_class=given.per_class,
        tracks=given.tracks,
        seed=given.seeds[0],
        split_lists=given.lists,
        artist_list=given.artists,
        replacements=tuple(_replacement(words) for words in given.replace),
        metadata=given.metadata,
        size=given.size or "",
        genres=given.genres,
        hearing=given.hear,
        workers=given.workers,
        one_spelling=given.join_spellings,
    )


def _replacement(words: str) -> tuple[str, Path]:
    clip, equals, path = words.partition("=")
    if not clip or not equals or not path:
        message = f"--replace {words}: write the clip and its file as jazz.00054=FILE."
        raise WishUnclear(message)
    return clip, Path(path)


def _divided(index: Index, given: argparse.Namespace) -> Index:
    from training.datasets import splits

    if given.split == "official":
        return splits.with_official_sides(index)
    if given.split == "fixed":
        return splits.with_fixed_sides(index, given.seeds[0])
    return splits.with_folds(index, given.folds, given.seeds)
