"""When the samples that were handed to the device are heard."""

from typing import NamedTuple


class Clock(NamedTuple):
    """What was handed to the device last.

    Attributes:
        stretch: Number of the stretch of sound that it is from; a new one begins at each jump.
        played: Place in the stretch of its first sample.
        at_ns: When that sample is heard, by `time.perf_counter_ns`.
        end: Place behind its last sample.
        rate: Samples a second of the device.
        underflows: How often the device had to wait so far.
    """

    stretch: int
    played: int
    at_ns: int
    end: int
    rate: int
    underflows: int

    def heard(self, now_ns: int) -> float:
        """Return the place in the stretch that is heard at a moment."""
        if not self.rate:
            return float(self.played)
        place = self.played + (now_ns - self.at_ns) * self.rate / 1e9
        return min(max(place, 0.0), float(self.end))
