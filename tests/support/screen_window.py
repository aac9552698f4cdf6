"""A program of its own: the real window at a given place, which says what its list holds."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from genre_desktop.app import build


def main() -> int:
    application = QApplication(sys.argv[:1])
    desktop = build(application)
    desktop.services.settings.model = "tiny-mel"

    def tell() -> None:
        for row in desktop.model.playlist.rows:
            state = row.state
            if state.is_finished:
                best = state.best.label if state.best is not None else "-"
                print(f"heard\t{row.track.path}\t{best}", flush=True)

    def answered() -> None:
        if not desktop.services.classification.progress.is_running:
            tell()

    desktop.services.classification.progressed.connect(answered)
    desktop.services.session.restoring_finished.connect(lambda: print("ready", flush=True))
    desktop.window.closing.connect(desktop.close)
    QTimer.singleShot(90_000, desktop.window.close)  # never outlives a test that failed
    desktop.start()
    desktop.window.setGeometry(200, 0, 1000, 700)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
