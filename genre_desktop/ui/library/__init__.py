"""The library in the window: everything that was ever heard, beside the list."""
