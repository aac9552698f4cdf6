"""What several tests of services stand on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.missing import need_tool
from tests.support.session_bus import PROGRAMS, PrivateBus


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    """A session bus of its own, or a skip by the name of the program that is missing."""
    for program in PROGRAMS:
        need_tool(program)
    private = PrivateBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private.address)
    yield private
    private.close()
