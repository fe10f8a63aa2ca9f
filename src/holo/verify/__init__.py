"""A candidate comes in, a verdict goes out."""
