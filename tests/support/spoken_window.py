"""A program of its own: the real window with so many heard tracks, for the accessibility bus."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from genre_desktop.app import build
from genre_desktop.core.track import Outcome, Track
from tests.core.answers import answered, verdict
from tests.support.window import InstantListener

_VERDICT = verdict("tiny-mel")


def main() -> int:
    count = int(sys.argv[1])
    application = QApplication(sys.argv[:1])
    desktop = build(application, lambda _: InstantListener(_answer))
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)  # there are no such files
    tracks = [Track(Path(f"/music/{number:05}.mp3")) for number in range(count)]

    def list_them() -> None:
        desktop.model.add_tracks(tracks)
        desktop.model.take_outcomes([_answer(track) for track in tracks])
        desktop.table.selectRow(0)
        desktop.table.setFocus()
        print("ready", flush=True)

    desktop.services.session.restoring_finished.connect(list_them)
    desktop.window.closing.connect(desktop.close)
    QTimer.singleShot(90_000, desktop.window.close)  # never outlives a test that failed
    desktop.start()
    return application.exec()


def _answer(track: Track) -> Outcome:
    return answered(track.path, str(track.path))._replace(verdict=_VERDICT)


if __name__ == "__main__":
    sys.exit(main())
