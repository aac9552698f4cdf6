"""Tests of model packages and of how a track is heard by them."""
