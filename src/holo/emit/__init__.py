"""From the IR and accepted bodies to a Python package, its tests, and the program that the sandbox runs."""
