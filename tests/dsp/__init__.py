"""Decoding and features, on seeded sound."""
