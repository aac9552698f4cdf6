"""What the user chose, kept in an ini file between starts."""

import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

MOST_JOBS = 64


class Settings(QObject):
    """Choices with their types and defaults.

    Signals:
        model_changed: Name of the model package that was chosen.
        exclude_changed: Tuple of patterns of what is left out when scanning.
        jobs_changed: Number of worker processes; 0 means one per core.
        watched_changed: Tuple of folders that are watched.
        quick_changed: Whether only pieces of each track are to be heard.
        theme_changed: "system", "light" or "dark".
    """

    model_changed = Signal(str)
    exclude_changed = Signal(tuple)
    jobs_changed = Signal(int)
    watched_changed = Signal(tuple)
    quick_changed = Signal(bool)
    theme_changed = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ini = QSettings(str(file), QSettings.Format.IniFormat, self)

    @property
    def model(self) -> str:
        """Name of the chosen model package, empty for the default one."""
        return str(self._ini.value("listening/model", ""))

    @model.setter
    def model(self, name: str) -> None:
        if name != self.model:
            self._ini.setValue("listening/model", name)
            self.model_changed.emit(name)

    @property
    def jobs(self) -> int:
        """Number of worker processes; 0 means one per core."""
        text = str(self._ini.value("listening/jobs", "0"))
        return min(int(text), MOST_JOBS) if text.isdecimal() else 0

    @jobs.setter
    def jobs(self, number: int) -> None:
        if number != self.jobs:
            self._ini.setValue("listening/jobs", number)
            self.jobs_changed.emit(number)

    @property
    def export_by_rules(self) -> bool:
        """Whether exports call genres as the user's rules do."""
        return str(self._ini.value("export/by_rules", "false")) == "true"

    @export_by_rules.setter
    def export_by_rules(self, wanted: bool) -> None:
        self._ini.setValue("export/by_rules", "true" if wanted else "false")

    @property
    def playlist_paths(self) -> str:
        """How exported playlists name files: "below", "relative" or "absolute"."""
        return self._one_of("export/playlist_paths", ("below", "relative", "absolute"))

    @playlist_paths.setter
    def playlist_paths(self, paths: str) -> None:
        self._ini.setValue("export/playlist_paths", paths)

    @property
    def quick(self) -> bool:
        """Whether only pieces of each track are to be heard."""
        return str(self._ini.value("listening/quick", "false")) == "true"

    @quick.setter
    def quick(self, quick: bool) -> None:
        if quick != self.quick:
            self._ini.setValue("listening/quick", "true" if quick else "false")
            self.quick_changed.emit(quick)

    @property
    def watched(self) -> tuple[Path, ...]:
        """Folders in which what arrives is classified by itself."""
        with suppress(ValueError):
            names = json.loads(str(self._ini.value("scanning/watched", "[]")))
            if isinstance(names, list):
                return tuple(Path(name) for name in names if isinstance(name, str))
        return ()

    @watched.setter
    def watched(self, folders: tuple[Path, ...]) -> None:
        if folders != self.watched:
            self._ini.setValue("scanning/watched", json.dumps([str(one) for one in folders]))
            self.watched_changed.emit(folders)

    @property
    def exclude(self) -> tuple[str, ...]:
        """Patterns of files and folders that are left out when scanning."""
        text = str(self._ini.value("scanning/exclude", ""))
        return tuple(line for line in text.split("\n") if line.strip())

    @exclude.setter
    def exclude(self, patterns: tuple[str, ...]) -> None:
        if patterns != self.exclude:
            self._ini.setValue("scanning/exclude", "\n".join(patterns))
            self.exclude_changed.emit(patterns)

    @property
    def theme(self) -> str:
        """One of "system", "light" and "dark"."""
        return self._one_of("look/theme", ("system", "light", "dark"))

    @theme.setter
    def theme(self, theme: str) -> None:
        if theme != self.theme:
            self._ini.setValue("look/theme", theme)
            self.theme_changed.emit(theme)

    @property
    def language(self) -> str:
        """One of "system", "en" and "de"; the window speaks it from the next start on."""
        return self._one_of("look/language", ("system", "en", "de"))

    @language.setter
    def language(self, language: str) -> None:
        self._ini.setValue("look/language", language)

    @property
    def shows_browser(self) -> bool:
        """True where a window that is wide enough shows the folders."""
        return str(self._ini.value("look/browser", "true")) == "true"

    @shows_browser.setter
    def shows_browser(self, shown: bool) -> None:
        self._ini.setValue("look/browser", "true" if shown else "false")

    @property
    def saved_filters(self) -> dict[str, str]:
        """Texts of the library's filter box by the names that the user gave them."""
        try:
            saved = json.loads(str(self._ini.value("library/filters", "{}")))
        except ValueError:
            return {}
        pairs = saved.items() if isinstance(saved, dict) else ()
        return {str(name): str(text) for name, text in pairs}

    @saved_filters.setter
    def saved_filters(self, filters: dict[str, str]) -> None:
        self._ini.setValue("library/filters", json.dumps(filters))

    def layout(self, name: str) -> QByteArray:
        """Saved state of a window, splitter or header; empty where there is none."""
        value = self._ini.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Save the state of a window, splitter or header."""
        self._ini.setValue(f"layout/{name}", state)

    def folder(self, purpose: str) -> Path | None:
        """The folder that a file dialog showed last for this purpose."""
        text = str(self._ini.value(f"folders/{purpose}", ""))
        return Path(text) if text else None

    def keep_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder of a file dialog."""
        self._ini.setValue(f"folders/{purpose}", str(folder))

    def flush(self) -> None:
        """Write the file now."""
        self._ini.sync()

    def _one_of(self, key: str, words: tuple[str, ...]) -> str:
        """What is kept, or the first of the words where it is none of them."""
        kept = str(self._ini.value(key, ""))
        return kept if kept in words else words[0]
