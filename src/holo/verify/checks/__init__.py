"""One check a module; `judge` holds their order."""
