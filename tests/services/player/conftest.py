"""A player of the tracks that a module names."""

from collections.abc import Iterator

import pytest

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player


@pytest.fixture
def player(tracks: list[Track]) -> Iterator[Player]:
    player = Player(PlayOrder(tracks))
    yield player
    player.close()
