"""QObjects without widgets: where threads and signals meet the core."""
