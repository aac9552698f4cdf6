"""What a packaged program does before its first line: PyInstaller runs this as a runtime hook."""

import os
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

# onnxruntime writes files of its own for telemetry unless this stands before it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
# PortAudio asks JACK for devices; without this JACK would start a server that nobody asked for.
os.environ.setdefault("JACK_NO_START_SERVER", "1")

# The starter puts this program's libraries before the system's. That holds for this process for
# good; other programs that it starts (a file manager) must not inherit it. Its own worker processes
# are told to begin like a program that a person started, and so have the starter do it again.
if sys.platform == "linux":
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    os.environ.pop("LD_LIBRARY_PATH", None)
    path_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if path_before:
        os.environ["LD_LIBRARY_PATH"] = path_before


class _BundledPortAudio:
    """Points sounddevice to the PortAudio beside this program, just before it is imported.

    Its own way asks the system's list of libraries, in which a bundled one does not stand, and
    starts programs to do so.
    """

    def find_spec(self, name: str, *_where: object) -> None:
        if name != "sounddevice":
            return
        sys.meta_path.remove(self)
        import ctypes.util

        bundled = Path(getattr(sys, "_MEIPASS", "")) / "libportaudio.so.2"
        elsewhere = ctypes.util.find_library
        ctypes.util.find_library = lambda name: (
            str(bundled) if name == "portaudio" and bundled.exists() else elsewhere(name)
        )


class _NoOpenGL:
    """Two modules of Qt that pyqtgraph imports even where it paints without OpenGL, as here.

    They and their library are 10 MB; `build.spec` leaves them out. What stands here instead has
    the one name that pyqtgraph looks up while it is imported.
    """

    names = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")

    def find_spec(self, name: str, *_where: object) -> ModuleSpec | None:
        if name not in self.names:
            return None
        return ModuleSpec(name, self)  # type: ignore[arg-type] # importlib.abc imports archives

    def create_module(self, _spec: ModuleSpec) -> None:
        return None  # an ordinary one

    def exec_module(self, module: ModuleType) -> None:
        if module.__name__ == "PySide6.QtOpenGLWidgets":
            from PySide6.QtWidgets import QWidget

            module.QOpenGLWidget = QWidget  # type: ignore[attr-defined] # it is being made


sys.meta_path.insert(0, _NoOpenGL())
if sys.platform == "linux":
    sys.meta_path.insert(0, _BundledPortAudio())
