"""Decoded frames, cut and gathered."""

from collections.abc import Iterator

import numpy as np
import pytest

from genre_desktop.dsp.batches import BATCH_SAMPLES, Decoded, cut, gathered

RATE = 100


def frames(*sizes: int, start_seconds: float = 0.0, rate: int = RATE) -> Iterator[Decoded]:
    """Mono frames whose samples count on from 0."""
    at = 0
    for size in sizes:
        samples = np.arange(at, at + size, dtype=np.float32)
        yield Decoded((samples,), 1, rate, start_seconds + at / rate)
        at += size


def values(found: Iterator[Decoded]) -> list[float]:
    return [float(value) for frame in found for value in frame.planes[0]]


def numbers(first: int, last: int) -> list[float]:
    return [float(number) for number in range(first, last)]


@pytest.mark.parametrize(
    ("start", "seconds", "first", "last"),
    [
        (0.0, None, 0, 60),
        (0.0, 0.25, 0, 25),
        (0.15, None, 15, 60),
        (0.15, 0.2, 15, 35),
        (0.2, 0.2, 20, 40),
        (0.55, 9.0, 55, 60),
        (0.0, 0.0, 0, 0),
        (0.6, None, 0, 0),
        (5.0, 1.0, 0, 0),
    ],
)
def test_a_part_is_exact_to_the_sample(
    start: float, seconds: float | None, first: int, last: int
) -> None:
    assert values(cut(frames(20, 20, 20), start, seconds)) == numbers(first, last)


def test_nothing_is_drawn_behind_the_end_of_the_part() -> None:
    source = frames(20, 20, 20)
    assert values(cut(source, 0.0, 0.2)) == numbers(0, 20)
    assert next(source).start_seconds == pytest.approx(0.2)


def test_a_jump_into_the_middle_is_told_by_the_time_of_the_first_frame() -> None:
    assert values(cut(frames(20, 20, start_seconds=3.0), 3.1, 0.2)) == numbers(10, 30)


def test_channels_of_one_row_stay_together() -> None:
    interleaved = Decoded((np.arange(12, dtype=np.int16),), 2, RATE, 0.0)
    assert interleaved.count == 6
    (part,) = cut(iter([interleaved]), 0.01, 0.02)
    assert [plane.tolist() for plane in part.planes] == [[2, 3, 4, 5]]
    assert [channel.tolist() for channel in part.each_channel()] == [[2, 4], [3, 5]]
    assert part.count == 2


def test_channels_of_rows_of_their_own_are_cut_alike() -> None:
    planes = Decoded(tuple(np.arange(12).reshape(2, 6)), 2, RATE, 0.0)
    (part,) = cut(iter([planes]), 0.01, 0.02)
    assert [plane.tolist() for plane in part.planes] == [[1, 2], [7, 8]]
    assert part.each_channel() == part.planes


def test_small_frames_are_joined_without_loss() -> None:
    sizes = [1_000] * 150
    found = list(gathered(frames(*sizes)))
    assert [frame.count for frame in found] == [33_000] * 4 + [18_000]
    assert found[0].count >= BATCH_SAMPLES
    assert values(iter(found)) == numbers(0, 150_000)
    assert found[1].start_seconds == pytest.approx(330.0)


def test_a_change_of_format_ends_a_batch() -> None:
    stereo = Decoded((np.zeros(5, np.float32),) * 2, 2, RATE, 0.0)
    whole = Decoded((np.zeros(5, np.int16),), 1, RATE, 0.0)
    found = list(gathered(iter([*frames(5, 5), *frames(5, rate=2 * RATE), stereo, whole])))
    assert [(frame.count, frame.rate, frame.channels) for frame in found] == [
        (10, RATE, 1), (5, 2 * RATE, 1), (5, RATE, 2), (5, RATE, 1),
    ]  # fmt: skip


def test_no_frames_are_no_batches() -> None:
    assert list(gathered(iter([]))) == []
