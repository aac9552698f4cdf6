"""Data sets as they lie on people's disks: which tracks there are, their genres, artists, folds."""
