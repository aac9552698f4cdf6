"""Opens the window, with a log and a last resort that stand before it does."""

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from genre_desktop import __version__
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import PlaceUnavailable, log_folder
from genre_desktop.core.user_folders import user_folders
from genre_desktop.services.application import Application
from genre_desktop.services.end_signals import EndSignals
from genre_desktop.services.last_resort import LastResort, versions
from genre_desktop.services.log_file import LogFile
from genre_desktop.services.no_screen import said_rather_than_aborted
from genre_desktop.services.short_pauses import keep_pauses_short
from genre_desktop.ui.failed_start import failed_start
from genre_desktop.ui.opened_files import OpenedFiles

_log = logging.getLogger(__name__)


def run(
    paths: Sequence[Path],
    *,
    safe_mode: bool = False,
    watch: Callable[[GenreDesktop], None] | None = None,
) -> int:
    """Open the window with some paths loaded and return the exit status when it was closed.

    Args:
        paths: Files, folders and playlists.
        safe_mode: With nothing of the user's: default settings, an empty list.
        watch: Takes the application before its window is shown, to measure it.
    """
    log = LogFile()
    log.take_qt_messages()
    with said_rather_than_aborted():
        qt = Application(sys.argv[:1])
    QCoreApplication.setApplicationName("Genre Desktop")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("genre-desktop")  # where Wayland finds the icon
    if QLocale.system().language() is QLocale.Language.C:  # which knows no groups of thousands
        QLocale.setDefault(QLocale(QLocale.Language.English))
    last_resort, end_signals = LastResort(), EndSignals()
    end_signals.asked.connect(lambda: _end(qt))
    end_signals.install()
    last_resort.install()
    try:
        desktop = _built(qt, log, safe_mode=safe_mode)
        if desktop is None:
            return 1
        opened = OpenedFiles(desktop.services.session, desktop.window, desktop.adding)
        qt.file_opened.connect(opened.take)
        last_resort.crashed.connect(desktop.dialogs.show_error)
        desktop.window.painted.connect(keep_pauses_short)
        desktop.window.painted.connect(lambda: _open_log(log, _teller(desktop)))
        if watch is not None:
            watch(desktop)
        desktop.start(paths)
        try:
            return qt.exec()
        finally:
            desktop.close()
            log.close()
            from genre_desktop.ui.deleted import tell_deleted  # not before the window

            tell_deleted(desktop.services.kept)
            desktop.services.user_folders.forget()
    finally:
        last_resort.uninstall()
        end_signals.uninstall()
        log.close()


def _end(qt: QApplication) -> None:
    from genre_desktop.ui.dialog_frame import FramedDialog  # not before the window

    for widget in qt.topLevelWidgets():
        if isinstance(widget, FramedDialog):
            widget.may_ask = False  # nobody may be there to answer
    qt.closeAllWindows()  # also the one that tells why there is no other
    qt.quit()


def _teller(desktop: GenreDesktop) -> Callable[[str], object]:
    """What tells that there is no log; where nothing is kept at all, that was said already."""
    is_said = bool(desktop.services.user_folders.why)
    return _log.warning if is_said else desktop.services.messages.problem


def _built(qt: QApplication, log: LogFile, *, safe_mode: bool) -> GenreDesktop | None:
    """The application, or None once the user was told why there is none."""
    try:
        return build(qt, folders=user_folders(safe_mode=safe_mode))
    except Exception as error:  # noqa: BLE001 - whatever it is, there is no window to show it
        _log.exception("The window could not be built.")
        sentence = f"The window could not be opened ({type(error).__name__}: {error})."
        report = f"{versions()}\n\n{traceback.format_exc()}"
    print(f"genre-desktop: {sentence}", file=sys.stderr)
    _open_log(log, _log.error)
    failed_start(sentence, report).exec()
    return None


def _open_log(log: LogFile, tell: Callable[[str], object]) -> None:
    try:
        file = log.open(log_folder())
    except (OSError, PlaceUnavailable) as error:
        tell(f"No log is written: {error}")
        return
    if log.tells_of_fault:
        tell(f"Genre Desktop crashed the last time it ran; the log {file} says where.")
