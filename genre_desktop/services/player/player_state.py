"""What a player may be doing."""

from enum import Enum, auto


class PlayerState(Enum):
    """What the player does."""

    STOPPED = auto()
    PLAYING = auto()
    PAUSED = auto()
