"""Levels over time and frequency: of what is decoded just now, and of any part of a track."""
