"""Where things lie: the user's own folders, the model packages and the bundled resources."""

import os
import sys
from pathlib import Path

from genre_desktop.core.refusal import Refusal
from genre_desktop.core.there import is_folder

APPLICATION = "genre-desktop"
HOME_VARIABLE = "GENRE_DESKTOP_HOME"
LIBRARY_NAME = "library.sqlite"  # in the data folder
JOURNAL_NAME = "tags.sqlite"  # in the data folder, beside the library
RULES_NAME = "rules.toml"  # in the folder of preferences
CORRECTIONS_NAME = "corrections.sqlite"  # beside the library

RESULTS_NAME = "RESULTS.md"  # the report of training

_IN_A_CHECKOUT = {RESULTS_NAME: f"training/{RESULTS_NAME}"}
_PACKAGE_FOLDER = Path(__file__).resolve().parents[1]


class PlaceUnavailable(Refusal):
    """A folder of the user's that cannot be made."""


def data_folder() -> Path:
    """The folder of the library and of the user's own packages, made where it is missing.

    Raises:
        PlaceUnavailable: It is missing and cannot be made.
    """
    return _made(_user_folder("data"), "data")


def user_data_place() -> Path:
    """Where that folder is or would be; nothing is made."""
    return _user_folder("data")


def config_folder() -> Path:
    """The folder of preferences and rules, made where it is missing.

    Raises:
        PlaceUnavailable: It is missing and cannot be made.
    """
    return _made(_user_folder("config"), "settings")


def user_config_place() -> Path:
    """Where that folder is or would be; nothing is made."""
    return _user_folder("config")


def user_log_place() -> Path:
    """Where the folder of the log is or would be; nothing is made."""
    return _user_folder("logs")


def log_folder() -> Path:
    """The folder of the log, made where it is missing.

    Raises:
        PlaceUnavailable: It is missing and cannot be made.
    """
    return _made(_user_folder("logs"), "log")


def model_folders(*, also_own: bool = True) -> tuple[Path, ...]:
    """The folders that hold model packages: the program's own first, then the user's.

    Args:
        also_own: Where false, the user's are left out.
    """
    folders = [_bundled("models"), *([own_models_folder()] if also_own else [])]
    return tuple(folder for folder in folders if is_folder(folder))


def own_models_folder() -> Path:
    """The folder of the user's own model packages, which may be missing."""
    return _user_folder("data") / "models"


def resource(name: str) -> Path:
    """The path of a bundled file or folder, such as "icons/app.svg"; it may be missing."""
    return _bundled("resources") / name


def document(name: str) -> Path:
    """The path of a text that travels with the program, such as "THIRD_PARTY.md".

    Beside a packaged program lies a longer one on all that is in the archive.
    """
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).parent / name
        if beside.exists():
            return beside
    carried = _bundled("documents") / name
    return carried if carried.exists() else _PACKAGE_FOLDER.parent / _IN_A_CHECKOUT.get(name, name)


def _user_folder(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).absolute() / kind
    import platformdirs  # here: tests and `--version` never need it

    folders = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
    return {
        "data": folders.user_data_path,
        "config": folders.user_config_path,
        "logs": folders.user_log_path,
    }[kind]


def _made(folder: Path, purpose: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlaceUnavailable(
            f"The {purpose} folder {folder} cannot be made ({error.strerror or error}); "
            f"make it writable, or name another place in {HOME_VARIABLE}."
        ) from error
    return folder


def _bundled(kind: str) -> Path:
    """Models or resources of a frozen program, an installed wheel or a checkout, in this order."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / kind
    installed = _PACKAGE_FOLDER / "bundled" / kind
    return installed if installed.is_dir() else _PACKAGE_FOLDER.parent / kind
