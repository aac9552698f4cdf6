"""What a Linux desktop wants beside a program: menu entry, icons, metadata, manual, completions."""

import shutil
import sys
from pathlib import Path

from tools.package.completions import write_completions
from tools.package.manual import write_manual
from tools.package.release import ROOT, Release, this_release

_DESKTOP = ROOT / "tools" / "package" / "desktop"

# What the menu entry offers to open; the names are those of shared-mime-info, WAV's old and new.
MIME_TYPES = (
    *("audio/mpeg", "audio/mp2", "audio/flac", "audio/ogg", "audio/mp4", "audio/aac"),
    *("audio/x-wav", "audio/vnd.wave", "audio/x-aiff", "audio/x-aifc", "audio/basic"),
    *("audio/x-ms-wma", "audio/x-wavpack", "audio/x-ape", "audio/x-musepack", "audio/x-tta"),
    *("audio/x-vorbis+ogg", "audio/x-opus+ogg", "audio/x-flac+ogg", "audio/x-speex+ogg"),
    *("audio/x-m4b", "audio/x-matroska", "audio/x-dsf", "audio/x-dff"),
    *("audio/x-mpegurl", "application/vnd.apple.mpegurl", "audio/x-scpls", "application/xspf+xml"),
)


def write_share(share: Path, release: Release) -> None:
    """Write it into a `share` folder, which may hold other programs' files."""
    shutil.copytree(_DESKTOP / "share", share, dirs_exist_ok=True)
    _fill_in(
        share / "applications" / "genre-desktop.desktop", MIME_TYPES=";".join(MIME_TYPES) + ";"
    )
    day = release.moment.partition("T")[0]
    metainfo = share / "metainfo" / "genre-desktop.metainfo.xml"
    _fill_in(metainfo, VERSION=_in_order(release.version), DATE=day)
    for size, name in (("scalable", "genre-desktop"), ("16x16", "genre-desktop-16")):
        target = share / "icons" / "hicolor" / size / "apps" / "genre-desktop.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "resources" / "icons" / f"{name}.svg", target)
    write_manual(share / "man" / "man1", release)
    write_completions(share)


def _fill_in(file: Path, **words: str) -> None:
    text = file.read_text(encoding="utf-8")
    for name, value in words.items():
        text = text.replace(name, value)
    file.write_text(text, encoding="utf-8", newline="\n")


def _in_order(version: str) -> str:
    """A version as AppStream compares them: "1.0.0rc1" comes before "1.0.0" as "1.0.0~rc1"."""
    for sign in ("rc", "b", "a", "-"):
        before, found, after = version.partition(sign)
        if found:
            return f"{before.rstrip('-')}~{found.strip('-')}{after}"
    return version


if __name__ == "__main__":  # for those who package for a distribution
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.package.share DIR/usr")
    write_share(Path(sys.argv[1]) / "share", this_release())
