"""The program as a stranger meets it: only its commands, files and exit codes."""
