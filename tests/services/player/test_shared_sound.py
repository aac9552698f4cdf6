"""What the sound process shares can be read whatever becomes of that process."""

import pytest

from genre_desktop.services.player.clock import Clock
from genre_desktop.services.player.shared_sound import SharedSound

TOO_LARGE = 1 << 63  # for a field of eight bytes


def test_a_clock_whose_writer_ended_amid_it_is_read_as_it_was_before() -> None:
    shared = SharedSound()
    whole = Clock(1, 480, 5, 960, 48_000, 0)
    shared.keep_clock(whole)
    assert shared.clock() == whole
    with pytest.raises(ValueError, match="invalid value"):
        shared.keep_clock(Clock(2, 960, TOO_LARGE, 1_440, 48_000, 0))
    assert shared.clock() == whole
