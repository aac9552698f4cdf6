"""Writing tags so that nothing is ever lost: every other byte kept, journaled, taken back."""
