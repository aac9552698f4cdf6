"""The quick way to hear a track: some pieces spread over it, pooled as all of them would be."""

import math
from typing import Final

from genre_desktop.core.track import Track
from genre_desktop.dsp.excerpts import NoExcerptsError, open_excerpts
from genre_desktop.dsp.sound import SoundReport
from genre_desktop.inference.model import Model
from genre_desktop.inference.piece_grid import spread
from genre_desktop.inference.verdict import Verdict

# Of about 3 s each, so that the network hears as many of them at once as of a track's own pieces.
PIECES: Final = 20
# In a shorter track there is little to jump over.
_FEWEST_PIECES: Final = 2 * PIECES


def hear_quickly(track: Track, model: Model) -> tuple[Verdict, SoundReport] | None:
    """Hears pieces of a track; None where only the whole of it will do.

    That is a track that is short or of unknown length, and one in which anything is amiss:
    what is wrong with a file is found by hearing all of it.

    Raises:
        SoundError: The file cannot be opened, or was changed meanwhile.
        PackageRefused: The graph cannot be run.
    """
    grid = model.grid
    try:
        with open_excerpts(track.path, track.span) as excerpts:
            pieces = math.floor(excerpts.seconds / grid.piece_seconds)
            if pieces < _FEWEST_PIECES:
                return None
            places = chosen_pieces(pieces)
            starts = [place * grid.piece_seconds for place in places]
            listening = model.listen(with_tempo=False)
            for part in excerpts.parts(starts, grid.lengths(len(places))):
                listening.push(part)
            return spread(listening.verdict(), places, pieces), excerpts.report()
    except NoExcerptsError:
        return None


def chosen_pieces(pieces: int) -> tuple[int, ...]:
    """PIECES of so many pieces: the middle of each of as many equal parts of the track."""
    return tuple(int((number + 0.5) * pieces / PIECES) for number in range(PIECES))
