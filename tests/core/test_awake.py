"""A clock that does not count the time for which the computer slept."""

from genre_desktop.core.awake import AwakeClock


def test_of_a_long_gap_only_so_much_counts() -> None:
    times = iter([100.0, 104.0, 104.0, 3_704.0, 3_709.0])
    clock = AwakeClock(10.0, lambda: next(times))
    assert [clock() for _ in range(4)] == [4.0, 4.0, 14.0, 19.0]
