"""From an index to material: the inputs that a config's [input] table names."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.cache import Arrays, Cache
from training.datasets.values import Index
from training.features.keys import digest_of
from training.features.pieces import Pieces, piece_of, pieces_in
from training.features.store import LOG_MEL as KEPT_LOG_MEL
from training.features.store import SAMPLES as KEPT_SAMPLES
from training.features.store import FeatureStore
from training.networks.material import Array, Material
from training.networks.pictures import picture_of
from training.networks.sound_features import FROM_SOUND, HOP, RATE
from training.refusal import Refused
from training.tabular.sources import seconds_of

LOG_MEL, PICTURE, SAMPLES = "log_mel", "picture", "samples"
STATISTICS, EMBEDDING = "statistics", "embedding"
FEATURES = (LOG_MEL, PICTURE, SAMPLES, *FROM_SOUND, STATISTICS, EMBEDDING)
OF_PACKAGE = f"{EMBEDDING}:"  # with the name of a committed package


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run finds and keeps things.

    Attributes:
        data: Folder of the data sets, None where none was named.
        cache: Folder of intermediate arrays.
        say: Told what takes time.
        workers: Processes that compute features; 0 computes them here.
    """

    data: Path | None
    cache: Path
    say: Callable[[str], None]
    workers: int = 0

    def in_data(self, name: str) -> Path:
        """Where something of the data folder lies; an absolute path lies where it says.

        Raises:
            Refused: It is below the data folder, and none was named.
        """
        if self.data is None and not Path(name).is_absolute():
            raise Refused(
                f"{name} lies in the folder of data sets; name that with --data DIR, or set "
                "GENRE_DESKTOP_DATA."
            )
        return (self.data or Path()) / name


def material_of(index: Index, feature: str, hearing: str, place: Place) -> Material:
    """The inputs of a feature for those of an index's tracks that give it.

    Args:
        index: The tracks.
        feature: One of FEATURES, or "embedding:NAME" for the trunk of a committed package.
        hearing: What a piece is: "3 s", or "whole" for all of a track.
        place: Where data lie and intermediate arrays are kept.

    Raises:
        Refused: The feature is unknown, or the data set cannot give it.
    """
    if feature not in FEATURES and not feature.startswith(OF_PACKAGE):
        raise Refused(
            f"The config's [input] table names the feature {feature}; known are "
            f"{', '.join(FEATURES)} and {OF_PACKAGE}NAME for a package's trunk."
        )
    seconds = seconds_of(hearing) or 0.0
    store = FeatureStore(index, place.cache, place.workers, place.say)
    from_samples = feature == SAMPLES or feature in FROM_SOUND
    store.leave_out_unheard(KEPT_SAMPLES if from_samples else KEPT_LOG_MEL)
    if feature.startswith(EMBEDDING):
        return _of_embeddings(store, feature, seconds, place)
    if feature == STATISTICS:
        return _of_statistics(store, seconds)
    if feature in FROM_SOUND:
        return _of_sound(store, feature, seconds, place)
    if feature == SAMPLES:
        return _of_samples(store, seconds)
    cut = store.pieces(seconds)
    if feature == PICTURE:
        return _of_pictures(store.index, cut)
    return _of_log_mels(store.index, cut)


def _of_embeddings(store: FeatureStore, feature: str, seconds: float, place: Place) -> Material:
    from training.networks.embedded import embedded, frozen_trunk, trunk_of_package

    if feature == EMBEDDING:
        embedder = frozen_trunk(place.in_data("weights").parent)
    else:
        embedder = trunk_of_package(feature.removeprefix(OF_PACKAGE))
    heard = _of_log_mels(store.index, store.pieces(seconds))
    return embedded(heard, embedder, place.cache, place.say)


def _of_log_mels(index: Index, cut: Pieces) -> Material:
    return Material(
        index=index,
        feature=LOG_MEL,
        rows=cut.rows,
        segment=cut.segment,
        piece=lambda n: piece_of(cut.read(str(cut.tracks[n])), int(cut.segment[n]), cut.frames),
        track=lambda n: cut.read(index.items[n].track),
    )


def _of_pictures(index: Index, cut: Pieces) -> Material:
    made = [picture_of(cut.batch(np.array([n]))[0]) for n in range(len(cut))]

    def read(number: int) -> Array:
        return made[number].astype(np.float32) / 255

    return Material(index, PICTURE, cut.rows, cut.segment, read, read)


def _of_statistics(store: FeatureStore, seconds: float) -> Material:
    table = store.package_statistics(seconds)
    number = {item.track: row for row, item in enumerate(store.index.items)}
    rows = np.array([number[str(track)] for track in table.tracks], np.int64)
    return _of_vectors(store.index, STATISTICS, rows, table.segment, table.values)


def _of_vectors(
    index: Index,
    feature: str,
    rows: NDArray[np.int64],
    segment: NDArray[np.int64],
    values: NDArray[np.float32],
) -> Material:
    return Material(index, feature, rows, segment, lambda n: values[n], lambda n: values[n])


def _of_samples(store: FeatureStore, seconds: float) -> Material:
    return _of_long_arrays(
        store.index,
        SAMPLES,
        [store.samples(item.track) for item in store.index.items],
        round(seconds * RATE),
    )


def _of_sound(store: FeatureStore, feature: str, seconds: float, place: Place) -> Material:
    """Features of librosa, computed once and kept."""
    tracks = [item.track for item in store.index.items]
    sounds = {track: store.samples(track) for track in tracks}
    heard = digest_of(*(sounds[track].tobytes() for track in tracks))

    def make() -> Arrays:
        place.say(f"Computing {feature} of {len(tracks)} recordings …")
        return {str(n): FROM_SOUND[feature](sounds[track]) for n, track in enumerate(tracks)}

    kept = Cache(place.cache).arrays(feature, {"sound": heard}, make)
    arrays = [kept[str(n)].astype(np.float32) for n in range(len(tracks))]
    frames = round(seconds * RATE / HOP)
    return _of_long_arrays(store.index, feature, arrays, frames)


def _of_long_arrays(
    index: Index, feature: str, arrays: list[NDArray[np.float32]], length: int
) -> Material:
    """Arrays with time last, cut into pieces of this length."""
    counts = [pieces_in(array.shape[-1], length) for array in arrays]
    rows = np.repeat(np.arange(len(arrays)), counts)
    segment = np.concatenate([np.arange(count) for count in counts])

    def read(number: int) -> Array:
        array = arrays[int(rows[number])]
        piece = piece_of(np.atleast_2d(array), int(segment[number]), length)
        return piece[0] if array.ndim == 1 else piece

    return Material(index, feature, rows, segment, read, lambda n: arrays[n])
