"""Genre Desktop: see, hear and save the genre of every track."""

__version__ = "0.1.0"
