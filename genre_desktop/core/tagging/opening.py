"""From a file to its tags, whatever its format; content decides, not the name."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.tagging.ape_files import read_ape
from genre_desktop.core.tagging.asf_files import read_asf
from genre_desktop.core.tagging.dsf_files import read_dsf
from genre_desktop.core.tagging.flac_files import read_flac
from genre_desktop.core.tagging.id3_files import read_chunked_id3, read_leading_id3
from genre_desktop.core.tagging.mp4_files import read_mp4
from genre_desktop.core.tagging.ogg_files import read_ogg
from genre_desktop.core.tagging.raw import (
    Preferences,
    TagDocument,
    TagRefused,
    bytes_at,
    damaged,
)
from genre_desktop.dsp import sniff
from genre_desktop.dsp.regular_file import open_plain
from genre_desktop.dsp.sniff import SoundKind

_Reader = Callable[[BinaryIO, Preferences], TagDocument]

_READERS: dict[SoundKind, _Reader] = {
    sniff.MP3: read_leading_id3,
    sniff.TTA: read_leading_id3,
    sniff.WAV: lambda file, chosen: read_chunked_id3(file, "little", chosen),
    sniff.AIFF: lambda file, chosen: read_chunked_id3(file, "big", chosen),
    sniff.DFF: lambda file, chosen: read_chunked_id3(file, "big", chosen, size_bytes=8),
    sniff.DSF: read_dsf,
    sniff.FLAC: lambda file, _: read_flac(file),
    sniff.OGG: lambda file, _: read_ogg(file),
    sniff.MP4: lambda file, _: read_mp4(file),
    sniff.ASF: lambda file, _: read_asf(file),
    sniff.APE: lambda file, _: read_ape(file),
    sniff.WAVPACK: lambda file, _: read_ape(file),
    sniff.MUSEPACK: lambda file, _: read_ape(file),
}


def read_document(path: Path, preferences: Preferences) -> TagDocument:
    """The tags of a file.

    Raises:
        TagRefused: Its format has none that can be written, or its tags could not be written
            again byte for byte as they are.
        OSError: It cannot be read.
    """
    with open_plain(path) as file:
        head = file.read(sniff.HEAD_BYTES)
        kind = sniff.sniff(head, path.name)
        reader = _READERS.get(kind) if kind else None
        if reader is None:
            what = f"{kind.name} files have none" if kind else "it is no sound file"
            raise TagRefused(f"it has no tags that can be written: {what}", "no tags")
        try:
            document = reader(file, preferences)
        except (IndexError, ValueError, OverflowError) as error:
            raise damaged() from error
        if not _is_rebuilt(file, document):
            raise damaged("could not be kept byte for byte")
    return document


def _is_rebuilt(file: BinaryIO, document: TagDocument) -> bool:
    """Whether writing the tags unchanged would give the bytes that are there."""
    for region in document.regions(document.fields):
        wanted = b"".join(region.segments)
        if bytes_at(file, region.offset, len(wanted)) != wanted:
            return False
    return True
