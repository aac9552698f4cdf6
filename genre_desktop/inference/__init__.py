"""Model packages: what they are, how they are checked, how a track is heard by them."""
