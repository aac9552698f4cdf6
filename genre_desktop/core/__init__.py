"""The product's rules in plain Python: tracks, scanning, batch, library, tags, export."""
