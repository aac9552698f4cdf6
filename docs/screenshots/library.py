"""Pictures of the library: invented tracks that were all heard once, one of them gone.

The chosen one has a made sound behind it, for its spectrogram.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from docs.screenshots.demo import shows_its_sound
from docs.screenshots.picture import put_away, save, wait, wait_for
from docs.screenshots.staged import Staged, staged_tracks
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.library_facets import Facet
from genre_desktop.core.library_tags import KeptTags
from genre_desktop.core.places import data_folder
from genre_desktop.core.track import Outcome, Tags, Track
from tests.support.sounds import music, write_sound
from tests.support.window import InstantListener

_CHOSEN = "Blue Room, Second Set"
_CHOSEN_SECONDS = 446.0
_GONE = "Mirrorball Season"
_SETTLE_MS = 1_000


def take_library(qt: QApplication, folder: Path, target: Path) -> None:
    """Takes the library by genre, in both themes.

    Args:
        qt: Qt's application.
        folder: Where the files are made.
        target: Where the pictures go.
    """
    _remember(_made(folder))
    desktop = build(qt, lambda _: InstantListener(_not_heard))
    desktop.window.resize(1280, 800)
    desktop.start()
    desktop.library_actions.show_library.trigger()
    page = desktop.library.page
    if page is None:
        raise SystemExit("The library did not come on show.")
    page.groups.choose(Facet.GENRE)
    wait_for(lambda: page.groups.model.rowCount() > 1)
    wait(_SETTLE_MS)
    page.table.setFocus()
    page.table.selectRow(1)
    wait_for(lambda: shows_its_sound(desktop))
    for scheme in ("light", "dark"):
        _take(desktop, scheme, target)
    desktop.theme.follow("light")
    put_away(desktop)


def _not_heard(track: Track) -> Outcome:
    return Outcome(track, None, None, None, "")


def _take(desktop: GenreDesktop, scheme: str, target: Path) -> None:
    desktop.theme.follow(scheme)
    wait(_SETTLE_MS)
    save(desktop.window, target / f"library-{scheme}.png")


def _made(folder: Path) -> list[Staged]:
    folder.mkdir(parents=True)
    staged = staged_tracks(folder, done=True)
    for number, one in enumerate(staged):
        one.track.path.write_bytes(bytes(number))
        if one.tags.title == _CHOSEN:
            write_sound(one.track.path, music(_CHOSEN_SECONDS), "mp3")
    return staged


def _remember(staged: list[Staged]) -> None:
    place = data_folder() / LIBRARY_NAME
    tags = {one.track: one.tags for one in staged}

    def read(tracks: Sequence[Track]) -> list[tuple[Track, Tags]]:
        return [(track, tags[track]) for track in tracks]

    with Library.open(place) as library:
        for number, one in enumerate(staged):
            if one.outcome is not None:
                kept = one.outcome._replace(model_digest="staged", audio_hash=f"{number:040x}")
                library.store(kept, stamp_of(one.track.path))
    with KeptTags(place) as kept_tags:
        for _ in kept_tags.read(list(tags), read):
            pass
    for one in staged:
        if one.tags.title == _GONE:
            one.track.path.unlink()
