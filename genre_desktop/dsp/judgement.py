"""What to say of a decoded file: refusals, notes and names, each a sentence for people."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sniff import KINDS, MP4, SoundKind
from genre_desktop.dsp.sound import Note, Problem, SoundError, Span
from genre_desktop.dsp.source import Source
from genre_desktop.dsp.wav_header import WavHeader

MOST_CHANNELS: Final = 32
LOWEST_RATE: Final = 1_000
HIGHEST_RATE: Final = 768_000

# WAV format tags of plain samples: PCM and floating point.
_CODECS_OF_BITS: Final = (1, 3)

# Shorter sounds (clicks, jingles) have no genre.
SHORTEST_SECONDS: Final = 0.5
# Below −100 dB re full scale: less than the last bit of a compact disc.
SILENT_PEAK: Final = 1e-5
VERY_LONG_SECONDS: Final = 12 * 3600.0
# Encoders' padding and rounded header fields explain so much.
_MISSING_SECONDS: Final = 1.0
_MISSING_SHARE: Final = 0.02

# Kinds whose header holds the length; for the others FFmpeg guesses from the bit rate or
# from what is there, which promises nothing.
_PROMISING: Final = frozenset(
    {"FLAC", "Wave64", "AIFF", "MP4", "Windows Media", "Matroska", "Monkey's Audio", "WavPack",
     "Musepack", "True Audio", "TAK", "Core Audio", "AVI"}
)  # fmt: skip

_CODEC_NAMES: Final = {
    "mp3": "MP3", "mp3float": "MP3", "mp2": "MP2", "mp2float": "MP2", "mp1": "MP1",
    "mp1float": "MP1", "aac": "AAC", "aac_latm": "AAC", "alac": "ALAC", "flac": "FLAC",
    "vorbis": "Vorbis", "opus": "Opus", "speex": "Speex", "libspeex": "Speex", "ac3": "AC-3",
    "eac3": "E-AC-3", "dca": "DTS", "ape": "Monkey's Audio", "wavpack": "WavPack",
    "tta": "True Audio", "tak": "TAK", "mpc7": "Musepack", "mpc8": "Musepack",
    "wmav1": "WMA", "wmav2": "WMA", "wmapro": "WMA Pro", "wmalossless": "WMA Lossless",
    "wmavoice": "WMA Voice",
}  # fmt: skip

_IN: Final = " in "  # between codec and container


@dataclass(slots=True)
class Heard:
    """What one pass over a file has met so far.

    Attributes:
        seconds: Decoded and resampled.
        input_samples: Decoded, at the file's own rate.
        removed_samples: Of these, how many were no finite number.
        failed_packets: Left out because they could not be decoded.
        peak: The largest magnitude, 1 being full scale.
        channel_share: The same of what one channel alone puts into the mix; counted only where
            the mix is silent.
        fails_at_end: True while the last packet seen was one of those left out.
    """

    seconds: float = 0.0
    input_samples: int = 0
    removed_samples: int = 0
    failed_packets: int = 0
    peak: float = 0.0
    channel_share: float = 0.0
    fails_at_end: bool = False

    def packet_failed(self) -> None:
        """Note that a packet was left out."""
        self.failed_packets += 1
        self.fails_at_end = True


def damaged(name: str, kind: SoundKind) -> SoundError:
    """Return what to raise where a recognised file cannot be opened or read."""
    if kind is MP4:
        return SoundError(
            Problem.DAMAGED,
            f"“{name}” is an incomplete MP4 file: its index, often at the very end, is missing or "
            "damaged; copy or download it again.",
        )
    return SoundError(
        Problem.DAMAGED,
        f"“{name}” is a damaged or incomplete {kind.name} file: nothing in it can be decoded; "
        "copy or download it again.",
    )


def refuse_absurd(name: str, channels: int, sample_rate: int) -> None:
    """Raise SoundError for channel counts and sample rates that no recording has."""
    if 1 <= channels <= MOST_CHANNELS and LOWEST_RATE <= sample_rate <= HIGHEST_RATE:
        return
    noun = "channel" if channels == 1 else "channels"
    raise SoundError(
        Problem.ABSURD_FORMAT,
        f"“{name}” claims {channels:,} {noun} at {sample_rate:,} Hz, which no recording has; "
        "its header is damaged: get the file again.",
    )


def refuse_absurd_wav(name: str, header: WavHeader) -> None:
    """Raise SoundError where a WAV header states what no recording has."""
    refuse_absurd(name, header.channels, header.sample_rate)
    if header.bits == 0 and header.codec in _CODECS_OF_BITS:
        raise SoundError(
            Problem.ABSURD_FORMAT,
            f"“{name}” claims samples of 0 bits; its header is damaged: get the file again.",
        )


def refuse_unheard(name: str, heard: Heard, *, start_seconds: float, whole: bool) -> None:
    """Raise SoundError where decoding went through but gave nothing to classify.

    Args:
        name: Of the file.
        heard: What was met.
        start_seconds: Where the part that was to be heard begins, 0 for the whole.
        whole: False where only a part was to be heard.
    """
    if heard.input_samples == 0 and heard.failed_packets:
        raise SoundError(
            Problem.DAMAGED,
            f"“{name}” is damaged: none of its {heard.failed_packets:,} packets can be decoded; "
            "copy or download it again.",
        )
    if heard.input_samples == 0 and start_seconds > 0.0:
        raise SoundError(
            Problem.NO_SAMPLES,
            f"“{name}” ends before this part begins, at {start_seconds:.1f} s; get the whole file, "
            "or correct the CUE sheet.",
        )
    if heard.input_samples == 0:
        raise SoundError(
            Problem.NO_SAMPLES, f"“{name}” has a header but no sound behind it; get it again."
        )
    if heard.removed_samples == heard.input_samples:
        raise SoundError(
            Problem.NON_FINITE,
            f"“{name}” holds no numbers that are sound (not-a-number or infinity throughout); "
            "export it again from the program that wrote it.",
        )
    if heard.peak <= SILENT_PEAK < heard.channel_share:
        raise SoundError(
            Problem.SILENT,
            f"“{name}” holds channels that cancel each other out: their mix, by which genres go, "
            "is silent; invert one of them in a sound editor.",
        )
    if heard.peak <= SILENT_PEAK:
        where = "from start to end" if whole else "in the part that was heard"
        raise SoundError(
            Problem.SILENT, f"“{name}” is silent {where}; there is nothing to classify."
        )
    if heard.seconds < SHORTEST_SECONDS:
        raise SoundError(
            Problem.TOO_SHORT,
            f"“{name}” lasts {heard.seconds:.2f} s; a genre needs at least "
            f"{SHORTEST_SECONDS:.1f} s.",
        )


def promised_seconds(source: Source, container_seconds: float | None) -> float | None:
    """Return the length that the header states, None where it only is an estimate."""
    if source.wav is not None:
        return source.wav.promised_seconds
    if source.mpeg_seconds is not None:
        return source.mpeg_seconds
    return container_seconds if source.kind.name in _PROMISING else None


def seconds_of_part(promised_seconds: float | None, span: Span) -> float | None:
    """Return how much of the length that the header states falls into a part of the file."""
    if promised_seconds is None:
        return None
    end_seconds = promised_seconds if span.end_seconds is None else span.end_seconds
    return max(0.0, min(end_seconds, promised_seconds) - span.start_seconds)


def notes(
    path: Path, source: Source, heard: Heard, promised_seconds: float | None
) -> tuple[Note, ...]:
    """Return what a user should know of a file that is classified all the same.

    Args:
        path: Of the file; its extension is compared with its content.
        source: How it was read.
        heard: What was met.
        promised_seconds: The length by the header, None where it does not say or the hearing was
            limited.
    """
    found: list[Note] = []
    lacking = _lacking(heard.seconds, promised_seconds)
    # Damage with sound behind it made a hole; without, the file was cut.
    if lacking and (heard.fails_at_end or not heard.failed_packets):
        sentence = f"It ends early: {lacking}; the genre rests on what is there."
        found.append(Note(Problem.TRUNCATED, sentence))
    found += [Note(Problem.PARTLY_DAMAGED, sentence) for sentence in _damages(source, heard)]
    if heard.seconds > VERY_LONG_SECONDS:
        sentence = f"It lasts {heard.seconds / 3600:.1f} hours; one genre says little of so much."
        found.append(Note(Problem.VERY_LONG, sentence))
    return (*found, *name_notes(path, source.kind))


def name_notes(path: Path, kind: SoundKind) -> tuple[Note, ...]:
    """Return what a user should know of a file's name: that its extension is another kind's."""
    extension = path.suffix.lower()
    if not extension or extension in kind.extensions:
        return ()
    sentence = (
        f"It is a {kind.name} file, though its name ends in {one_line(extension)}; rename it to "
        f"end in {kind.extensions[0]}."
    )
    return (Note(Problem.WRONG_EXTENSION, sentence),)


def _lacking(seconds: float, promised_seconds: float | None) -> str:
    """Return in words how much less was decoded than promised, empty where nothing is lacking."""
    if promised_seconds is None:
        return ""
    missing = promised_seconds - seconds
    if missing <= max(_MISSING_SECONDS, _MISSING_SHARE * promised_seconds):
        return ""
    return f"{seconds:.1f} s of the {promised_seconds:.1f} s that its header promises are there"


def _damages(source: Source, heard: Heard) -> list[str]:
    found = []
    if heard.failed_packets == 1:
        found.append("One damaged packet could not be decoded and was left out.")
    elif heard.failed_packets:
        count = f"{heard.failed_packets:,}"
        found.append(f"{count} damaged packets could not be decoded and were left out.")
    if heard.removed_samples:
        found.append(
            f"{heard.removed_samples:,} samples are not numbers or beyond belief; they were "
            "taken as silence."
        )
    if source.length_field_wrong:
        found.append("Its header gives a wrong length; all sound that is there was read.")
    return found


def format_name(kind: SoundKind, codec: str) -> str:
    """Return container and codec in words, such as "MP3" or "FLAC in Ogg"."""
    name = "PCM" if codec.startswith("pcm_") else _CODEC_NAMES.get(codec, codec.upper())
    return kind.name if name == kind.name else f"{name}{_IN}{kind.name}"


def kind_in(format_name: str) -> SoundKind | None:
    """Return the kind of which `format_name` made these words, None where it did not."""
    name = format_name.rpartition(_IN)[2]
    return next((kind for kind in KINDS if kind.name == name), None)
