"""Sections on the data: class balance, tempo by genre, correlations, example spectrograms."""

import base64
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from genre_desktop.dsp.spec import STANDARD_MEL
from training.datasets.tables import Table
from training.datasets.values import Index
from training.features.store import FeatureStore, NoSuchFeature
from training.report.bars import bar_plot, box_plot
from training.report.heat import correlation_map
from training.report.page import figure, folded, heading, paragraph, side_by_side, table
from training.report.svg import element

MEAN = "_mean"
EXAMPLE_FRAMES = 430  # ten seconds
RANGE_DB = 80.0
_TRIED = 20  # tracks of a genre, until one can be heard
SCALE = np.array(  # perceptually even, dark to light: black, indigo, plum, orange, cream
    [[8, 7, 20], [58, 28, 102], [150, 44, 96], [226, 106, 52], [252, 240, 190]], np.float64
)


def balance(index: Index, name: str) -> str:
    """How many tracks and artists each genre has, and what was left out."""
    tracks = Counter(item.label for item in index.items)
    artists = {
        label: len({item.group for item in index.items if item.label == label}) for label in tracks
    }
    rows = [(label, float(tracks[label])) for label in index.labels]
    groups = [(label, float(artists[label])) for label in index.labels]
    plots = [
        figure(bar_plot(f"{name}: tracks by genre", rows, "tracks")),
        figure(bar_plot(f"{name}: artists by genre", groups, "artists, or tracks without one")),
    ]
    left_out = [(one.path, one.reason) for one in index.rejected]
    told = table(("left out", "reason"), left_out, words=(0,), long=(1,))
    notes = "".join(paragraph(note) for note in index.notes)
    return side_by_side(plots) + notes + (folded("Left out", told) if left_out else "")


def spectrograms(index: Index, name: str, cache: Path) -> str:
    """The first ten seconds, or what there is, of one track of each genre."""
    parts = []
    for label, track, log_mel in _examples(index, cache):
        seconds = STANDARD_MEL.samples_for(log_mel.shape[1]) / STANDARD_MEL.sample_rate
        told = f"{label}: {track}, {seconds:.0f} s, 128 mels to 11 kHz, 80 dB"
        image = element("img", alt=told, src=_png(log_mel)).removesuffix("</img>")
        parts.append(figure(image, told))
    return heading(name) + f'<div class="spectrograms">{"".join(parts)}</div>' if parts else ""


def tempo(features: Table) -> str:
    """Tempo by genre as boxes; empty where the table has none."""
    if "tempo" not in features.names:
        return ""
    values = features.values[:, features.names.index("tempo")]
    groups = [(str(one), values[features.labels == one]) for one in np.unique(features.labels)]
    words = "beats a minute; a beat tracker may answer half or double the tempo"
    return side_by_side([figure(box_plot("Tempo by genre", groups, words))])


def correlations(features: Table) -> str:
    """How the mean features go together; empty where the table has fewer than two."""
    columns = [n for n, name in enumerate(features.names) if name.endswith(MEAN)]
    values = features.values[:, columns].astype(np.float64)
    varied = [n for n in range(len(columns)) if np.ptp(values[:, n]) > 0]
    if len(varied) < 2:
        return ""
    names = [features.names[columns[n]].removesuffix(MEAN) for n in varied]
    found = np.atleast_2d(np.corrcoef(values[:, varied], rowvar=False))
    title = f"Correlation of {len(names)} mean features over {len(values)} rows"
    caption = "Red goes together, blue apart; the number is shown where the pointer rests."
    return side_by_side([figure(correlation_map(title, names, found), caption)])


def _examples(index: Index, cache: Path) -> Iterator[tuple[str, str, NDArray[np.float32]]]:
    """The first track of each genre that can be heard; few more are computed, none of a table."""
    if index.kind == "table":
        return
    rows: dict[str, list[int]] = {}
    for row, item in enumerate(index.items):
        rows.setdefault(item.label, []).append(row)
    firsts = FeatureStore(index.only([known[0] for known in rows.values()]), cache)
    for label in sorted(rows):
        for row in rows[label][:_TRIED]:
            store = firsts if row == rows[label][0] else FeatureStore(index.only([row]), cache)
            track = index.items[row].track
            try:
                log_mel = store.log_mel(track)
            except NoSuchFeature:
                continue
            yield label, track, log_mel[:, :EXAMPLE_FRAMES]
            break


def _png(log_mel: NDArray[np.float32]) -> str:
    """A picture of a log-mel (bands, frames) as a data address, low bands below."""
    level = np.clip((log_mel - log_mel.max()) / RANGE_DB + 1, 0, 1)[::-1]
    stops = np.linspace(0, 1, len(SCALE))
    colours = [np.interp(level, stops, SCALE[:, channel]) for channel in range(3)]
    stream = io.BytesIO()
    pixels = np.stack(colours, axis=2).round().astype(np.uint8)
    Image.fromarray(pixels).quantize(64).save(stream, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()
