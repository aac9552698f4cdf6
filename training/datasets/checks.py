"""What an index must be before anything is learnt from it."""

from collections.abc import Sequence

from genre_desktop.dsp.printable import one_line
from training.datasets.splits import TRAIN, judged_side
from training.datasets.values import Index, Item
from training.refusal import Refused

_NAMED = 3  # how many artists or tracks a sentence names
_FEWEST_GENRES = 2
_FEWEST_JUDGED = 2  # artists
_LONGEST_GENRE = 80  # signs, in a package


class Unusable(Refused):
    """Nothing honest can be learnt from an index; the text says why and what to do."""


def refuse_unusable(index: Index) -> None:
    """Refuse an index that would train on nothing or on one genre, or judge what says nothing.

    In no fold and on no side may one genre be all that is learnt from, or an artist be on both
    sides; what is judged must be of two artists, so that one half chooses for the other.

    Raises:
        Unusable: It would.
    """
    refuse_too_little(index)
    if index.division == "folds":
        for seed, row in zip(index.fold_seeds, index.folds.tolist(), strict=True):
            _refuse_torn_groups(index, seed, row)
            _refuse_thin_folds(index, seed, row)
        return
    held = [item for item in index.items if item.split not in ("", TRAIN)]
    if held:
        _refuse_thin_sides(index, held)


def _refuse_thin_sides(index: Index, held: Sequence[Item]) -> None:
    learnt = [item for item in index.items if item.split == TRAIN]
    if not learnt:
        message = f"No track of {index.source} is on the training side; look at its split."
        raise Unusable(message)
    _refuse_one_genre(index, learnt)
    refuse_shared_artists(learnt, held)
    side = judged_side(index)
    judged = {item.group for item in held if item.split == side}
    if len(judged) < _FEWEST_JUDGED:
        message = (
            f"On the side {side} of {index.source}, which is judged, is the music of "
            f"{_some(sorted(judged)) or 'nobody'} alone; {_FEWEST_JUDGED} artists or more are "
            "needed. Add recordings, or divide by artist with --split folds."
        )
        raise Unusable(message)


def refuse_too_little(index: Index) -> None:
    """Refuse an index of no tracks, of one genre, with a track twice or a genre no package takes.

    Raises:
        Unusable: It is.
    """
    if not index.items:
        raise Unusable(_nothing(index))
    _refuse_one_genre(index, index.items)
    for label in index.labels:
        if not label or one_line(label) != label or len(label) > _LONGEST_GENRE:
            message = (
                f"The genre “{one_line(label)[:_LONGEST_GENRE]}” of {index.source} can be in no "
                f"package: call it something in one line of 1 to {_LONGEST_GENRE} characters."
            )
            raise Unusable(message)
    seen: set[str] = set()
    for item in index.items:
        if item.track in seen:
            message = f"{item.track} stands twice in {index.source}; a track may stand once."
            raise Unusable(message)
        seen.add(item.track)


def _refuse_one_genre(index: Index, learnt: Sequence[Item]) -> None:
    labels = sorted({item.label for item in learnt})
    if len(labels) < _FEWEST_GENRES:
        message = (
            f"All tracks of {index.source} that would be learnt from are of one genre, "
            f"{labels[0]}; at least two are needed."
        )
        raise Unusable(message)


def refuse_shared_artists(train: Sequence[Item], held: Sequence[Item]) -> None:
    """Refuse two sides with an artist, or a track, in common.

    Raises:
        Unusable: They have.
    """
    shared = sorted({item.group for item in train} & {item.group for item in held})
    if shared:
        message = (
            f"The music of {_some(shared)} would be both learnt from and judged: such a score "
            "says little about other music. Divide by artist with --split folds or --split fixed."
        )
        raise Unusable(message)


def _nothing(index: Index) -> str:
    if index.rejected:
        first = index.rejected[0]
        return (
            f"Nothing to learn from in {index.source}: all {len(index.rejected)} files or rows "
            f"were left out, the first ({first.path}) because: {first.reason}"
        )
    return (
        f"Nothing to learn from in {index.source}: no track was found; is it of the kind "
        f"{index.kind}?"
    )


def _refuse_torn_groups(index: Index, seed: int, folds: Sequence[int]) -> None:
    fold_of: dict[str, int] = {}
    for item, fold in zip(index.items, folds, strict=True):
        if fold_of.setdefault(item.group, fold) != fold:
            message = (
                f"In the folds of seed {seed} the music of {item.group} is held out twice, so that "
                f"it would be both learnt from and judged; make the index of {index.source} again."
            )
            raise Unusable(message)


def _refuse_thin_folds(index: Index, seed: int, folds: Sequence[int]) -> None:
    for fold in sorted(set(folds)):
        pairs = zip(index.items, folds, strict=True)
        labels = sorted({item.label for item, its_fold in pairs if its_fold != fold})
        if len(labels) < _FEWEST_GENRES:
            message = (
                f"Where fold {fold} of seed {seed} of {index.source} is judged, what is left to "
                f"learn from is of {labels[0] if labels else 'no genre'} alone; at least two "
                "genres are needed. Add recordings of other artists, or make more folds."
            )
            raise Unusable(message)


def _some(groups: Sequence[str]) -> str:
    named = ", ".join(groups[:_NAMED])
    more = len(groups) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
