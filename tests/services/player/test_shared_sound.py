"""What the sound process shares can be read whatever becomes of that process."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.services.player.clock import Clock
from genre_desktop.services.player.shared_sound import RING_SAMPLES, SharedSound

TOO_LARGE = 1 << 63  # for a field of eight bytes


def test_a_clock_whose_writer_ended_amid_it_is_read_as_it_was_before() -> None:
    shared = SharedSound()
    whole = Clock(1, 480, 5, 960, 48_000, 0)
    shared.keep_clock(whole)
    assert shared.clock() == whole
    with pytest.raises(ValueError, match="invalid value"):
        shared.keep_clock(Clock(2, 960, TOO_LARGE, 1_440, 48_000, 0))
    assert shared.clock() == whole


def numbered(first: int, count: int) -> NDArray[np.float32]:
    """Samples that are their own numbers."""
    return np.repeat(np.arange(first, first + count, dtype=np.float32)[:, np.newaxis], 2, axis=1)


def test_samples_that_are_read_while_others_are_written_are_what_they_were() -> None:
    shared = SharedSound()
    firsts: list[float] = []

    class ReadAmid(np.ndarray[Any, np.dtype[np.float32]]):
        """Has the ring read each time a part of it is about to be written."""

        def __getitem__(self, part: Any) -> Any:
            got = shared.samples(0, RING_SAMPLES)[:, 0]
            firsts.append(got[0])
            np.testing.assert_array_equal(got, np.arange(got[0], RING_SAMPLES))
            return super().__getitem__(part)

    shared.append(numbered(0, RING_SAMPLES))
    shared.append(numbered(RING_SAMPLES, 3_000).view(ReadAmid))
    assert len(firsts) >= 2
    assert shared.decoded == RING_SAMPLES + 3_000
    np.testing.assert_array_equal(shared.samples(RING_SAMPLES, shared.decoded)[0], RING_SAMPLES)
