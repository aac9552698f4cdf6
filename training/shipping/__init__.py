"""What makes the packages under models/: trunks, heads, export, cards and their proofs."""
