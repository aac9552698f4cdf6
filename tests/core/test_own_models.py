"""Model packages of the user's own: put into their folder and taken out."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from genre_desktop.core.catalogue import ModelEntry, available_models
from genre_desktop.core.own_models import install, remove
from genre_desktop.core.places import own_models_folder
from genre_desktop.inference.package import read_package
from genre_desktop.inference.refusal import PackageRefused
from tests.acceptance.program import snapshot
from tests.support.packages import ensemble_package, mel_package, statistics_package
from tests.support.synced import what_is_synced


def proves_itself(folder: Path) -> None:
    """Stands in for the process that runs golden clips."""
    read_package(folder)


def own() -> dict[str, ModelEntry]:
    folder = own_models_folder()
    return {one.name: one for one in available_models() if one.folder.parent == folder}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return mel_package(tmp_path, "mine")


def archive_of(package: Path, inside: str) -> Path:
    archive = package.with_name(f"{package.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for file in sorted(package.iterdir()):
            opened.write(file, f"{inside}{file.name}")
        opened.writestr(f"{inside}read me.txt", "not part of a package")
    return archive


SOURCES: dict[str, Callable[[Path], Path]] = {
    "folder": lambda package: package,
    "manifest": lambda package: package / "manifest.json",
    "archive": lambda package: archive_of(package, ""),
    "archive of a folder": lambda package: archive_of(package, "mine-1.0/"),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_a_package_is_installed_byte_for_byte(package: Path, kind: str) -> None:
    assert install(SOURCES[kind](package), proves_itself) == "Mine"
    entry = own()["mine"]
    assert not entry.refusal
    files = {file.name: file.read_bytes() for file in entry.folder.iterdir()}
    assert files == {file.name: file.read_bytes() for file in package.iterdir()}
    assert [one.name for one in own_models_folder().iterdir()] == ["mine"]


def test_a_package_is_on_the_disk_before_it_has_its_name(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = what_is_synced(monkeypatch, own_models_folder() / "mine" / "manifest.json")
    install(package, proves_itself)
    files = [one for one in synced if not one.is_folder]
    assert sorted(one.size for one in files) == sorted(
        one.stat().st_size for one in package.iterdir()
    )
    assert {one.in_place for one in files} == {b""}
    folders = [one for one in synced if one.is_folder]
    assert not folders or not folders[0].in_place  # where folders are synchronised, also its own


def refused(source: Path, prove: Callable[[Path], None] = proves_itself) -> str:
    """The sentence with which a package is refused; nothing comes of it."""
    before = snapshot(own_models_folder())
    with pytest.raises(PackageRefused) as told:
        install(source, prove)
    assert snapshot(own_models_folder()) == before
    assert not list(own_models_folder().glob(".*"))
    return told.value.sentence


def test_a_changed_package_is_refused_by_its_own_name(package: Path) -> None:
    with (package / "model.onnx").open("ab") as model:
        model.write(b"\0")
    sentence = refused(package)
    assert "was changed" in sentence
    assert str(package / "model.onnx") in sentence


def test_what_does_not_prove_itself_is_refused(package: Path) -> None:
    def fail(folder: Path) -> None:
        raise PackageRefused(f"{folder} answers otherwise.")

    assert refused(package, fail) == f"{package} answers otherwise."


def test_what_holds_no_package_is_refused(tmp_path: Path, package: Path) -> None:
    (tmp_path / "text.zip").write_text("no archive")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as opened:
        for name in ("a/manifest.json", "b/manifest.json"):
            opened.write(package / "manifest.json", name)
    assert "holds no model package" in refused(tmp_path / "two.zip")
    assert "cannot be read" in refused(tmp_path / "text.zip")
    assert "holds no model package" in refused(tmp_path / "nowhere")
    assert "holds no model package" in refused(package / "card.md")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_an_archive_whose_contents_are_damaged_is_refused(tmp_path: Path, method: int) -> None:
    archive, name = tmp_path / "damaged.zip", "manifest.json"
    with zipfile.ZipFile(archive, "w", method) as opened:
        opened.writestr(name, bytes(range(256)) * 4)
        packed = opened.getinfo(name).compress_size
    content = bytearray(archive.read_bytes())
    first = content.index(name.encode()) + len(name)  # of the packed bytes
    head = 9 if method == zipfile.ZIP_LZMA else 0  # of LZMA's settings
    content[first + head : first + packed] = b"\xff" * (packed - head)
    archive.write_bytes(content)

    assert f"The archive {archive} cannot be read" in refused(archive)


def test_an_archive_with_a_name_that_is_no_text_is_refused(package: Path) -> None:
    archive = archive_of(package, "größer/")
    archive.write_bytes(archive.read_bytes().replace("größer".encode(), b"gr\xffsser\xff"))

    assert f"The archive {archive} cannot be read" in refused(archive)


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("manifest.json", b" " * 8_000_000)
    assert "longer than" in refused(tmp_path / "bomb.zip")


def test_nothing_that_is_there_is_replaced(tmp_path: Path, package: Path) -> None:
    install(package, proves_itself)
    assert "is installed already" in refused(package)
    assert "came with the program" in refused(mel_package(tmp_path, "gtzan-cnn"))
    (own_models_folder() / "other").write_text("a file of the user's")
    assert "is there already" in refused(mel_package(tmp_path, "other"))


def test_an_own_package_is_removed_and_others_stay(package: Path) -> None:
    shipped = next(one for one in available_models() if one.name == "gtzan-cnn")
    install(package, proves_itself)
    remove(own()["mine"])
    assert not own()
    assert list(own_models_folder().iterdir()) == []
    with pytest.raises(PackageRefused, match="came with the program"):
        remove(shipped)


def test_a_member_stays_as_long_as_its_ensemble(tmp_path: Path) -> None:
    mel_package(tmp_path)
    statistics_package(tmp_path)
    for name in ("tiny-mel", "tiny-statistics"):
        install(tmp_path / name, proves_itself)
    install(ensemble_package(tmp_path), proves_itself)
    with pytest.raises(PackageRefused, match="“Tiny ensemble” is made of “Tiny mel”"):
        remove(own()["tiny-mel"])
    for name in ("tiny-ensemble", "tiny-mel"):
        remove(own()[name])
    assert list(own()) == ["tiny-statistics"]


def test_what_a_killed_program_left_is_not_offered_and_goes_in_time(package: Path) -> None:
    models = own_models_folder()
    old, new = (
        mel_package(models, name).rename(models / f".half-done-{name}") for name in ("old", "new")
    )
    os.utime(old, (0, 0))
    assert not own()
    install(package, proves_itself)
    assert sorted(one.name for one in models.iterdir()) == [new.name, "mine"]
