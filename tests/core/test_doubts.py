"""What is doubtful, and how doubtful it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from genre_desktop.core.corrected import corrected, corrected_now
from genre_desktop.core.doubts import doubt_of
from genre_desktop.core.track import Listing, Outcome, Tags
from tests.core.answers import answered


def track(*shares: float, unsure: bool = False, tag: str = "", name: str = "a") -> Listing:
    """Heard with these probabilities of blues, jazz and rock."""
    outcome = answered(Path(f"/{name}.mp3"), name)
    assert outcome.verdict is not None
    probabilities = np.array(shares, np.float32)
    heard = replace(outcome.verdict, probabilities=probabilities, unsure=unsure)
    return Listing(outcome.track, Tags(genre=tag), outcome._replace(verdict=heard))


def test_what_is_sure_and_tagged_so_is_not_doubted() -> None:
    assert doubt_of(track(0.1, 0.8, 0.1, tag="Jazz")) is None
    assert doubt_of(track(0.1, 0.8, 0.1)) is None
    assert doubt_of(track(0.1, 0.8, 0.1, tag="Podcast")) is None


def test_unsure_tracks_come_first_then_near_ties_and_conflicts() -> None:
    listings = [
        track(0.03, 0.95, 0.02, tag="Rock", name="surely another"),
        track(0.30, 0.45, 0.25, name="a near tie"),
        track(0.10, 0.60, 0.30, unsure=True, name="unsure"),
        track(0.33, 0.34, 0.33, unsure=True, tag="Rock", name="all of it"),
    ]
    doubts = [(doubt_of(one), one.track.path.stem) for one in listings]
    assert all(doubt is not None for doubt, _ in doubts)
    order = [name for _, name in sorted(doubts, key=lambda pair: pair[0])]  # type: ignore[arg-type, return-value]  # none is None
    assert order == ["all of it", "unsure", "a near tie", "surely another"]


def test_a_conflict_names_the_tag() -> None:
    doubt = doubt_of(track(0.03, 0.95, 0.02, tag="Hard Rock"))
    assert doubt is not None
    assert (doubt.tagged, doubt.is_unsure, doubt.is_close) == ("Hard Rock", False, False)


def test_what_the_user_said_is_not_asked_again() -> None:
    unsure = track(0.3, 0.4, 0.3, unsure=True)
    said = corrected(_heard(unsure), {("a", None): corrected_now("Jazz")})
    assert doubt_of(unsure._replace(outcome=said)) is None


def test_a_first_impression_is_not_asked_about() -> None:
    unsure = track(0.3, 0.4, 0.3, unsure=True)
    assert doubt_of(unsure._replace(outcome=_heard(unsure)._replace(provisional=True))) is None


def _heard(listing: Listing) -> Outcome:
    assert listing.outcome is not None
    return listing.outcome
