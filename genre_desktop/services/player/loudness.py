"""From the travel of the volume control to what samples are multiplied with, and to decibels."""

import math
from typing import Final

# Half the travel of the control is heard as about half as loud: a cube (60 dB over its travel).
_EXPONENT: Final = 3.0


def loudness_factor(travel: float) -> float:
    """The factor for a travel of the control, both 0 to 1."""
    return float(travel**_EXPONENT)


def loudness_db(travel: float) -> float:
    """How loud that is beside full scale; minus infinity for none."""
    return 20.0 * _EXPONENT * math.log10(travel) if travel > 0.0 else -math.inf
