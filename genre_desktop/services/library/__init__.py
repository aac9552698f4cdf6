"""The library for the window: looked through, kept in order, exported; each in a thread."""
