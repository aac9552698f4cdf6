"""Playing tracks: a process of its own decodes and sounds, the window only asks and looks."""
