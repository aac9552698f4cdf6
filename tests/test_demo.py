"""The demo pieces are those that the script in the project synthesises, and are named rightly."""

from pathlib import Path

import av
import numpy as np
import pytest

from genre_desktop.core.catalogue import default_model
from genre_desktop.core.recognise import Request, recognise
from genre_desktop.core.track import Track
from tools import make_demo
from tools.demo_studio import SAMPLE_RATE

_DEMO = Path(__file__).parent.parent / "resources" / "demo"


_GENRES = {
    "Small Waltz": "classical",
    "Four on the Floor": "Electronic",
    "Twelve Bars": "country",
    "Iron Chords": "metal",
}


def test_every_piece_lies_in_resources_and_nothing_else() -> None:
    assert {file.name for file in _DEMO.iterdir()} == {
        piece.file_name for piece in make_demo.PIECES
    }


def test_the_pieces_are_small() -> None:
    assert sum(file.stat().st_size for file in _DEMO.iterdir()) < 1_500_000


@pytest.mark.parametrize("piece", make_demo.PIECES, ids=lambda piece: piece.title)
def test_a_piece_decodes_to_what_the_script_renders(piece: make_demo.Piece) -> None:
    rendered = make_demo.rendered(piece)

    with av.open(str(_DEMO / piece.file_name)) as container:
        resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE)
        decoded = np.concatenate(
            [
                ready.to_ndarray()[0]
                for frame in container.decode(audio=0)
                for ready in resampler.resample(frame)
            ]
        )

    assert abs(decoded.size - rendered.size) < 0.1 * SAMPLE_RATE
    assert np.sqrt(np.mean(decoded**2)) == pytest.approx(np.sqrt(np.mean(rendered**2)), rel=0.05)


@pytest.mark.parametrize("piece", make_demo.PIECES, ids=lambda piece: piece.title)
def test_the_default_model_names_a_piece_and_is_sure(piece: make_demo.Piece) -> None:
    model = default_model()
    assert model is not None
    verdict = recognise(Request(Track(_DEMO / piece.file_name), model.folder, None)).verdict
    assert verdict is not None
    assert verdict.labels[int(verdict.probabilities.argmax())] == _GENRES[piece.title]
    assert not verdict.unsure
