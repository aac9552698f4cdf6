"""The hash of the sound in a file and of what its header says, which changing tags leaves alone."""

import hashlib
from pathlib import Path
from typing import Final

from av.audio.stream import AudioStream
from av.container.input import InputContainer
from av.error import FFmpegError

from genre_desktop.dsp import judgement
from genre_desktop.dsp.decode import open_container, promised_seconds, sound_track
from genre_desktop.dsp.regular_file import open_regular, read_error
from genre_desktop.dsp.sniff import ASF
from genre_desktop.dsp.sound import Problem, SoundError
from genre_desktop.dsp.source import Source, examine

_DIGEST_BYTES: Final = 20
_FAILURES: Final = 3


def payload_hash(path: Path) -> str:
    """Return the BLAKE2b hash, in hex, of a file's audio packets and of what its header says.

    Two files of the same hash give the same samples and the same `SoundReport`, but for the bit
    rate and a wrong extension: what the header says is the kind, codec, rate, channels and length.

    Packets are demuxed, not decoded. Leading tags are passed over before FFmpeg sees the file,
    and its demuxers leave out trailing ones, covers and an MP3's Xing or Info frame.

    Raises:
        SoundError: The file cannot be opened as sound, holds no packet, or was changed meanwhile.
    """
    with open_regular(path) as file:
        source = examine(file)
        with open_container(file, source) as container:
            stream = sound_track(container, file.name)
            try:
                digest = _digest(source, container, stream)
            except FFmpegError as error:
                raise judgement.damaged(file.name, source.kind) from error
            except OSError as error:
                raise read_error(file.name, error) from error
        file.refuse_if_changed()
        if digest is None:
            raise SoundError(
                Problem.NO_SAMPLES,
                f"“{file.name}” has a header but no sound behind it; get it again.",
            )
    return digest


def _digest(source: Source, container: InputContainer, stream: AudioStream) -> str | None:
    start = _said(source, container, stream)
    digest = hashlib.blake2b(start.encode(), digest_size=_DIGEST_BYTES)
    heard = False
    for _ in range(_FAILURES):
        try:
            for packet in container.demux(stream):
                digest.update(packet)
                heard = heard or packet.size > 0
        except FFmpegError:
            continue  # a damaged place: go on behind it
        break
    return digest.hexdigest() if heard else None


def _said(source: Source, container: InputContainer, stream: AudioStream) -> str:
    """Return what the header says, in a line; FFmpeg's word for it must not depend on tags.

    It believes the length in a Windows Media header only where the file's size agrees.
    """
    context = stream.codec_context
    seconds = promised_seconds(source, container, stream)
    length = "unknown" if seconds is None or source.kind is ASF else f"{seconds:.3f}"
    wrong = "wrong length" if source.length_field_wrong else ""
    return (
        f"{source.kind.name} {context.name} {context.sample_rate} {context.channels} "
        f"{length} {wrong}"
    )
