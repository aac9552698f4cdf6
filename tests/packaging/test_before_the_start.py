"""What a packaged program does before its first line, tried in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_BEGINNING = """
import sys
sys._MEIPASS = sys.argv[1]
from tools.package import before_the_start
"""


def _told(script: str, bundle: Path, **settings: str) -> str:
    """What a script prints after the hook has run."""
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + script, bundle],
        env={**os.environ, "PYTHONPATH": str(_ROOT), **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_telemetry_is_off_before_anything_is_imported(tmp_path: Path) -> None:
    script = "import os; print(os.environ['ORT_DISABLE_TELEMETRY'], 'onnxruntime' in sys.modules)"

    assert _told(script, tmp_path, ORT_DISABLE_TELEMETRY="0") == "1 False"


@pytest.mark.skipif(sys.platform != "linux", reason="missing: Linux, where PortAudio is bundled")
def test_sound_is_asked_of_the_bundled_portaudio(tmp_path: Path) -> None:
    """One that is no library is named by the error of loading it."""
    bundled = tmp_path / "libportaudio.so.2"
    bundled.write_bytes(b"no library")
    script = """
try:
    import sounddevice
except OSError as error:
    print(error)
"""

    assert str(bundled) in _told(script, tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="missing: Linux, where the starter sets this")
@pytest.mark.parametrize("before", ["", "/opt/theirs"])
def test_programs_that_it_starts_inherit_the_users_own_libraries(
    tmp_path: Path, before: str
) -> None:
    settings = {"LD_LIBRARY_PATH": str(tmp_path)}
    if before:
        settings["LD_LIBRARY_PATH_ORIG"] = before

    told = _told("import os; print(os.environ.get('LD_LIBRARY_PATH', ''))", tmp_path, **settings)

    assert told == before
