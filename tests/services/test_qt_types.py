"""Threads find every type of Qt made: PySide6 crashes where two make one at once."""

import subprocess
import sys

from tests.support.documents import ROOT

# PySide6 keeps what it still has to make in the module, and puts what it made among its names.
_PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6 import QtGui, QtWidgets
from genre_desktop.services.qt_types import QtTypes
program = QCoreApplication([])
types = QtTypes()
waits = []
QTimer(program, interval=0, timeout=lambda: waits.append(1)).start()
types.made.connect(program.quit)
before = len(vars(QtWidgets))
types.begin()
program.exec()
lacking = [
    f"{name}.{each}"
    for name, module in sys.modules.items() if name.startswith("PySide6.Qt")
    for each in dir(module) if each not in vars(module)
]
print(len(vars(QtWidgets)) > before, len(waits) > 1, lacking)
"""


def test_all_types_are_made_in_several_turns_of_the_event_loop() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("True True []\n", "")
