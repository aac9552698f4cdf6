"""Where two starts of the program meet, and what one hands to the other."""

import subprocess
import sys
from pathlib import Path

import pytest

from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.second_start import Handover, hand_over, meeting, packed, unpacked
from tests.acceptance.program import ROOT, need_posix

HANDOVER = Handover((Path("/music/a b.mp3"), Path("/music/na\udcffme\n.mp3")), "token-1")


def test_what_is_handed_over_arrives_as_it_was() -> None:
    assert unpacked(packed(HANDOVER, b"key"), b"key") == HANDOVER
    assert unpacked(packed(Handover(()), b"key"), b"key") == Handover(())


@pytest.mark.parametrize("message", [packed(HANDOVER, b"another"), b"", b"genre-desktop 2\0key\0"])
def test_what_is_meant_for_another_window_is_not_taken(message: bytes) -> None:
    assert unpacked(message, b"key") is None


def test_profiles_and_screens_do_not_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    here = meeting()
    assert here == meeting()
    monkeypatch.setenv("DISPLAY", ":1")
    assert meeting() != here
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv(HOME_VARIABLE, "/another")
    assert meeting() != here


def test_nobody_meets_where_others_may_look_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_posix("folders for the owner alone")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    tmp_path.chmod(0o755)
    place = meeting()
    assert place is not None
    own = Path(place.address).parent
    assert (own.parent, own.stat().st_mode & 0o777) == (tmp_path, 0o700)
    own.chmod(0o777)
    assert meeting() is None
    assert not hand_over([Path("a.mp3")])


def test_a_start_without_a_window_loads_nothing_to_look_for_one() -> None:
    script = (
        "import sys; from genre_desktop.core.second_start import hand_over; "
        "print(hand_over([]), sorted({'socket', 'multiprocessing.connection'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    need_posix("a socket that is a file")
    assert done.stdout == "False []\n"
