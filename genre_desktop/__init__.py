"""Genre Desktop: see, hear and save the genre of every track."""

__version__ = "1.0.0-rc1"
