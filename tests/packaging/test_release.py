"""Archives that come out the same, lists of parts, icons, Windows' version, empty libraries."""

import ctypes
import importlib.util
import json
import os
import re
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tools.package import archive, icons, limits, sources
from tools.package.parts import Parts, read_parts
from tools.package.release import ROOT, Release
from tools.package.sbom import sbom
from tools.package.stand_ins import NoStandIn, write_stand_in
from tools.package.wheel_libraries import LIBRARY, notices_of, origin_of
from tools.package.windows_version import numbers

_RELEASE = Release("1.0.0", "linux-x86_64", 1_700_000_000)


def _folder(root: Path, mask: int) -> Path:
    """The same files, written at another time by somebody with another mask."""
    folder = root / _RELEASE.name
    before = os.umask(mask)
    try:
        (folder / "b").mkdir(parents=True)
        (folder / "b" / "one").write_bytes(b"1")
        (folder / "a").write_bytes(b"2")
        (folder / "a").chmod(0o755)
        (folder / "c").symlink_to("a")
    finally:
        os.umask(before)
    return folder


def test_the_same_files_give_the_same_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for number, mask in enumerate((0o022, 0o077)):
        root = tmp_path / str(number)
        monkeypatch.setattr("tools.package.release.DIST", root)
        monkeypatch.setattr(archive, "DIST", root)
        archive.settle_times(_folder(root, mask), _RELEASE.epoch)
        made.append(archive.pack(_RELEASE).read_bytes())

    assert made[0] == made[1]


def test_times_are_settled_where_links_have_none_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_times = os.utime

    def as_windows_does(
        path: Path, times: tuple[int, int], *, follow_symlinks: bool = True
    ) -> None:
        if not follow_symlinks:
            raise NotImplementedError("utime: follow_symlinks unavailable on this platform")
        set_times(path, times)

    folder = _folder(tmp_path, 0o022)
    with monkeypatch.context() as windows:
        windows.setattr(os, "utime", as_windows_does)
        archive.settle_times(folder, _RELEASE.epoch)

    times = {path.stat().st_mtime for path in (folder, *folder.rglob("*"))}
    assert times == {_RELEASE.epoch}


def test_an_archive_holds_rights_links_and_no_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.package.release.DIST", tmp_path)
    monkeypatch.setattr(archive, "DIST", tmp_path)
    archive.settle_times(_folder(tmp_path, 0o022), _RELEASE.epoch)

    with tarfile.open(archive.pack(_RELEASE)) as packed:
        entries = {entry.name.removeprefix(_RELEASE.name): entry for entry in packed}

    assert list(entries) == ["", "/a", "/b", "/b/one", "/c"]
    assert (entries["/a"].mode, entries["/b/one"].mode) == (0o755, 0o644)
    assert entries["/c"].linkname == "a"
    assert {entry.uname for entry in entries.values()} == {"root"}
    assert {entry.mtime for entry in entries.values()} == {_RELEASE.epoch}


def test_a_program_that_has_grown_too_large_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    with packed.open("wb") as file:
        file.truncate(126_000_000)

    with pytest.raises(limits.TooLarge, match=r"126\.0 MB packed; 125 MB"):
        limits.check(tmp_path / "empty", packed)


def test_the_largest_parts_come_first(tmp_path: Path) -> None:
    for name, size in (("small", 10), ("large", 1_000), ("middle", 100)):
        (tmp_path / name).write_bytes(b"x" * size)

    assert [part.place for part in limits.largest(tmp_path, 2)] == ["large", "middle"]


