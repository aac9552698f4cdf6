"""The desktop's wish for less motion is the preference's default, until the user chooses."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.services.desktop_motion import DesktopMotion
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player
from genre_desktop.services.player.session_bus import SessionBus
from tests.support.portal import Settings, portal
from tests.support.session_bus import PrivateBus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: a Linux desktop")

PATIENCE = 60_000  # ms: a library has to be loaded
STANDARD: Settings = {"org.freedesktop.appearance": {"reduced-motion": 1}}
GNOME: Settings = {"org.gnome.desktop.interface": {"enable-animations": False}}
STILL_MOVING: Settings = {
    "org.freedesktop.appearance": {"reduced-motion": 0},
    "org.gnome.desktop.interface": {"enable-animations": True},
}


@pytest.fixture
def settings(tmp_path: Path) -> PlaybackSettings:
    return PlaybackSettings(tmp_path / "settings.ini")


@pytest.fixture
def session(settings: PlaybackSettings, qapp: object) -> Iterator[SessionBus]:
    player = Player(PlayOrder([]))
    session = SessionBus(player, settings)
    yield session
    session.close()
    player.close()


@pytest.fixture
def motion(bus: PrivateBus, session: SessionBus, settings: PlaybackSettings) -> DesktopMotion:
    return DesktopMotion(session, settings)


def answered(motion: DesktopMotion) -> bool:
    """Whether no question is open."""
    return not motion.children()


class _Questions(QObject):
    """How many were asked: an answer may be there before a wait for the question is over."""

    def __init__(self, motion: DesktopMotion) -> None:
        super().__init__()
        self.count = 0
        motion.installEventFilter(self)

    def eventFilter(self, _motion: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.ChildAdded
        return False


def ask(motion: DesktopMotion, session: SessionBus, qtbot: QtBot) -> None:
    """Ask as at a start, and wait for all answers."""
    questions = _Questions(motion)
    motion.start()
    with qtbot.waitSignal(session.appeared, timeout=PATIENCE):
        session.start()
    qtbot.waitUntil(lambda: questions.count >= 2 and answered(motion), timeout=PATIENCE)


@pytest.mark.parametrize("method", ["ReadOne", "Read"])
@pytest.mark.parametrize(
    ("said", "reduced"), [(STANDARD, True), (GNOME, True), (STILL_MOVING, False), ({}, False)]
)
def test_either_setting_of_the_portal_is_the_default(
    said: Settings,
    reduced: bool,
    method: str,
    *,
    motion: DesktopMotion,
    session: SessionBus,
    settings: PlaybackSettings,
    bus: PrivateBus,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    told: list[bool] = []
    settings.reduced_motion_changed.connect(told.append)
    with portal(bus.address, said, method):
        ask(motion, session, qtbot)
    assert settings.reduced_motion is reduced
    assert told == [True] * reduced
    settings.flush()
    assert not PlaybackSettings(tmp_path / "settings.ini").reduced_motion  # nothing is written


def test_what_the_user_chose_wins_for_good(
    motion: DesktopMotion,
    session: SessionBus,
    settings: PlaybackSettings,
    bus: PrivateBus,
    qtbot: QtBot,
) -> None:
    settings.reduced_motion = True
    settings.reduced_motion = False
    told: list[bool] = []
    settings.reduced_motion_changed.connect(told.append)
    with portal(bus.address, STANDARD):
        ask(motion, session, qtbot)
    assert not settings.reduced_motion
    assert not told


def test_a_choice_against_the_desktop_is_remembered(tmp_path: Path) -> None:
    settings = PlaybackSettings(tmp_path / "settings.ini")
    settings.follow_desktop(reduces_motion=True)
    settings.reduced_motion = False
    settings.flush()
    later = PlaybackSettings(tmp_path / "settings.ini")
    later.follow_desktop(reduces_motion=True)
    assert not later.reduced_motion


def test_a_portal_that_never_answers_holds_nothing_up(
    motion: DesktopMotion,
    session: SessionBus,
    settings: PlaybackSettings,
    bus: PrivateBus,
    qtbot: QtBot,
) -> None:
    with portal(bus.address, STANDARD, "Silence"):
        with qtbot.waitSignal(session.appeared, timeout=PATIENCE):
            session.start()
        assert "genre_desktop" in bus.names(qtbot)  # the window and the bus go on meanwhile
        assert not answered(motion)
        session.close()
    assert not settings.reduced_motion


def test_without_a_portal_motion_stays(
    motion: DesktopMotion, session: SessionBus, settings: PlaybackSettings, qtbot: QtBot
) -> None:
    ask(motion, session, qtbot)
    assert not settings.reduced_motion


def test_nothing_is_asked_without_a_bus(
    monkeypatch: pytest.MonkeyPatch,
    session: SessionBus,
    settings: PlaybackSettings,
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    motion = DesktopMotion(session, settings)
    motion.start()
    session.start()
    assert answered(motion)
    assert not settings.reduced_motion
