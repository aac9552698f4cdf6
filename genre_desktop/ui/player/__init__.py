"""What the player looks like: buttons, seek bar, what is heard now."""
