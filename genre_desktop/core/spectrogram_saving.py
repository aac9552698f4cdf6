"""A part of a track's spectrum as a file or a picture: what a process of its own makes."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.spectrogram_picture import (
    Extract,
    PictureSpec,
    draw_picture,
    save_picture,
    write_png,
)
from genre_desktop.core.spectrum_part import Part, part_spectrum
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Look, TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.dsp.regular_file import shown_name
from genre_desktop.dsp.sound import Problem, SoundError

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PartPicture:
    """A picture of what is on show.

    Attributes:
        track: Which.
        title: Above the picture.
        part: What of it.
        axis: The frequencies on show.
        spec: What the picture looks like.
    """

    track: Track
    title: str
    part: Part
    axis: FrequencyAxis
    spec: PictureSpec

    @property
    def extract(self) -> Extract:
        """Where it lies in the track."""
        return Extract(self.part.first_seconds, self.axis)


def save_part_picture(target: Path, wanted: PartPicture) -> None:
    """Write a picture with axes as PNG.

    Raises:
        SoundError: The track cannot be decoded.
        ExportFailed: The file cannot or must not be written.
    """
    refuse_target(target, [wanted.track.path])
    spectrum = _measured(wanted.track, wanted.spec.look, wanted.part)
    save_picture(target, wanted.title, spectrum, wanted.spec, wanted.extract)


def part_picture(wanted: PartPicture) -> bytes:
    """Return a picture with axes as PNG, for the clipboard.

    Raises:
        SoundError: The track cannot be decoded.
    """
    spectrum = _measured(wanted.track, wanted.spec.look, wanted.part)
    file = io.BytesIO()
    picture = draw_picture(wanted.title, spectrum, wanted.spec, wanted.extract)
    write_png(picture, file)
    return file.getvalue()


def save_part_numbers(target: Path, track: Track, look: Look, part: Part) -> None:
    """Write levels as numbers: NPY where the name ends so, else CSV.

    Both hold the same table: frequencies in Hz in the first row, seconds in the first column, and
    levels in dBFS; the corner holds nothing.

    Raises:
        SoundError: The track cannot be decoded.
        ExportFailed: The file cannot or must not be written.
    """
    refuse_target(target, [track.path])
    spectrum = _measured(track, look, part)
    table = level_table(spectrum, part.first_seconds)
    with replacing(target) as file:
        if target.suffix.lower() == ".npy":
            np.save(file, table, allow_pickle=False)
        else:
            _write_csv(file, table)


def level_table(spectrum: TrackSpectrum, first_seconds: float) -> Table:
    """Return float32 (columns + 1, bins + 1) of a spectrum with the middles of its columns."""
    columns, bins = spectrum.levels.shape
    table = np.empty((columns + 1, bins + 1), np.float32)
    table[0, 0] = np.nan
    table[0, 1:] = np.arange(bins) * (spectrum.rate / 2 / (bins - 1))
    table[1:, 0] = first_seconds + (np.arange(columns) + 0.5) * spectrum.seconds / max(1, columns)
    table[1:, 1:] = spectrum.levels
    return table


def _write_csv(file: BinaryIO, table: Table) -> None:
    """Numbers only, which need no quotes; so it takes a second where a million are many."""
    hundredths = "%.2f".__mod__
    heading = ",".join(["seconds", *map(hundredths, table[0, 1:].tolist())])
    file.write(f"{heading}\r\n".encode())
    file.writelines(
        f"{seconds:.4f},{','.join(map(hundredths, levels))}\r\n".encode()
        for seconds, *levels in table[1:].tolist()
    )


def _measured(track: Track, look: Look, part: Part) -> TrackSpectrum:
    spectrum = part_spectrum(track.path, track.span, look, part)
    if not len(spectrum.levels):
        raise SoundError(Problem.NO_SAMPLES, f"“{shown_name(track.path)}” holds no sound there.")
    return spectrum
