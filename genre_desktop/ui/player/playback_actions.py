"""The commands of playing: their words, icons, keys and marks."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from genre_desktop.core.play_order import Repeat
from genre_desktop.ui.action_set import ActionSet
from genre_desktop.ui.icons import Icons

Key = Qt.Key
REPEAT_ICONS = {Repeat.OFF: "repeat", Repeat.ALL: "repeat", Repeat.ONE: "repeat-one"}


class PlaybackActions(ActionSet):
    """Made once; the menu, the buttons and the keyboard share them."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(icons, parent)
        self.play = self._action(self.tr("&Play"), "play", "Space", self.tr("Play or pause."))
        self.play.setAutoRepeat(False)
        self.stop = self._action(self.tr("&Stop"), "stop", "Shift+Space", self.tr("Stop playing."))
        self.previous = self._action(
            self.tr("Pre&vious track"),
            "previous",
            "Ctrl+Left",
            self.tr("Play from the beginning, or the previous track in its first seconds."),
        )
        self.next = self._action(
            self.tr("&Next track"), "next", "Ctrl+Right", self.tr("Play the next track.")
        )
        self.back = self._action(
            self.tr("&Back 5 seconds"), "", "Shift+Left", self.tr("Hear the last 5 seconds again.")
        )
        self.ahead = self._action(
            self.tr("A&head 5 seconds"), "", "Shift+Right", self.tr("Leave out 5 seconds.")
        )
        self.louder = self._action(self.tr("Lou&der"), "", "Ctrl+Up", self.tr("Play louder."))
        self.softer = self._action(self.tr("Softe&r"), "", "Ctrl+Down", self.tr("Play softer."))
        self.mute = self._marked(
            self.tr("&Mute"), "volume", "Ctrl+M", self.tr("Mute, or let it sound again.")
        )
        self.shuffle = self._marked(
            self.tr("Sh&uffle"), "shuffle", "Ctrl+Shift+U", self.tr("Play in a random order.")
        )
        self.stop_after_this = self._marked(
            self.tr("Stop a&fter this track"), "", "", self.tr("Nothing follows this track.")
        )
        self.repeat = self._action(
            self.tr("Repeat"), "repeat", "", self.tr("Repeat nothing, the list, or this track.")
        )
        self.repeats = self._make_repeats()
        self.go_to_playing = self._action(
            self.tr("&Go to the playing track"),
            "",
            "Ctrl+J",
            self.tr("Show the row of what is heard."),
        )
        self._add_media_keys()
        self.show_playing(playing=False)
        self.show_track(there=False)

    def show_playing(self, *, playing: bool) -> None:
        """Make the play button one that pauses, or one that plays."""
        self.play.setText(self.tr("&Pause") if playing else self.tr("&Play"))
        self.play.setIcon(self._icons.icon("pause" if playing else "play"))

    def show_track(self, *, there: bool) -> None:
        """Grey out what needs a track that is being played."""
        for action in (self.stop, self.previous, self.back, self.ahead, self.stop_after_this):
            action.setEnabled(there)
        self.next.setEnabled(there)
        self.go_to_playing.setEnabled(there)

    def show_repeat(self, repeat: Repeat) -> None:
        """Mark how the list is repeated."""
        self.repeats[repeat].setChecked(True)
        self.repeat.setIcon(self._icons.icon(REPEAT_ICONS[repeat]))
        self.repeat.setCheckable(True)
        self.repeat.setChecked(repeat is not Repeat.OFF)
        self.repeat.setToolTip(self.repeats[repeat].text().replace("&", ""))

    def show_muted(self, *, muted: bool) -> None:
        """Mark whether there is no sound."""
        self.mute.setChecked(muted)
        self.mute.setIcon(self._icons.icon("mute" if muted else "volume"))

    def _add_media_keys(self) -> None:
        """Those of keyboards and headsets, where the desktop leaves them to the window."""
        toggles = Key.Key_MediaPlay, Key.Key_MediaTogglePlayPause, Key.Key_MediaPause
        for action, keys in (
            (self.play, toggles),
            (self.stop, (Key.Key_MediaStop,)),
            (self.previous, (Key.Key_MediaPrevious,)),
            (self.next, (Key.Key_MediaNext,)),
        ):
            action.setShortcuts([*action.shortcuts(), *(QKeySequence(each) for each in keys)])

    def _make_repeats(self) -> dict[Repeat, QAction]:
        group = QActionGroup(self)
        words = {
            Repeat.OFF: self.tr("Repeat n&othing"),
            Repeat.ALL: self.tr("Repeat the &list"),
            Repeat.ONE: self.tr("Repeat this &track"),
        }
        repeats = {}
        for repeat, text in words.items():
            repeats[repeat] = self._marked(text, "", "", text.replace("&", ""))
            group.addAction(repeats[repeat])
        return repeats

    def _marked(self, text: str, icon: str, keys: str, tip: str) -> QAction:
        action = self._action(text, icon, keys, tip)
        action.setCheckable(True)
        return action
