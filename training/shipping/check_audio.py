"""Checks recordings, through the application's own decoder, against the archive and each other."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.mel import LogMel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.model import Model, open_model
from genre_desktop.inference.package import read_package
from training.archives import FLOOR_DB, ArchivedClip, gtzan_archive
from training.data import Clip, DataMissing, gtzan_index
from training.shipping.fold_heads import FoldHeads
from training.shipping.transcode import transcoded

# The archive's frames are centred on their times, ours begin there: two hops of 512 in 2,048.
CENTRED_FRAMES = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many recordings of one kind were given the expected genre."""

    kind: str
    agreeing: int
    recordings: int

    @property
    def share(self) -> float:
        """Of the recordings that agree."""
        return self.agreeing / self.recordings


class AudioCheck:
    """Recordings of GTZAN beside the archive, judged by heads that never heard the artist."""

    def __init__(self, data: Path, package: Path, heads: FoldHeads) -> None:
        """Open the package whose embedding the heads read.

        Raises:
            DataMissing: Data are missing, or the heads belong to another network.
            PackageRefused: The package is not in order.
        """
        opened = read_package(package)
        graph = opened.manifest.graph
        if graph is None or graph.model_sha256 != heads.model_sha256:
            raise DataMissing(f"The kept heads are not of {package}; export it again.")
        self._classifier = Classifier(opened.model, graph)
        self._model: Model = open_model(package)
        self._heads = heads
        self._archive = data / "gtzan" / "mel"
        self.clips: dict[str, Clip] = {
            name: clip for name, clip in gtzan_index(data).items() if clip.audio is not None
        }

    def archived(self, learned_fill: bool) -> Iterator[ArchivedClip]:
        """The spectrograms of the clips that have a recording."""
        return gtzan_archive(self._archive, learned_fill, self.clips.keys())

    def of_kind(self, suffix: str) -> list[Clip]:
        """The clips whose recording has a suffix such as ".flac"."""
        return [clip for clip in self.clips.values() if recording_of(clip).suffix == suffix]

    def heard(self, clip: Clip, recording: Path) -> str:
        """The genre of a recording, through the application's decoder and model."""
        listening = self._model.listen(with_tempo=False)
        with open_sound(recording) as sound:
            for block in sound.blocks():
                listening.push(block)
        embedding = listening.verdict().embedding
        assert embedding is not None
        return self._heads.genre(embedding, clip.artist)

    def read(self, archived: ArchivedClip) -> str:
        """The genre of a clip's archived spectrogram."""
        embedding = self._classifier.run(archived.log_mel[None])["embedding"][0]
        return self._heads.genre(embedding, self.clips[archived.name].artist)

    def against_archive(self) -> list[Agreement]:
        """Label agreement of the recordings, as they lie there, with the archive."""
        archived = self.archived(learned_fill=True)  # as the heads were fitted
        expected = {one.name: self.read(one) for one in archived}
        return [
            _agreement(
                f"{suffix} against the archive",
                (self.heard(c, recording_of(c)) == expected[c.name] for c in self.of_kind(suffix)),
            )
            for suffix in (".flac", ".mp3", ".opus")
        ]

    def transcodes(self, clips: Sequence[Clip], report: Callable[[str], None]) -> list[Agreement]:
        """Label agreement of every writable format with the FLAC it was written from.

        Raises:
            EncoderMissing: An encoder is not installed.
        """
        agreeing: dict[str, list[bool]] = {}
        for clip in clips:
            report(f"Writing {clip.name} in every format …")
            expected = self.heard(clip, recording_of(clip))
            with tempfile.TemporaryDirectory() as folder:
                for name, path in transcoded(recording_of(clip), Path(folder)).items():
                    agreeing.setdefault(name, []).append(self.heard(clip, path) == expected)
        return [_agreement(f"{name} against FLAC", same) for name, same in agreeing.items()]


def recording_of(clip: Clip) -> Path:
    """The recording of a clip that has one."""
    assert clip.audio is not None
    return clip.audio


def level_differences(archived: ArchivedClip, recording: Path) -> NDArray[np.float32]:
    """Differences in dB of every bin, frames aligned, both counted from their clip's maximum."""
    mel = LogMel(STANDARD_MEL)
    with open_sound(recording) as sound:
        levels = np.concatenate([mel.push(block) for block in sound.blocks()], axis=1)
    shifted = archived.log_mel[:, CENTRED_FRAMES:]
    frames = min(levels.shape[1], shifted.shape[1])
    relative = np.maximum(levels - levels.max(), FLOOR_DB)
    differences: NDArray[np.float32] = np.abs(relative[:, :frames] - shifted[:, :frames])
    return differences


def report_of(check: AudioCheck, report: Callable[[str], None]) -> Mapping[str, object]:
    """Everything that is checked, as a record; rows are told as they come."""
    flac = {clip.name: recording_of(clip) for clip in check.of_kind(".flac")}
    medians = [
        float(np.median(level_differences(one, flac[one.name])))
        for one in check.archived(learned_fill=False)
        if one.name in flac
    ]
    report(f"FLAC and archive differ by {np.median(medians):.2f} dB in the median.")
    rows = [*check.against_archive(), *check.transcodes(check.of_kind(".flac"), report)]
    for row in rows:
        report(f"{row.kind:28} {row.agreeing:3} of {row.recordings:3}  {100 * row.share:5.1f} %")
    return {
        "median_difference_db": round(float(np.median(medians)), 3),
        "largest_clip_median_db": round(max(medians), 3),
        "agreement": {row.kind: [row.agreeing, row.recordings] for row in rows},
    }


def _agreement(kind: str, same: Iterable[bool]) -> Agreement:
    outcomes = list(same)
    return Agreement(kind, sum(outcomes), len(outcomes))
