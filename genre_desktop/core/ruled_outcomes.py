"""Answers as the user's rules call them, for exports: labels renamed, and their shares summed."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.albums import Albums
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.genre_names import genre_key
from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import parse_rules, read_rules
from genre_desktop.core.tagging.wishes import heard_of
from genre_desktop.core.track import Correction, Listing, Outcome
from genre_desktop.inference.verdict import Verdict


def rules_in(file: Path | None) -> Rules:
    """The rules of a file; without one, those that change nothing.

    Raises:
        RulesRefused: They cannot be meant.
    """
    return Rules() if file is None else parse_rules(read_rules(file))


def ruled_rows(
    rules: Rules, gather: Callable[[], Generator[LibraryRow, None, None]]
) -> Generator[LibraryRow, None, None]:
    """The tracks as the rules call them; albums of one genre take a pass of their own."""
    albums = Albums()
    if rules.one_genre_per_album:
        with closing(gather()) as rows:
            albums = albums_of(row.listing for row in rows)
    with closing(gather()) as rows:
        for row in rows:
            yield replace(row, listing=_ruled(row.listing, rules, albums))


def ruled_listings(
    listings: Sequence[Listing], rules: Rules, completed: Callable[[Outcome], Outcome]
) -> Iterator[Listing]:
    """The tracks as the rules call them, one after the other.

    Args:
        listings: All of them.
        rules: The user's.
        completed: Gives an answer what is to be written of it, and was not kept in memory.
    """
    albums = albums_of(listings)
    for listing in listings:
        outcome = listing.outcome
        whole = listing._replace(outcome=completed(outcome)) if outcome is not None else listing
        yield _ruled(whole, rules, albums)


def albums_of(listings: Iterable[Listing]) -> Albums:
    """What was heard of each album."""
    albums = Albums()
    for listing in listings:
        if listing.outcome is not None:
            albums.add(heard_of(listing.outcome, listing.tags))
    return albums


def _ruled(listing: Listing, rules: Rules, albums: Albums) -> Listing:
    if rules.is_empty:
        return listing
    return listing._replace(outcome=ruled_outcome(listing, rules, albums))


def ruled_outcome(listing: Listing, rules: Rules, albums: Albums) -> Outcome | None:
    """What became of a track, as the rules want it; the user's own word on it is beyond them.

    The genre of an artist or a folder is the user's word, too. What is written in tags only, a
    mark for what is unsure and a list of genres, changes no export.
    """
    outcome = listing.outcome
    if outcome is None or outcome.verdict is None or outcome.correction is not None:
        return outcome
    heard = heard_of(outcome, listing.tags)
    said = rules.genre_of_folder(heard) or rules.genre_of_artist(heard)
    if said:
        return outcome._replace(correction=Correction(said, ""))
    verdict = outcome.verdict
    if rules.one_genre_per_album:
        whole = albums.pooled(heard)
        if whole is not heard:
            shares = dict(whole.guesses)
            pooled = np.array([shares[label] for label in verdict.labels], np.float32)
            verdict = replace(verdict, probabilities=pooled, unsure=whole.unsure)
    own = frozenset(filter(None, map(rules.own_name_of, verdict.labels)))
    return outcome._replace(verdict=_limited(_named(verdict, rules), rules), own_names=own)


def _limited(verdict: Verdict, rules: Rules) -> Verdict:
    if rules.unsure_below is None:
        return verdict
    return replace(verdict, unsure=verdict.ranked()[0][1] < rules.unsure_below)


def _named(verdict: Verdict, rules: Rules) -> Verdict:
    """The verdict with the user's names as they were typed; what has one name is one label."""
    names: dict[str, str] = {}
    places = []
    for label in verdict.labels:
        own, key = rules.own_name_of(label), genre_key(rules.name_of(label))
        names[key] = own or names.get(key, label)
        places.append(list(names).index(key))
    if tuple(names.values()) == verdict.labels:
        return verdict
    into = np.zeros((len(verdict.labels), len(names)), np.float32)
    into[np.arange(len(places)), places] = 1.0
    timeline = verdict.timeline
    if timeline is not None:
        pieces = _summed(timeline.probabilities, into).astype(timeline.probabilities.dtype)
        timeline = replace(timeline, probabilities=pieces)
    return replace(
        verdict,
        labels=tuple(names.values()),
        probabilities=_summed(verdict.probabilities, into),
        timeline=timeline,
    )


def _summed(shares: NDArray[np.floating], into: NDArray[np.float32]) -> NDArray[np.float32]:
    summed: NDArray[np.float32] = shares.astype(np.float32) @ into
    return summed
