"""Which names a scan takes for music at once, which it looks into, and which it passes by."""

import os
from pathlib import Path

from genre_desktop.dsp.regular_file import open_plain
from genre_desktop.dsp.sniff import AUDIO_EXTENSIONS, HEAD_BYTES, sniff

PLAYLIST_EXTENSIONS = frozenset({".m3u", ".m3u8", ".pls", ".xspf"})
_SHEET_EXTENSION = ".cue"

# Other programs use these names too: TypeScript, device trees, archives, playlists of RealPlayer.
_AMBIGUOUS = frozenset({".ts", ".mts", ".dts", ".snd", ".ram"})
_MUSIC = AUDIO_EXTENSIONS - _AMBIGUOUS

# Met beside music so often that opening each to see that it is none would take longer than the
# scan. What is in neither list is opened and judged by its content.
_OTHER = PLAYLIST_EXTENSIONS | {
    f".{ending}"
    for group in (
        "cue log accurip sfv md5 ffp sha1 sha256 nfo txt md rst lrc srt ass sub idx vtt",
        "jpg jpeg png gif bmp tif tiff webp svg ico heic avif psd xcf raw cr2 nef",
        "pdf doc docx odt ods odp rtf xls xlsx ppt pptx epub mobi htm html xml css url",
        "zip rar 7z gz bz2 xz zst tar tgz iso dmg exe dll so dylib msi deb rpm apk jar",
        "py pyc js json yaml yml toml ini cfg conf sh bat c h cpp hpp rs go java o a",
        "db sqlite sqlite3 dat bak tmp part crdownload torrent lnk desktop plist itl itc2",
        "csv tsv parquet npy npz h5 onnx pt pth pkl ttf otf woff woff2",
        "mid midi kar mod xm it s3m mscz ly gp5 als flp rpp ptx cpr asd reapeaks sfk pk",
    )
    for ending in group.split()
}


def extension_of(name: str) -> str:
    """The extension in small letters with its dot, empty where there is none."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path for each of 50,000 names is slow


def named_like_music(name: str) -> bool:
    """Whether the name alone says music."""
    return extension_of(name) in _MUSIC


def is_sheet(name: str) -> bool:
    """Whether the name is that of a CUE sheet."""
    return name[-len(_SHEET_EXTENSION) :].lower() == _SHEET_EXTENSION


def may_be_music(name: str) -> bool:
    """Whether the name does not speak against music."""
    return extension_of(name) not in _OTHER


def holds_music(path: Path) -> bool:
    """Whether the first bytes are those of a sound file.

    Raises:
        OSError: It cannot be read.
    """
    with open_plain(path) as file:
        return sniff(file.read(HEAD_BYTES), path.name) is not None
