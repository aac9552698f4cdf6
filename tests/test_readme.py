"""The README's figures are those of the packages."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("package", "shown"),
    [
        ("gtzan-cnn", ("whole clip", "by itself")),
        ("gtzan-svc", ("mean", "by itself")),
        ("gtzan-ensemble", ("whole clip",)),
        ("fma-cnn", ("snapshots", "3 seconds alone")),
        ("everyday-cnn", ("whole clip", "by itself")),
    ],
)
def test_accuracy_in_the_readme_is_that_of_the_package(
    package: str, shown: tuple[str, ...]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    manifest = json.loads((ROOT / "models" / package / "manifest.json").read_text("utf-8"))
    for words in shown:
        (metric,) = [
            each
            for each in manifest["metrics"]
            if words in each["name"] and "timeline" not in each["name"]
        ]
        value, low, high = (f"{100 * metric[key]:.1f}" for key in ("value", "low", "high"))
        assert f"{value} [{low}, {high}]" in readme
        assert str(metric["n"]) in readme
