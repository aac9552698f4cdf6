"""What build.spec says of the program for macOS, which no machine here can build."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

_SPEC = Path(__file__).parents[2] / "build.spec"
_PROGRAMS = "# --- The programs ---"


@pytest.fixture
def made() -> dict[str, dict[str, Any]]:
    """What PyInstaller is asked to make on macOS: the words of each request, by its name."""
    asked: dict[str, dict[str, Any]] = {}

    def noted(what: str) -> Any:
        return lambda *_parts, **words: asked.setdefault(what, words)

    icons = SimpleNamespace(program_icon=lambda _work: "icon.icns")
    names = {
        **dict.fromkeys(("LINUX", "WINDOWS"), False),
        **{name: noted(name) for name in ("PYZ", "EXE", "COLLECT", "BUNDLE")},
        **{name: lambda entries: entries for name in ("stripped", "emptied")},
        "MACOS": True,
        "WORK": Path("work"),
        "__version__": "1.2.3-rc1",
        "analysis": SimpleNamespace(pure=[], scripts=[], binaries=[], datas=[]),
        "icons": icons,
    }
    before, heading, programs = _SPEC.read_text(encoding="utf-8").partition(_PROGRAMS)
    assert before
    assert heading
    exec(compile(f"# {programs}", str(_SPEC), "exec"), names)
    return asked


def test_the_program_has_a_window_and_a_place_in_the_dock(made: dict[str, dict[str, Any]]) -> None:
    # PyInstaller begins its list with LSBackgroundOnly=True for a console, then takes ours.
    in_background = {"LSBackgroundOnly": True} if made["EXE"]["console"] else {}

    told = {**in_background, **made["BUNDLE"]["info_plist"]}

    assert not told.get("LSBackgroundOnly", False)
