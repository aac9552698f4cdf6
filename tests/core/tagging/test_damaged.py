"""Files that are damaged at random are left alone, or written and taken back byte for byte."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

import av
import pytest
from av.error import FFmpegError

from tests.support import tagged
from tests.support.tag_run import tag_all, undo_last

FILES: Final = 20  # of a kind


def _changed(data: bytearray, at: int, rng: random.Random) -> None:
    data[at] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256)))


def _longer(data: bytearray, at: int, rng: random.Random) -> None:
    data[at:at] = rng.choice((b"\0", b"ID3", b"TAG", b"APETAGEX", b"OggS", rng.randbytes(100)))


def _shorter(data: bytearray, at: int, rng: random.Random) -> None:
    del data[at : at + rng.choice((1, 2, 4, 10, 100))]


def _twice(data: bytearray, at: int, rng: random.Random) -> None:
    data[at:at] = data[at : at + rng.choice((4, 16, 128, 1_000))]


def _of_another_size(data: bytearray, at: int, rng: random.Random) -> None:
    size = rng.choice((0, 8, len(data), 0x7FFFFFFF, 0xFFFFFFFF))
    data[at : at + 4] = size.to_bytes(4, rng.choice(("big", "little")))


DAMAGES: Final[tuple[Callable[[bytearray, int, random.Random], None], ...]] = (
    _changed,
    _longer,
    _shorter,
    _twice,
    _of_another_size,
)


def damaged(whole: bytes, rng: random.Random) -> bytes:
    """The file with one to three damages, most of them near its beginning or its end."""
    data = bytearray(whole)
    for _ in range(rng.randint(1, 3)):
        near = min(len(data), rng.choice((32, 400, 3_000, len(data))))
        at = rng.randrange(near)
        rng.choice(DAMAGES)(data, rng.choice((at, len(data) - 1 - at)), rng)
    return bytes(data)


def sound_in(path: Path) -> list[bytes]:
    """The sound, by a reader that is none of ours, as far as it comes."""
    found: list[bytes] = []
    try:
        with av.open(str(path), metadata_errors="replace") as file:
            packets = file.demux(file.streams.audio[0])
            found.extend(bytes(packet) for packet in packets if packet.size)  # the last has none
    except (FFmpegError, IndexError):
        pass
    return found


def survive(music: Path, kind: str, files: int, rng: random.Random) -> None:
    """Damages a file in so many ways, tags them all, and takes it back."""
    path = tagged.sound(music, kind)
    whole = [path.read_bytes(), tagged.tagged(path).read_bytes()]
    path.unlink()
    before: dict[Path, bytes] = {}
    for number in range(files):
        one = music / f"{number}{path.suffix}"
        one.write_bytes(damaged(rng.choice(whole), rng))
        before[one] = one.read_bytes()
    sounds = {one: sound_in(one) for one in before}
    journal = music.parent / "tags.sqlite"

    done = tag_all(journal, music, "Hip Hop/Rap", "Rock")

    for written in done:
        assert written.is_written != bool(written.refused), written
        is_changed = written.path.read_bytes() != before[written.path]
        assert is_changed == written.is_written, written
        assert sound_in(written.path) == sounds[written.path], written
    if any(written.is_written for written in done):
        assert not any(undo_last(journal))
    assert {one: one.read_bytes() for one in music.iterdir()} == before


@pytest.mark.parametrize("kind", tagged.KINDS)
def test_damaged_files_lose_nothing(music: Path, kind: str) -> None:
    survive(music, kind, FILES, random.Random(5))


@pytest.mark.soak
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("kind", tagged.KINDS)
def test_thousands_of_damaged_files_lose_nothing(music: Path, kind: str) -> None:
    survive(music, kind, 50 * FILES, random.Random(6))
