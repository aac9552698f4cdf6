"""The catalogue of model packages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from genre_desktop.core import catalogue, places
from tests.acceptance.program import without_privileges


def _own_folder() -> Path:
    folder = places.data_folder() / "models"
    folder.mkdir(exist_ok=True)
    return folder


def _mine() -> dict[str, catalogue.ModelEntry]:
    return {e.name: e for e in catalogue.available_models() if e.folder.parent == _own_folder()}


def test_a_good_package_is_listed_with_its_card() -> None:
    from tests.support import packages

    folder = packages.mel_package(_own_folder())
    (folder / "card.md").write_text("# About it\n", encoding="utf-8")
    [entry] = _mine().values()
    assert entry.refusal == ""
    assert (entry.kind, entry.labels) == ("mel", packages.GTZAN)
    assert entry.card == "# About it\n"
    assert entry.folder == folder


def test_a_bad_package_is_an_entry_that_says_why() -> None:
    for name, content in (("broken", b"{"), ("binary", b"\xff\xfe\x00"), ("empty", b"")):
        folder = _own_folder() / name
        folder.mkdir()
        (folder / "manifest.json").write_bytes(content)
    entries = _mine()
    assert set(entries) == {"broken", "binary", "empty"}
    assert all(entry.refusal.endswith(".") for entry in entries.values())
    chosen = catalogue.default_model()
    assert chosen is None or not chosen.refusal


def _refusals_without_privileges() -> dict[str, str]:
    """Why each of the user's packages is refused to somebody who obeys file permissions."""
    code = (
        "import json; from genre_desktop.core.catalogue import available_models\n"
        "from genre_desktop.core.places import own_models_folder\n"
        "own = [e for e in available_models() if e.folder.parent == own_models_folder()]\n"
        "print(json.dumps({entry.name: entry.refusal for entry in own}))"
    )
    words = [*without_privileges(), sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    refusals: dict[str, str] = json.loads(done.stdout)
    return refusals


def test_a_folder_that_may_not_be_entered_takes_no_other_package_away() -> None:
    from tests.support import packages

    packages.package_of_each_kind(_own_folder())
    closed = _own_folder() / "a closed one"
    closed.mkdir(mode=0)
    try:
        refusals = _refusals_without_privileges()
    finally:
        closed.chmod(0o700)
    assert set(refusals) == {closed.name, "tiny-mel", "tiny-statistics", "tiny-ensemble"}
    assert [name for name, refusal in refusals.items() if refusal] == [closed.name]


def test_an_ensemble_in_a_folder_that_may_not_be_listed_is_refused(tmp_path: Path) -> None:
    from tests.support import packages

    *_, ensemble = packages.package_of_each_kind(tmp_path)
    code = (
        "import sys; from pathlib import Path\n"
        "from genre_desktop.inference.package_files import PackageRefused, read_files\n"
        "try: read_files(Path(sys.argv[1]))\n"
        "except PackageRefused as refused: print(refused.sentence)"
    )
    words = [*without_privileges(), sys.executable, "-c", code, str(ensemble)]
    tmp_path.chmod(0o300)
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    finally:
        tmp_path.chmod(0o700)
    assert f"{tmp_path} cannot be searched" in done.stdout


def test_what_is_no_package_is_not_listed() -> None:
    (_own_folder() / "notes").mkdir()
    (_own_folder() / "read me.txt").touch()
    assert _mine() == {}


def test_the_default_is_the_preferred_of_the_usable_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from tests.support import packages

    monkeypatch.setattr(catalogue, "model_folders", lambda **_: (tmp_path,))
    assert catalogue.default_model() is None
    for name in ("another", catalogue.PREFERENCE[1], catalogue.PREFERENCE[0]):
        packages.mel_package(tmp_path, name)
    chosen = catalogue.default_model()
    assert chosen is not None
    assert chosen.name == catalogue.PREFERENCE[0]
    (chosen.folder / "manifest.json").write_text("{}", encoding="utf-8")
    chosen = catalogue.default_model()
    assert chosen is not None
    assert chosen.name == catalogue.PREFERENCE[1]


def test_looking_at_the_catalogue_loads_neither_onnxruntime_nor_ffmpeg() -> None:
    code = (
        "import sys; from genre_desktop.core import catalogue; catalogue.available_models(); "
        "print([m for m in ('onnxruntime', 'av', 'mutagen', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
