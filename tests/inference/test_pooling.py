"""Pooling: chunks and pieces become one answer."""

import numpy as np

from genre_desktop.inference.pooling import Pool, heard_pieces


def pooled(*stretches: tuple[int, float, list[float]]) -> list[float]:
    pool = Pool()
    for frames, level_db, values in stretches:
        pool = pool.with_stretch(frames, level_db, (np.array(values, np.float32),))
    mean: list[float] = pool.means()[0].tolist()
    return mean


def test_stretches_weigh_by_their_frames() -> None:
    assert pooled((300, 10.0, [1.0, 0.0]), (100, 5.0, [5.0, 4.0])) == [2.0, 1.0]


def test_silence_after_music_has_no_say() -> None:
    assert pooled((100, 10.0, [1.0]), (100, -100.0, [9.0])) == [1.0]


def test_silence_before_music_is_forgotten() -> None:
    assert pooled((100, -100.0, [9.0]), (100, 10.0, [1.0])) == [1.0]


def test_quiet_music_has_a_say() -> None:
    assert pooled((100, 10.0, [1.0]), (100, -49.0, [3.0])) == [2.0]


def test_nothing_but_silence_still_has_a_mean() -> None:
    assert pooled((100, -100.0, [1.0]), (100, -100.0, [3.0])) == [2.0]


def test_a_stretch_does_not_change_the_pool_before_it() -> None:
    before = Pool().with_stretch(10, 0.0, (np.array([1.0]),))
    before.with_stretch(10, 0.0, (np.array([3.0]),))

    assert before.means()[0].tolist() == [1.0]


def test_pieces_far_below_the_loudest_are_not_heard() -> None:
    levels = np.array([20.0, -39.0, -41.0, -100.0], np.float32)

    assert heard_pieces(levels, floor_db=-100.0).tolist() == [True, True, False, False]


def test_pieces_at_the_floor_are_not_heard_however_quiet_the_track_is() -> None:
    levels = np.array([-60.0, -100.0], np.float32)

    assert heard_pieces(levels, floor_db=-100.0).tolist() == [True, False]
