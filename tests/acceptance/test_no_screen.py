"""A window that cannot be opened is one sentence and exit code 2, not an aborted process."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.acceptance.program import program_in
from tests.support.missing import skip_for_want_of

_PLACES_WITHOUT_A_SCREEN = {
    "an X server that is gone": {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"},
    "a Wayland server that is gone": {"WAYLAND_DISPLAY": "gone", "QT_QPA_PLATFORM": "wayland"},
    "a platform that Qt does not know": {"QT_QPA_PLATFORM": "no-such-platform"},
}


@pytest.mark.parametrize("place", _PLACES_WITHOUT_A_SCREEN)
def test_no_screen_is_one_sentence(place: str, tmp_path: Path) -> None:
    if sys.platform != "linux":
        skip_for_want_of("X11 or Wayland")
    settings = _PLACES_WITHOUT_A_SCREEN[place] | {"XDG_RUNTIME_DIR": str(tmp_path)}

    run = replace(program_in(tmp_path), settings=tuple(settings.items())).run()

    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith("genre-desktop: No window can be opened on this display")
    assert run.err.count("\n") == 1
