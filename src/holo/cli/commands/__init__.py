"""One module a command: `NAME_command.py` holds `command`."""
