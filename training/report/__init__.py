"""Runs side by side: a table in the terminal, RESULTS.md, and one HTML file."""
