"""The review of doubtful genres."""