def test_the_list_of_parts_is_the_same_twice() -> None:
    first, second = (json.dumps(sbom(Parts(), _RELEASE)) for _ in range(2))

    assert first == second
    assert json.loads(first)["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


def test_an_archive_is_of_other_sources_once_a_document_in_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {name: tmp_path / name for name in sources.FILES}
    for file in named.values():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("before")
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    before = sources.digest()
    told = []
    for file in named.values():
        file.write_text("after")
        told.append(sources.digest())

    assert len({before, *told}) == 1 + len(named)
    assert {"THIRD_PARTY.md", "training/RESULTS.md"} <= set(named)


def test_parts_are_known_where_the_environment_lies_behind_a_link(tmp_path: Path) -> None:
    found = importlib.util.find_spec("mutagen")
    assert found is not None
    assert found.origin is not None
    packages = tmp_path / "site-packages"
    packages.symlink_to(Path(found.origin).parents[1])
    record = tmp_path / "parts.json"
    source = str(packages / "mutagen" / "__init__.py")
    record.write_text(json.dumps([["mutagen", source, "PYMODULE"]]), encoding="utf-8")

    parts = read_parts(record)

    assert (list(parts.packages), parts.strangers) == (["mutagen"], [])


@pytest.mark.skipif(sys.platform != "linux", reason="missing: Linux, where wheels are so built")
def test_every_library_in_the_wheel_of_pyav_is_told_with_its_licence() -> None:
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| av \|.*$", told, re.MULTILINE)
    files = sorted(_library_of_ffmpeg("libavcodec").parent.iterdir())
    names = {found["name"] for file in files if (found := LIBRARY.match(file.name))}
    origins = {name: origin_of("av", name) for name in names}

    assert len(names) > 20
    assert [name for name, origin in origins.items() if origin is None] == []
    assert [one.work for one in origins.values() if one is not None and one.work not in row] == []
    notices = list(notices_of("av", files))
    assert {notice.stem for notice in notices} >= {"opus", "dav1d", "libvpx", "libwebp"}
    assert all(len(notice.read_text(encoding="utf-8")) > 1_000 for notice in notices)


@pytest.mark.parametrize(
    ("version", "expected"),
    [("1.2.3", (1, 2, 3, 0)), ("1.0.0rc1", (1, 0, 0, 0)), ("0.1", (0, 1, 0, 0))],
)
def test_windows_gets_the_numbers_of_a_version(
    version: str, expected: tuple[int, int, int, int]
) -> None:
    assert numbers(version) == expected


@pytest.mark.parametrize("ending", ["ico", "icns"])
def test_the_icon_is_drawn_for_windows_and_macos(ending: str, tmp_path: Path, qapp: object) -> None:
    with Image.open(icons.draw(tmp_path / f"icon.{ending}")) as icon:
        widths = {size[0] for size in icon.info["sizes"]}

    assert {16, 32, 128, 256} <= widths


def test_the_smallest_icon_has_whole_pixels_only(tmp_path: Path, qapp: object) -> None:
    """Away from the rounded corners every pixel has a colour of the drawing."""
    with Image.open(icons.draw(tmp_path / "icon.ico")) as icon:
        small = icon.ico.getimage((16, 16)).convert("RGB")  # type: ignore[attr-defined] # ICO files have it
    text = icons.drawing_for(16).read_text()
    colours = {part[:6].upper() for part in text.split('fill="#')[1:]}
    inner = [small.getpixel((x, y)) for x in range(1, 15) for y in range(3, 13)]

    assert {"".join(f"{value:02X}" for value in pixel) for pixel in inner} <= colours


@pytest.mark.package
def test_the_programs_for_windows_say_that_they_know_long_paths() -> None:
    """Beyond 260 characters Windows opens a path only where the program's manifest says so."""
    from PyInstaller.utils.win32 import winmanifest

    manifest = winmanifest.create_application_manifest().decode()

    assert re.search(r"<longPathAware[^>]*>true</longPathAware>", manifest)


def _library_of_ffmpeg(beginning: str) -> Path:
    """One of those that PyAV's wheel carries."""
    found = importlib.util.find_spec("av")
    assert found is not None
    assert found.origin is not None
    (library,) = (Path(found.origin).parents[1] / "av.libs").glob(f"{beginning}-*")
    return library


@pytest.mark.skipif(sys.platform != "linux", reason="missing: Linux, where libraries are emptied")
def test_an_emptied_library_has_what_is_wanted_of_it_and_says_no(
    tmp_path: Path, tool: Callable[[str], str]
) -> None:
    tool("ld")
    encoder = _library_of_ffmpeg("libSvtAv1Enc")
    stand_in = tmp_path / encoder.name

    write_stand_in(encoder, [_library_of_ffmpeg("libavcodec")], -1, stand_in)

    loaded = ctypes.CDLL(str(stand_in))
    assert loaded.svt_av1_enc_init_handle() == -1
    assert loaded.svt_av1_enc_send_picture() == -1
    assert stand_in.stat().st_size < encoder.stat().st_size / 100


@pytest.mark.skipif(sys.platform != "linux", reason="missing: Linux, where libraries are emptied")
def test_a_library_of_which_data_are_wanted_is_not_emptied(
    tmp_path: Path, tool: Callable[[str], str]
) -> None:
    tool("ld")

    with pytest.raises(NoStandIn, match="x264_levels"):
        write_stand_in(
            _library_of_ffmpeg("libx264"), [_library_of_ffmpeg("libavcodec")], 0, tmp_path / "none"
        )
