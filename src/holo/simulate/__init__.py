"""Runs what the IR says before any body exists, and finds what contradicts itself."""
