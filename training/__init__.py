"""From recordings to model packages."""
