"""Small files of every format whose tags are written, with and without tags in them."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from tests.support import sounds
from tests.support.dsd import write_dff, write_dsf
from tests.support.missing import need_tool, skip_for_want_of

# mutagen is typed in part only
mutagen, id3, mp4, flac, apev2, asf = (
    cast(Any, import_module(name))
    for name in (
        "mutagen",
        "mutagen.id3",
        "mutagen.mp4",
        "mutagen.flac",
        "mutagen.apev2",
        "mutagen.asf",
    )
)

KINDS = (
    "mp3",
    "tta",
    "wav",
    "aiff",
    "flac",
    "oggflac",
    "vorbis",
    "opus",
    "aac",
    "alac",
    "wma",
    "wavpack",
    "dsf",
    "dff",
)
BY_HAND = {"dsf": write_dsf, "dff": write_dff}
PICTURE = b"\xff\xd8\xff picture" * 500


def sound(folder: Path, kind: str, name: str = "song", seconds: float = 0.3) -> Path:
    if kind in BY_HAND:
        return BY_HAND[kind](folder / f"{name}.{kind}", seconds)
    extension = sounds.FORMATS[kind].extension
    return sounds.write_sound(folder / f"{name}{extension}", sounds.music(seconds), kind)


def tagged(path: Path) -> Path:
    """The file with a title, an artist, a year, a picture and a comment, but no genre."""
    found = mutagen.File(path)
    if found.tags is None:
        found.add_tags()
    _put(found)
    found.save()
    return path


def _put(found: Any) -> None:
    family = type(found.tags).__name__
    if isinstance(found.tags, id3.ID3):
        found.tags.add(id3.TIT2(encoding=3, text=["A Title"]))
        found.tags.add(id3.TPE1(encoding=1, text=["Björk 雪"]))
        found.tags.add(id3.TDRC(encoding=0, text=["1999"]))
        found.tags.add(id3.APIC(mime="image/jpeg", type=3, data=PICTURE, desc="front"))
        found.tags.add(id3.TXXX(encoding=3, desc="mood", text=["calm"]))
    elif family == "MP4Tags":
        found["©nam"], found["©ART"], found["©day"] = "A Title", "Björk 雪", "1999"
        found["covr"] = [mp4.MP4Cover(PICTURE)]
        found["----:com.apple.iTunes:mood"] = [b"calm"]
    elif family == "ASFTags":
        found["Title"], found["Author"], found["WM/Year"] = "A Title", "Björk 雪", "1999"
        found["mood"] = asf.ASFByteArrayAttribute(PICTURE)
    elif isinstance(found.tags, apev2.APEv2):
        found["Title"], found["Artist"], found["Year"] = "A Title", "Björk 雪", "1999"
        found["Cover Art (Front)"] = apev2.APEValue(b"c.jpg\0" + PICTURE, apev2.BINARY)
    else:
        found["title"], found["artist"], found["date"] = "A Title", "Björk 雪", "1999"
        found["mood"] = ["calm", "still"]
        if isinstance(found, flac.FLAC):
            picture = flac.Picture()
            picture.type, picture.data = 3, PICTURE
            found.add_picture(picture)


def musepack(folder: Path) -> Path:
    """A Musepack file, made by its own encoder where that is installed."""
    import subprocess

    encoder = need_tool("mpcenc")
    wave = sound(folder, "wav", "for musepack", 1.0)
    path = folder / "song.mpc"
    done = subprocess.run([encoder, "--overwrite", wave, path], capture_output=True, check=False)
    wave.unlink()
    if done.returncode:
        skip_for_want_of("an mpcenc that works")
    return path


MAKERS: dict[str, Callable[[Path], Path]] = {
    **{kind: lambda folder, kind=kind: sound(folder, kind) for kind in KINDS},  # type: ignore[misc] # mypy knows no default of a lambda
    **{
        f"{kind} with tags": lambda folder, kind=kind: tagged(sound(folder, kind))  # type: ignore[misc] # as above
        for kind in KINDS
    },
}
