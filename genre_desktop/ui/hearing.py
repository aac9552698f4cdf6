"""Has tracks heard: new ones, some again, the rest after a stop."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.track import Track
from genre_desktop.services.classification import Classification
from genre_desktop.services.messages import Messages
from genre_desktop.ui.counted import counted
from genre_desktop.ui.steps import NEW_ROWS, Steps, in_parts
from genre_desktop.ui.track_table_model import TrackTableModel

_REST = "rest"  # topic of the message that listening was stopped


class Hearing(QObject):
    """Stands between the list and the listening; thousands of tracks are asked for in steps."""

    def __init__(
        self,
        classification: Classification,
        model: TrackTableModel,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._classification = classification
        self._model = model
        self._messages = messages
        self._steps = Steps(self)
        self._wish = 0  # a stop makes the steps of earlier ones pass over their tracks
        model.tracks_added.connect(self.hear)
        classification.listening.connect(model.take_listening)
        classification.put_back.connect(model.take_put_back)
        messages.answered.connect(self._take_answer)

    @Slot(tuple)
    def hear(self, tracks: Sequence[Track]) -> None:
        """Hear tracks that are in the list; an answer that is known will do."""
        self._begin(tracks, again=False, forgets=False)

    def hear_again(self, tracks: Sequence[Track]) -> None:
        """Forget the answers of tracks and hear them, even where the answer is known."""
        self._begin(tracks, again=True, forgets=True)

    def hear_anew(self, tracks: Sequence[Track]) -> None:
        """Forget the answers of tracks, for the model is another one, and hear them."""
        self._wish += 1
        self._begin(tracks, again=False, forgets=True)

    def hear_newly(self, tracks: Sequence[Track]) -> None:
        """Forget the answers of tracks that another model gave, and hear them after the others."""
        if tracks:
            self._begin(tracks, again=False, forgets=True)

    @Slot()
    def hear_rest(self) -> None:
        """Hear what was left out when the listening was stopped."""
        self.hear(self._model.playlist.left_out())

    @Slot()
    def stop(self) -> None:
        """Give up what is heard and what waits; what is done is kept."""
        was_running = self._classification.progress.is_running or self._steps.is_busy
        self._wish += 1
        self._classification.cancel()
        left = len(self._model.playlist.left_out())
        if was_running and left:
            words = counted(
                left,
                self.tr("Listening was stopped. %1 track was not heard to its end."),
                self.tr("Listening was stopped. %1 tracks were not heard to their end."),
            )
            action = self.tr("Classify the rest")
            self._messages.news(words, action=action, topic=_REST, about_list=True)

    def _begin(self, tracks: Sequence[Track], *, again: bool, forgets: bool) -> None:
        self._messages.withdraw(_REST)
        work = self._asking(tracks, self._wish, again=again)
        if forgets:  # all before the first is asked for, whose answer may come at once
            work = chain(in_parts(tracks, self._model.forget_outcomes), work)
        self._steps.add(work, len(tracks))

    def _asking(self, tracks: Sequence[Track], wish: int, *, again: bool) -> Iterator[None]:
        for start in range(0, len(tracks), NEW_ROWS):
            if wish != self._wish:
                break
            part = tracks[start : start + NEW_ROWS]
            self._model.take_waiting(part)
            self._classification.listen(part, again=again)
            yield
        if not self._classification.progress.is_running:
            self._model.end_turns()  # there is no model, or all was given up meanwhile

    @Slot(str)
    def _take_answer(self, topic: str) -> None:
        if topic == _REST:
            self.hear_rest()
