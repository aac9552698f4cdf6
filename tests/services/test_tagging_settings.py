"""How tags are written, between two starts."""

from pathlib import Path

from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice
from genre_desktop.services.tagging_settings import TaggingSettings


def test_choices_come_back(qapp: object, tmp_path: Path) -> None:
    settings = TaggingSettings(tmp_path / "s.ini")
    settings.id3_version = 4
    settings.separator = " / "
    settings.keep_time = False
    settings.through_links = True
    also = frozenset({Also.TEMPO, Also.MODEL})
    settings.choice = Choice(only_empty=True, append=True, min_confidence=0.5, also=also)
    settings.flush()
    again = TaggingSettings(tmp_path / "s.ini")
    assert again.preferences == Preferences(4, " / ", keep_time=False, through_links=True)
    assert again.choice == Choice(only_empty=True, append=True, also=also)


def test_nonsense_means_the_defaults(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text(
        "[tagging]\nid3_version=9\nseparator=\nkeep_time=perhaps\nappend=7\nalso=mood tempi\n",
        encoding="utf-8",
    )
    settings = TaggingSettings(file)
    assert settings.preferences == Preferences()
    assert settings.choice == Choice()
