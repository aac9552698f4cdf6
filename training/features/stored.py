"""Log-mels of tracks that are stored as spectrograms or pictures, kept like recordings'."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.mel import hz_to_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from training.datasets.archive_forms import (
    BANDS,
    Form,
    form_of,
    read_mfcc,
    read_snapshots,
    smoothed_log_mel,
    stored_tracks,
)
from training.datasets.picture_forms import log_mel_of, read_picture
from training.datasets.rows import rows_of
from training.datasets.values import Index
from training.features.keys import digest_of, file_digest
from training.features.measures import Measure
from training.features.work import keep, place_of

# A snapshot is one frame every 0.23 s; repeated, a clip is long enough for every network.
SNAPSHOT_REPEATS = 3
_USUAL_RATE = 44_100


def keep_log_mels(
    index: Index, measure: Measure, cache: Path, say: Callable[[str], None]
) -> dict[str, str]:
    """Keep the log-mel of every track; returns the keys of their arrays."""
    folder = cache / measure.folder
    if index.kind == "pictures":
        return _keep_pictures(index, folder)
    form = form_of(index.source)
    wanted = [item.track for item in index.items]
    if form is Form.MOSAICS:
        genres = {track.split(".")[0] for track in wanted}
        digests = {genre: file_digest(index.source / f"{genre}.png") for genre in genres}
        keys = {track: digest_of(digests[track.split(".")[0]], track) for track in wanted}
    else:
        digest = file_digest(index.source)
        keys = {track: digest_of(digest, track) for track in wanted}
    missing = [track for track in wanted if not place_of(folder, keys[track]).exists()]
    if missing:
        say(f"Reading {len(missing)} stored spectrograms …")
    for track, log_mel in _log_mels(index.source, form, missing):
        keep(place_of(folder, keys[track]), log_mel.astype(np.float16))
    return keys


def _keep_pictures(index: Index, folder: Path) -> dict[str, str]:
    keys = {}
    for item in index.items:
        path = index.source / item.path
        keys[item.track] = digest_of("picture", file_digest(path))
        place = place_of(folder, keys[item.track])
        if not place.exists():
            keep(place, log_mel_of(read_picture(path)).astype(np.float16))
    return keys


def _log_mels(
    source: Path, form: Form, tracks: list[str]
) -> Iterator[tuple[str, NDArray[np.floating]]]:
    if not tracks:
        return
    if form is Form.MOSAICS:
        from training.archives import gtzan_archive

        for clip in gtzan_archive(source, learned_fill=True, names=set(tracks)):
            yield clip.name, clip.log_mel
        return
    row_of = {str(track): row for row, track in enumerate(stored_tracks(source).tolist())}
    if form is Form.MFCC:
        coefficients = read_mfcc(source)
        for track in tracks:
            yield track, smoothed_log_mel(coefficients[row_of[track]]).T
        return
    pictures, rates = read_snapshots(source), _rates(source)
    for track in tracks:
        picture = pictures[row_of[track]].astype(np.float32)
        yield (
            track,
            on_our_bands(picture, rates.get(track, _USUAL_RATE)).repeat(SNAPSHOT_REPEATS, 1),
        )


def on_our_bands(picture: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Levels (128, columns) at our mel bands, of mels from 0 to half of another rate.

    Between two bands levels are interpolated along the mel scale.

    Args:
        picture: (bands, columns) in dB.
        rate: Samples per second of the sound it was made from.
    """
    ours = _centres(BANDS, STANDARD_MEL.low_hz, STANDARD_MEL.high_hz)
    theirs = _centres(len(picture), 0.0, rate / 2)
    place = np.interp(ours, theirs, np.arange(len(picture)))
    below = np.minimum(place.astype(np.int64), len(picture) - 2)
    share = (place - below).astype(np.float32)[:, None]
    levels: NDArray[np.float32] = (1 - share) * picture[below] + share * picture[below + 1]
    return levels


def _centres(bands: int, low_hz: float, high_hz: float) -> NDArray[np.float64]:
    return np.linspace(hz_to_mel(low_hz), hz_to_mel(high_hz), bands + 2)[1:-1]


def _rates(source: Path) -> dict[str, int]:
    beside = source.parent / "tracks.csv"
    if not beside.is_file():
        return {}
    rows = rows_of(beside, ("track_id",))
    return {row["track_id"]: int(row["sr_guess"]) for row in rows if row.get("sr_guess")}
