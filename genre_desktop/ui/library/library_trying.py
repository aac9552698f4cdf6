"""Tells why the library cannot be shown or kept up to date, and tries again by itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from genre_desktop.services.library.library_services import LibraryServices
from genre_desktop.services.messages import Messages
from genre_desktop.ui.core_sentences import in_our_language

AGAIN_MS: Final = 5_000  # where another program has it locked, each try waits for that by itself
_KEEPING: Final = "library"  # topics of the messages
_LOOKING_THROUGH: Final = "looking through the library"


class LibraryTrying(QObject):
    """A sentence is told once, as long as it holds, however often it is tried.

    Signals:
        changed: There is another reason why the library cannot be shown, or none any more.
    """

    changed = Signal()

    def __init__(
        self,
        library: LibraryServices,
        messages: Messages,
        is_on_show: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Listen to the services.

        Args:
            library: Tells what fails, and is asked again.
            messages: Take the sentences.
            is_on_show: Whether the library is looked at; only then is anything tried again.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._library, self._messages, self._is_on_show = library, messages, is_on_show
        self._told: dict[str, str] = {}  # by topic
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._try_again)
        library.keeping.failed.connect(self._take_not_kept)
        library.keeping.recovered.connect(lambda: self._take_back(_KEEPING))
        library.keeping.told.connect(messages.problem)
        library.browsing.failed.connect(lambda words: self._tell(_LOOKING_THROUGH, words))
        library.browsing.numbers_found.connect(lambda _: self._take_back(_LOOKING_THROUGH))

    @property
    def why(self) -> str:
        """Why there is nothing to show, and what is done about it; empty where nothing failed."""
        sentences = [
            self._told[topic] for topic in (_KEEPING, _LOOKING_THROUGH) if topic in self._told
        ]
        if not sentences:
            return ""
        again = self.tr("It is tried again by itself every few seconds.")
        return f"{in_our_language(sentences[0])} {again}"

    def begin(self) -> None:
        """The library is put on show: what fails from now on is told anew."""
        self._told.clear()

    @Slot(str)
    def _take_not_kept(self, sentence: str) -> None:
        self._tell(_KEEPING, sentence)
        self._again.start()

    @Slot()
    def _try_again(self) -> None:
        if self._is_on_show():  # else it is tried when it is on show the next time
            self._library.keeping.list_anew()

    def _tell(self, topic: str, sentence: str) -> None:
        if self._told.get(topic) != sentence:
            self._told[topic] = sentence
            self._messages.problem(sentence, topic=topic)
            self.changed.emit()

    def _take_back(self, topic: str) -> None:
        self._messages.withdraw(topic)
        if self._told.pop(topic, ""):
            self.changed.emit()
