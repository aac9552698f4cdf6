"""Features of an index's tracks, computed once and kept on disk."""
