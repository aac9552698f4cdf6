"""Organise folders…: files copied or moved into folders, after a preview."""
