"""Widgets that write genres into files, and show and take back what was written."""
