"""What Holo does, one module a verb; the only room that knows all stages."""
