"""Colour maps for levels, from quiet to loud, as tables of RGB.

Magma, inferno and viridis are by Smith and van der Walt (CC0); cividis is by Nuñez, Anderton and
Renslow (2018, public domain), made so that who sees red and green alike reads the same from it.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

COLOURS: Final = 256

# Stops at equal distances, RRGGBB; between them colours are mixed.
_STOPS: Final = {
    "magma": (
        "000004 030312 0A0822 130D34 1D1147 29115A 36106B 440F76 50127C 5D177F 691C81 762181 "
        "822681 8F2A81 9C2E7F A9337D B6367A C33B75 CF4070 DB476A E65164 EE5C5E F46A5C F9785D "
        "FB8861 FD9668 FEA571 FEB47B FEC287 FED194 FDE0A1 FCEEB0 FCFDBF"
    ),
    "inferno": (
        "000004 040312 0B0724 150B37 210C4A 2F0A5B 3D0965 4A0C6B 56106E 63156E 70196E 7D1E6D "
        "89226A 962766 A32C61 AF315B BB3654 C63D4D D14545 DA4F3C E35932 EB6529 F1721E F67F14 "
        "F98C0A FB9B06 FCAA0F FBBA1F F9C932 F5D949 F2E865 F3F586 FCFFA4"
    ),
    "viridis": (
        "440154 470D60 48186A 482374 472D7B 453781 424086 3E4989 3B528B 375B8D 33638D 2F6B8E "
        "2C728E 297A8E 26828E 23898E 21908C 1F978B 1F9F88 21A685 27AD81 31B57B 3EBC74 4DC26C "
        "5CC863 6ECE58 82D34D 95D840 AADC32 C0DF25 D5E21A EAE51A FDE725"
    ),
    "cividis": (
        "00204D 00265A 002C69 00306F 05366E 1F3C6D 2D426C 38486B 414D6B 4A536B 52596C 595F6D "
        "61646F 686A71 6F7073 767676 7C7C78 848179 8B8779 938E78 9B9477 A39A76 ACA174 B4A872 "
        "BCAF6F C5B56C CEBC68 D7C463 E0CB5E E9D358 F2DA50 FBE248 FFEA46"
    ),
    "grey": "000000 FFFFFF",
}
NAMES: Final = tuple(_STOPS)


@cache
def colour_table(name: str) -> NDArray[np.uint8]:
    """Return a map's colours, uint8 (COLOURS, 3), from quiet to loud; never write into it.

    Args:
        name: One of NAMES.
    """
    stops = np.array([list(bytes.fromhex(stop)) for stop in _STOPS[name].split()], float)
    places = np.linspace(0, len(stops) - 1, COLOURS)
    mixed = [np.interp(places, range(len(stops)), channel) for channel in stops.T]
    table = np.stack(mixed, axis=1).round().astype(np.uint8)
    table.flags.writeable = False
    return table
