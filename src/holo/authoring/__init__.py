"""What Holo adds to a hologram for its author: statements as text, and patches that put them in their place."""
