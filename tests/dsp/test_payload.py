"""The hash of the sound stays when tags change, and changes when the sound does."""

import importlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.payload import payload_hash
from tests.support.badfiles import BAD_FILES
from tests.support.dsd import write_dff, write_dsf
from tests.support.sounds import FORMATS, music, stereo, write_mp3, write_sound

# mutagen has no types
mutagen: Any = importlib.import_module("mutagen")
id3: Any = importlib.import_module("mutagen.id3")
mp4: Any = importlib.import_module("mutagen.mp4")
flac: Any = importlib.import_module("mutagen.flac")
apev2: Any = importlib.import_module("mutagen.apev2")

UNTAGGED_BY_MUTAGEN = {"adts", "ac3", "w64", "au", "caf", "mka"}
TAGGABLE = [kind for kind in FORMATS if kind not in UNTAGGED_BY_MUTAGEN]
COVER = b"\xff\xd8\xff\xe0" + bytes(200_000)


def written(folder: Path, kind: str, seed: int = 0) -> Path:
    name = f"{kind}{seed}{FORMATS[kind].extension}"
    return write_sound(folder / name, stereo(music(3.0, seed=seed)), kind)


def tag(path: Path, title: str) -> None:
    """Give a file a title, and a cover where its format has covers."""
    file = mutagen.File(path)
    assert file is not None
    if file.tags is None:
        file.add_tags()
    if isinstance(file.tags, id3.ID3):
        file.tags.add(id3.TIT2(encoding=3, text=title))
        file.tags.add(id3.APIC(encoding=3, mime="image/jpeg", type=3, desc="", data=COVER))
    elif isinstance(file, mp4.MP4):
        file["©nam"] = title
        file["covr"] = [mp4.MP4Cover(COVER)]
    else:
        file["title"] = title
    if isinstance(file, flac.FLAC):
        picture = flac.Picture()
        picture.type, picture.mime, picture.data = 3, "image/jpeg", COVER
        file.add_picture(picture)
    file.save()


@pytest.mark.parametrize("kind", TAGGABLE)
def test_tags_and_covers_do_not_change_the_hash(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, kind)
    before = payload_hash(path)
    tag(path, "A title" * 1000)
    assert payload_hash(path) == before
    tag(path, "Short")
    assert payload_hash(path) == before


@pytest.mark.parametrize("write", [write_dsf, write_dff])
def test_tags_and_covers_do_not_change_the_hash_of_one_bit_sound(
    write: Callable[[Path, float], Path], tmp_path: Path
) -> None:
    path = write(tmp_path / f"song.{write.__name__[-3:]}", 2.0)
    before = payload_hash(path)
    tag(path, "A title" * 1000)
    assert payload_hash(path) == before
    with open_sound(path) as sound:
        assert list(sound.blocks())
        assert sound.report().promised_seconds is None  # FFmpeg's guess would count the cover


def test_every_tag_that_an_mp3_can_bear_leaves_the_hash_alone(tmp_path: Path) -> None:
    path = write_mp3(tmp_path / "a.mp3", music(3.0))
    before = payload_hash(path)
    ape = apev2.APEv2()
    ape["Title"] = "x" * 3000
    ape.save(path)
    tag(path, "A title")
    id3.ID3(path).save(path, v1=2)
    assert payload_hash(path) == before
    id3.ID3(path).delete()
    assert payload_hash(path) == before


def test_a_hash_is_hexadecimal_and_the_same_again_under_another_name(tmp_path: Path) -> None:
    path = write_mp3(tmp_path / "a.mp3", music(3.0))
    other = shutil.copy(path, tmp_path / "b.mp3")
    assert payload_hash(path) == payload_hash(Path(other))
    assert len(bytes.fromhex(payload_hash(path))) == 20


@pytest.mark.parametrize("kind", FORMATS)
def test_other_sound_has_another_hash(kind: str, tmp_path: Path) -> None:
    hashes = {payload_hash(written(tmp_path, kind, seed)) for seed in (1, 2)}
    assert len(hashes) == 2


def test_the_same_bytes_at_another_rate_are_other_sound(tmp_path: Path) -> None:
    sound = music(2.0)
    slow = write_sound(tmp_path / "slow.wav", sound, "wav", rate=22_050)
    fast = write_sound(tmp_path / "fast.wav", sound, "wav", rate=44_100)
    assert payload_hash(slow) != payload_hash(fast)


def test_a_header_that_promises_another_length_makes_another_hash(tmp_path: Path) -> None:
    names = ("wav length unknown", "wav length too big", "wav length too small")
    paths = [BAD_FILES[name].make(tmp_path) for name in names]
    assert len({payload_hash(path) for path in paths}) == 3
