"""Which track follows which."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.core.play_order import PlayOrder, Repeat
from genre_desktop.core.track import Track

A, B, C, D = (Track(Path(f"/{name}.mp3")) for name in "abcd")


@pytest.fixture
def tracks() -> list[Track]:
    return [A, B, C]


@pytest.fixture
def order(tracks: list[Track]) -> PlayOrder:
    return PlayOrder(tracks, seed=1)


def played(order: PlayOrder, start: Track | None, most: int = 20) -> list[Track]:
    """What is heard from a track on, at most so many."""
    heard: list[Track] = []
    track = start if start is not None else order.next(None)
    while track is not None and len(heard) < most:
        order.began(track)
        heard.append(track)
        track = order.following(track)
    return heard


def test_tracks_follow_in_the_order_of_the_list(order: PlayOrder) -> None:
    assert played(order, None) == [A, B, C]
    assert order.previous(B) == A
    assert order.previous(A) is None


def test_an_empty_list_plays_nothing() -> None:
    assert PlayOrder([]).next(None) is None


def test_a_shuffled_list_plays_each_track_once(order: PlayOrder, tracks: list[Track]) -> None:
    tracks[:] = [Track(Path(f"/{i}.mp3")) for i in range(50)]
    order.shuffle = True
    heard = played(order, tracks[7], most=60)
    assert heard[0] == tracks[7]
    assert sorted(heard, key=str) == sorted(tracks, key=str)
    assert heard != tracks
    assert order.previous(heard[5]) == heard[4]


def test_a_shuffled_track_that_the_user_chose_is_in_its_place_and_new_ones_take_part(
    order: PlayOrder, tracks: list[Track]
) -> None:
    order.shuffle = True
    first = order.next(None)
    assert first is not None
    order.began(first)
    chosen = next(track for track in (A, B, C) if track != first)
    assert order.previous(chosen) == first
    tracks.append(D)
    assert sorted(played(order, chosen), key=str) == sorted({A, B, C, D} - {first}, key=str)


def test_a_shuffled_list_is_repeated_in_the_same_order(order: PlayOrder) -> None:
    order.shuffle, order.repeat = True, Repeat.ALL
    heard = played(order, None, most=9)
    assert heard[:3] == heard[3:6] == heard[6:]
    assert len(set(heard)) == 3
    assert order.previous(heard[0]) == heard[2]


@pytest.mark.parametrize("is_lined_up", [False, True])
def test_what_was_drawn_to_follow_and_passed_over_is_heard_later(
    order: PlayOrder, tracks: list[Track], is_lined_up: bool
) -> None:
    tracks[:] = [Track(Path(f"/{i}.mp3")) for i in range(9)]
    order.began(tracks[4])
    order.shuffle = True
    drawn = order.following(tracks[4])
    chosen = next(track for track in tracks if track not in {drawn, tracks[4]})
    if is_lined_up:
        order.line_up([chosen])
        assert order.following(tracks[4]) == chosen
        assert order.following(chosen, [chosen]) is not None
    heard = [tracks[4], *played(order, chosen)]
    assert heard[:2] == [tracks[4], chosen]
    assert sorted(heard, key=str) == sorted(tracks, key=str)
    assert order.previous(chosen) == tracks[4]


class Watched(list[Track]):
    """A list that counts how often somebody asks it for a track or a place."""

    asked = 0

    def __getitem__(self, place: Any) -> Any:
        self.asked += 1
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[Track]:
        self.asked += len(self)
        return super().__iter__()

    def index(self, *given: Any) -> int:
        self.asked += 1
        return super().index(*given)


@pytest.mark.parametrize("is_shuffled", [False, True])
def test_of_a_long_list_little_is_looked_at(is_shuffled: bool) -> None:
    tracks = Watched(Track(Path(f"/{i}.mp3")) for i in range(20_000))
    order = PlayOrder(tracks)
    order.shuffle = is_shuffled
    heard = played(order, None, most=50)
    assert order.previous(heard[-1]) == heard[-2]
    assert order.agrees(heard[0], heard[1:])
    assert tracks.asked < 2_000


def test_repeating_the_list_begins_again(order: PlayOrder) -> None:
    order.repeat = Repeat.ALL
    assert played(order, B, most=4) == [B, C, A, B]
    assert order.previous(A) == C


def test_repeating_one_track_repeats_it_but_next_goes_on(order: PlayOrder) -> None:
    order.repeat = Repeat.ONE
    assert played(order, B, most=3) == [B, B, B]
    assert order.next(B) == C


def test_what_is_lined_up_comes_first_and_once(order: PlayOrder) -> None:
    order.line_up([C])
    assert played(order, A) == [A, C]
    order.line_up([B])
    order.line_up([A])
    assert order.following(C) == A
    order.began(A)
    assert order.following(A) == B


def test_what_is_decoded_ahead_counts_as_played_when_more_is_lined_up(order: PlayOrder) -> None:
    order.line_up([C, B])
    assert order.following(A) == C
    assert order.following(C, [C]) == B
    assert order.following(B, [C, B]) == C  # the list goes on behind it


def test_a_track_lined_up_behind_itself_comes_once_more(order: PlayOrder) -> None:
    order.line_up([A])
    assert order.following(A) == A
    assert order.following(A, [A]) == B


def test_what_lies_ready_agrees_with_the_order_until_that_changes(order: PlayOrder) -> None:
    assert order.agrees(A, [])
    assert order.agrees(A, [B, C])
    order.line_up([C])
    assert not order.agrees(A, [B])
    assert order.agrees(A, [C])
    order.stop_after_this = True
    assert not order.agrees(A, [C])


def test_what_left_the_list_is_not_played(order: PlayOrder, tracks: list[Track]) -> None:
    order.line_up([B])
    tracks.remove(B)
    assert order.following(A) == C


def test_after_a_track_that_left_the_list_it_begins_anew(order: PlayOrder) -> None:
    assert order.following(D) == A


def test_nothing_follows_where_playing_is_to_stop(order: PlayOrder) -> None:
    order.stop_after_this = True
    assert order.following(A) is None
    assert order.next(A) == B


def test_what_is_lined_up_and_shuffled_stays_so_where_files_go_elsewhere(
    order: PlayOrder, tracks: list[Track]
) -> None:
    order.line_up([C])
    order.shuffle = True
    before = played(order, A, most=1)
    following = [order.next(track) for track in (A, B, C)]
    there = {C: D}
    tracks[:] = [there.get(track, track) for track in tracks]
    order.relocate(there)
    assert before == [A]
    assert order.following(A) == D
    assert [order.next(track) for track in (A, B, D)] == [
        there.get(each, each) if each is not None else None for each in following
    ]
