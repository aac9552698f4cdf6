"""How tags are written, as the user chose, kept in the ini file of all settings between starts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

if TYPE_CHECKING:  # not before the first paint
    from genre_desktop.core.tagging.raw import Preferences
    from genre_desktop.core.tagging.wishes import Choice

ID3_VERSIONS = (3, 4)
SEPARATOR = "; "


class TaggingSettings(QObject):
    """Choices with their types and defaults; what is nonsense in the file is the default."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ini = QSettings(str(file), QSettings.Format.IniFormat, self)

    @property
    def id3_version(self) -> int:
        """Of a tag in a file that had none: 3 or 4."""
        text = str(self._ini.value("tagging/id3_version", "3"))
        return int(text) if text in {"3", "4"} else ID3_VERSIONS[0]

    @id3_version.setter
    def id3_version(self, version: int) -> None:
        self._ini.setValue("tagging/id3_version", str(version))

    @property
    def separator(self) -> str:
        """Between several genres where a format knows one text only."""
        text = str(self._ini.value("tagging/separator", f"[{SEPARATOR}]"))
        inner = text.removeprefix("[").removesuffix("]")  # an ini file drops blanks at the ends
        return inner if inner.strip() else SEPARATOR

    @separator.setter
    def separator(self, text: str) -> None:
        self._ini.setValue("tagging/separator", f"[{text if text.strip() else SEPARATOR}]")

    @property
    def keep_time(self) -> bool:
        """Whether a file keeps the time of its last change."""
        return self._flag("keep_time", default=True)

    @keep_time.setter
    def keep_time(self, on: bool) -> None:
        self._keep("keep_time", on)

    @property
    def through_links(self) -> bool:
        """Whether a file that is linked more than once is written in its place."""
        return self._flag("through_links", default=False)

    @through_links.setter
    def through_links(self, on: bool) -> None:
        self._keep("through_links", on)

    @property
    def preferences(self) -> "Preferences":
        """All of these together."""
        from genre_desktop.core.tagging.raw import Preferences

        return Preferences(self.id3_version, self.separator, self.keep_time, self.through_links)

    @property
    def choice(self) -> "Choice":
        """What was last chosen in the preview; the limit of confidence is chosen anew each time."""
        from genre_desktop.core.tagging.also import Also
        from genre_desktop.core.tagging.wishes import Choice

        names = str(self._ini.value("tagging/also", "")).split()
        return Choice(
            self._flag("only_empty", default=False),
            self._flag("append", default=False),
            also=frozenset(one for one in Also if one.value in names),
        )

    @choice.setter
    def choice(self, choice: "Choice") -> None:
        self._keep("only_empty", choice.only_empty)
        self._keep("append", choice.append)
        self._ini.setValue("tagging/also", " ".join(sorted(one.value for one in choice.also)))

    @property
    def organise_into(self) -> str:
        """The folder in which folders were made last; empty at first."""
        return str(self._ini.value("organising/into", ""))

    @organise_into.setter
    def organise_into(self, folder: str) -> None:
        self._ini.setValue("organising/into", folder)

    @property
    def organise_pattern(self) -> str:
        """Of folders and names; empty at first."""
        return str(self._ini.value("organising/pattern", ""))

    @organise_pattern.setter
    def organise_pattern(self, pattern: str) -> None:
        self._ini.setValue("organising/pattern", pattern)

    @property
    def organise_moves(self) -> bool:
        """Whether files are moved there, not copied."""
        return str(self._ini.value("organising/moves", "")) == "true"

    @organise_moves.setter
    def organise_moves(self, on: bool) -> None:
        self._ini.setValue("organising/moves", "true" if on else "false")

    def flush(self) -> None:
        """Write the file now."""
        self._ini.sync()

    def _flag(self, name: str, *, default: bool) -> bool:
        text = str(self._ini.value(f"tagging/{name}", ""))
        return {"true": True, "false": False}.get(text, default)

    def _keep(self, name: str, on: bool) -> None:
        self._ini.setValue(f"tagging/{name}", "true" if on else "false")
