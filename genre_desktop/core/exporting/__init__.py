"""What the library remembers, written for other programs and for people."""
