"""Pictures of tags that are written, taken back and ruled: real files, genres invented."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from docs.screenshots.demo import show_own_places
from docs.screenshots.picture import is_heard, put_away, save, wait, wait_for
from docs.screenshots.staged import Staged, staged_tracks
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.rules_text import example_text
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.ui.review.review_dialog import ReviewDialog
from genre_desktop.ui.tagging.history_dialog import HistoryDialog
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from genre_desktop.ui.tagging.rules_dialog import RulesDialog
from tests.support.sounds import music, write_sound
from tests.support.window import InstantListener

_OLD = ("Other", "Score", "Americana", "Pop", "Rap", "Blues", "", "Pop", "Singer-Songwriter", "Dub")
_SETTLE_MS = 300


def take_tagging(qt: QApplication, folder: Path, target: Path) -> None:
    """Takes the preview, the history, the rules, the review and a corrected list.

    Args:
        qt: Qt's application.
        folder: Where the files are made.
        target: Where the pictures go.
    """
    staged = _files(folder)
    desktop = build(qt, lambda _: InstantListener(lambda track: _outcome(staged, track)))
    desktop.window.resize(1280, 800)
    show_own_places(desktop, folder.parent)
    desktop.start(tuple(one.track.path for one in staged))
    wait_for(lambda: is_heard(desktop, len(staged)))
    wait_for(lambda: all(row.state.listing.tags.title for row in desktop.model.playlist.rows))
    rows = desktop.model.playlist.rows
    desktop.table.setFocus()
    desktop.table.select_rows([rows[8]], rows[8])
    desktop.correcting.correct("Folk")
    _take_corrected(desktop, target)
    _take_review(desktop, target)
    _take_preview(desktop, target)
    _take_history(desktop, target)
    _take_rules(desktop, target)
    put_away(desktop)


def _files(folder: Path) -> list[Staged]:
    folder.mkdir(parents=True)
    staged = []
    for number, (one, old) in enumerate(zip(staged_tracks(folder, done=True), _OLD, strict=False)):
        path = folder / f"{number + 1:02} {one.tags.title}.mp3"
        tags = {
            "title": one.tags.title,
            "artist": one.tags.artist,
            **({"genre": old} if old else {}),
        }
        write_sound(path, music(1.0, number), "mp3", tags=tags)
        staged.append(replace(one, track=Track(path)))
    staged[-1].track.path.chmod(0o444)
    return staged


def _outcome(staged: list[Staged], track: Track) -> Outcome:
    one = next(one for one in staged if one.track == track)
    if one.outcome is None:
        raise LookupError(track.path)
    return one.outcome._replace(track=track, audio_hash=payload_hash(track.path))


def _take_corrected(desktop: GenreDesktop, target: Path) -> None:
    desktop.theme.follow("light")
    wait(_SETTLE_MS)
    save(desktop.window, target / "corrected-light.png")


def _take_review(desktop: GenreDesktop, target: Path) -> None:
    desktop.actions.review.trigger()
    review = desktop.window.findChild(ReviewDialog)
    review.pass_over()
    wait(_SETTLE_MS)
    save(review, target / "review-light.png")
    review.reject()


def _take_preview(desktop: GenreDesktop, target: Path) -> None:
    desktop.actions.write_tags.trigger()
    preview = desktop.window.findChild(PreviewDialog)
    wait_for(preview.write.isEnabled)
    preview.model.want([preview.model.line_at(3)], wanted=False)
    preview.table.selectRow(4)
    wait(_SETTLE_MS)
    save(preview, target / "tags-light.png")
    preview.write.click()
    wait_for(lambda: not preview.is_writing)
    preview.accept()


def _take_history(desktop: GenreDesktop, target: Path) -> None:
    desktop.theme.follow("dark")
    desktop.actions.tag_history.trigger()
    history = desktop.window.findChild(HistoryDialog)
    wait_for(history.back_run.isEnabled)
    history.file_table.selectRow(1)
    history.back_files.click()
    wait_for(lambda: len(history.runs.items) == 2)
    wait(_SETTLE_MS)
    save(history, target / "tag-history-dark.png")
    history.reject()


def _take_rules(desktop: GenreDesktop, target: Path) -> None:
    desktop.actions.rules.trigger()
    rules = desktop.window.findChild(RulesDialog)
    text = example_text().replace('# "Hip', '"Hip').replace('# "Disco', '"Disco')
    rules.text.setPlainText(text.replace("# below", "below"))
    wait(2 * _SETTLE_MS)
    save(rules, target / "rules-dark.png")
    rules.reject()
