"""How loud a track is to be played, from the ReplayGain or R128 fields of its file.

ReplayGain 2.0 aims at −18 LUFS; R128 fields (RFC 7845, Opus) at −23 LUFS in steps of 1/256 dB.
"""

import math
import re
from collections.abc import Mapping
from typing import Final

_R128_STEPS: Final = 256.0
_R128_TO_REPLAY_GAIN_DB: Final = 5.0
# What no loudness meter gives is a mistake in the tag.
_LARGEST_DB: Final = 60.0
_NEPERS_A_DB: Final = math.log(10.0) / 20.0
_NUMBER: Final = re.compile(r"\s*([+-]?\d+(?:\.\d*)?)")


def playing_factor(fields: Mapping[str, str]) -> float:
    """The factor that samples are multiplied with; 1 where nothing sensible is said.

    A track is never made so loud that its stated peak would clip; without a stated peak it is
    taken to reach full scale.

    Args:
        fields: As `core.tags.read_loudness` gives them.
    """
    gain_db = _gain_db(fields)
    if gain_db is None:
        return 1.0
    peak = _number(fields.get("replaygain_track_peak", ""))
    most = 1.0 / peak if peak is not None and peak > 0.0 else 1.0
    return min(math.exp(gain_db * _NEPERS_A_DB), most)


def _gain_db(fields: Mapping[str, str]) -> float | None:
    gain = _number(fields.get("replaygain_track_gain", ""))
    if gain is None:
        steps = _number(fields.get("r128_track_gain", ""))
        gain = None if steps is None else steps / _R128_STEPS + _R128_TO_REPLAY_GAIN_DB
    return gain if gain is not None and abs(gain) <= _LARGEST_DB else None


def _number(text: str) -> float | None:
    found = _NUMBER.match(text)
    number = float(found.group(1)) if found else math.nan
    return number if math.isfinite(number) else None
