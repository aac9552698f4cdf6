"""Exports call genres as the rules do, with probabilities that are still probabilities."""

from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.albums import Albums
from genre_desktop.core.corrected import corrected_now, named, ranked
from genre_desktop.core.ruled_outcomes import ruled_outcome
from genre_desktop.core.rules import Rules, ruled
from genre_desktop.core.tagging.wishes import heard_of
from genre_desktop.core.track import Listing, Outcome, Tags
from tests.core.answers import answered


def track(name: str = "a", album: str = "", artist: str = "", best: int = 1) -> Listing:
    outcome = answered(Path(f"/m/{name}.mp3"), name, best=best)
    return Listing(outcome.track, Tags(album=album, artist=artist), outcome)


def after(listing: Listing, rules: Rules, albums: Albums | None = None) -> Outcome:
    outcome = ruled_outcome(listing, rules, albums or Albums())
    assert outcome is not None
    return outcome


def test_labels_of_one_name_are_one_and_so_are_their_pieces() -> None:
    outcome = after(track(), Rules(tree={"jazz": "Old", "blues": "Old"}))
    verdict = outcome.verdict
    assert verdict is not None
    assert verdict.labels == ("Old", "rock")
    assert verdict.probabilities.tolist() == pytest.approx([0.875, 0.125])
    assert verdict.timeline is not None
    assert verdict.timeline.probabilities.shape == (4, 2)
    np.testing.assert_allclose(verdict.timeline.probabilities.sum(axis=1), 1, atol=1e-3)


def test_names_of_the_users_are_as_typed_and_the_models_as_tags_spell_them() -> None:
    outcome = after(track(), Rules(names={"jazz": "hip hop", "blues": "rock"}))
    assert outcome.verdict is not None
    assert outcome.verdict.labels == ("rock", "hip hop")  # of both rocks that of the user's
    assert [name for name, _ in named(outcome)] == ["hip hop", "rock"]
    assert [name for name, _ in named(after(track(), Rules(names={"jazz": "fado"})))] == [
        "fado",
        "Blues",
        "Rock",
    ]


@pytest.mark.parametrize(
    "rules",
    [
        Rules(names={"jazz": "free jazz"}),
        Rules(names={"jazz": "jAZZ"}),
        Rules(names={"jazz": "blues"}),
        Rules(names={"blues": "jazz"}),
        Rules(tree={"Jazz": "rock"}),
        Rules(folders={"/m": "demo"}),
    ],
)
def test_exports_call_a_genre_as_tags_do(rules: Rules) -> None:
    listing = track()
    assert listing.outcome is not None
    in_tags = ruled(heard_of(listing.outcome, listing.tags), rules).genre
    assert named(after(listing, rules))[0][0] == in_tags


def test_artists_and_folders_have_the_users_word() -> None:
    assert ranked(after(track(artist="X"), Rules(artists={"x": "Fado"})))[0] == ("Fado", 1.0)


def test_a_limit_of_ones_own_counts() -> None:
    verdict = after(track(), Rules(unsure_below=0.8)).verdict
    assert verdict is not None
    assert verdict.unsure


def test_an_album_has_one_genre() -> None:
    listings = [track("a", "X", best=1), track("b", "X", best=2), track("c", "X", best=2)]
    albums = Albums()
    for one in listings:
        assert one.outcome is not None
        albums.add(heard_of(one.outcome, one.tags))
    rules = Rules(one_genre_per_album=True)
    assert [ranked(after(one, rules, albums))[0][0] for one in listings] == ["rock"] * 3


def test_what_is_corrected_or_unheard_stays() -> None:
    rules = Rules(names={"jazz": "Swing"}, folders={"/m": "Demo"})
    listing = track()
    assert listing.outcome is not None
    mine = listing.outcome._replace(correction=corrected_now("Folk"))
    assert ruled_outcome(listing._replace(outcome=mine), rules, Albums()) == mine
    assert ruled_outcome(listing._replace(outcome=None), rules, Albums()) is None
