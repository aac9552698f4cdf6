"""The spectrogram: live beside the music, frozen and measured, or of a whole track."""
