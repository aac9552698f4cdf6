"""`make package`: the program as a folder and an archive, with checksum and list of parts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.package import archive, licences, limits, sbom, share, sources
from tools.package.parts import Parts, normalised, read_parts
from tools.package.release import BUILD, DIST, ROOT, Release, this_release

_RECORD = BUILD / "work" / "build" / "parts.json"
_LOG = BUILD / "pyinstaller.log"


class NotMade(Exception):
    """A sentence that says why there is no program."""


def main(arguments: Sequence[str]) -> int:
    """Make the release; the exit status is 1 where something is wrong with it.

    Args:
        arguments: "--unless-made" leaves an archive alone that was made of the same sources,
            "--twice" makes it again and names what differs.
    """
    release = this_release()
    digest = sources.digest()
    if "--unless-made" in arguments and sources.is_made(release, digest):
        return 0
    try:
        packed = _make(release)
        if "--twice" in arguments:
            _make_again(release, packed)
        sources.note(release, digest)
    except (NotMade, limits.TooLarge) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _make(release: Release) -> Path:
    """Make the release; the path of its archive."""
    print(f"Building {release.name} (a minute or two) …", flush=True)
    _run_pyinstaller(release)
    parts = read_parts(_RECORD)
    _refuse_what_is_not_locked(parts)
    _place(release)
    licences.write_licences(release.folder, parts, release.version)
    if release.system.startswith("linux"):
        share.write_share(release.folder / "share", release)
        shutil.copy(ROOT / "tools" / "package" / "desktop" / "install.sh", release.folder)
    sbom_file = DIST / f"{release.name}.cdx.json"
    sbom.write_sbom(sbom_file, parts, release)
    shutil.copyfile(sbom_file, release.folder / "sbom.cdx.json")
    archive.settle_times(release.folder, release.epoch)
    packed = archive.pack(release)
    archive.write_checksums([packed, sbom_file])
    limits.check(release.folder, packed)
    _tell(release, packed)
    return packed


def _make_again(release: Release, packed: Path) -> None:
    """Make a release once more.

    Raises:
        NotMade: The archives differ; the sentence names the files.
    """
    first, first_packed = archive.digests(release.folder), archive.sha256_of(packed)
    _make(release)
    second = archive.digests(release.folder)
    differing = sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )
    if differing:
        raise NotMade(f"A second build of the same sources differs in: {', '.join(differing)}")
    if archive.sha256_of(packed) != first_packed:
        raise NotMade("A second build has the same files, but another archive.")
    print("A second build gave the same archive, byte for byte.")


def _run_pyinstaller(release: Release) -> None:
    arguments = ("--noconfirm", "--clean", "--distpath", str(BUILD / "program"))
    command = (sys.executable, "-m", "PyInstaller", *arguments, "--workpath", str(BUILD / "work"))
    settings = {
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(release.epoch),
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",  # unpacking modules would cost at each start
    }
    BUILD.mkdir(exist_ok=True)
    with _LOG.open("wb") as log:
        done = subprocess.run(
            (*command, str(ROOT / "build.spec")),
            cwd=ROOT,
            env={**os.environ, **settings, "PYINSTALLER_CONFIG_DIR": str(BUILD / "pyinstaller")},
            stdout=log,
            stderr=log,
            check=False,
        )
    if done.returncode != 0:
        last = _LOG.read_text(errors="replace").strip().splitlines()[-1:]
        raise NotMade(f"PyInstaller failed: {''.join(last)} (All that it said: {_LOG})")


def _refuse_what_is_not_locked(parts: Parts) -> None:
    """Refuse packages that only this environment has: another would make another program."""
    lock = (ROOT / "requirements" / "package.lock").read_text(encoding="utf-8")
    locked = {line.partition("==")[0] for line in lock.splitlines() if "==" in line}
    unknown = sorted(name for name in parts.packages if normalised(name) not in locked)
    if unknown or parts.strangers:
        places = ", ".join([*unknown, *(file.place for file in parts.strangers)])
        raise NotMade(f"build.spec lets slip in what is not in the lock: {places}")


def _place(release: Release) -> None:
    """Move what PyInstaller made into the release's folder."""
    shutil.rmtree(release.folder, ignore_errors=True)
    DIST.mkdir(exist_ok=True)
    made = BUILD / "program"
    bundle = made / "Genre Desktop.app"  # on macOS
    if bundle.exists():
        release.folder.mkdir()
        bundle.rename(release.folder / bundle.name)
    else:
        (made / "genre-desktop").rename(release.folder)


def _tell(release: Release, packed: Path) -> None:
    size_mb = limits.unpacked_mb(release.folder)
    print(
        f"{packed.relative_to(ROOT)}: {packed.stat().st_size / 1e6:.1f} MB, {size_mb:.1f} unpacked"
    )
    print("The largest parts:")
    for part in limits.largest(release.folder):
        print(f"  {part.size_mb:5.1f} MB  {part.place}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
