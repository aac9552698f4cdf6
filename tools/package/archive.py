"""The archive of a release and its checksum, the same bytes whenever they are made again."""

import gzip
import hashlib
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

from tools.package.release import DIST, Release


def settle_times(folder: Path, epoch: int) -> None:
    """Give every file and folder the release's time, and rights that do not depend on the umask."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        # Windows knows no times of links themselves.
        os.utime(path, (epoch, epoch), follow_symlinks=os.utime not in os.supports_follow_symlinks)
    folder.chmod(0o755)
    os.utime(folder, (epoch, epoch))


def pack(release: Release) -> Path:
    """Write the archive of a release's folder; its path."""
    if release.system.startswith("windows"):
        made = shutil.make_archive(str(release.folder), "zip", DIST, release.name)
        return Path(made)
    target = DIST / f"{release.name}.tar.gz"
    unfinished = target.with_suffix(".unfinished")
    with (
        unfinished.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=release.epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in [release.folder, *sorted(release.folder.rglob("*"))]:
            archive.add(path, path.relative_to(DIST), recursive=False, filter=_nobodys)
    unfinished.replace(target)
    return target


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def write_checksums(files: list[Path]) -> Path:
    """Write SHA256SUMS beside some files, as `sha256sum --check` reads it; its path."""
    lines = [f"{sha256_of(file)}  {file.name}\n" for file in sorted(files)]
    target = DIST / "SHA256SUMS"
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file in hex."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path from there."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {file.relative_to(folder).as_posix(): sha256_of(file) for file in files}


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack an archive into a folder as its users do; the path of the program's folder."""
    subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
    return folder / archive.name.removesuffix(".tar.gz")
