"""Where the sound process begins; the window itself never loads what that process needs."""

from multiprocessing.connection import Connection

from genre_desktop.services.player.shared_sound import SharedSound


def serve(connection: Connection, shared: SharedSound) -> None:
    """Run the sound process until the window is gone."""
    from genre_desktop.services.player import sound_process

    sound_process.serve(connection, shared)
