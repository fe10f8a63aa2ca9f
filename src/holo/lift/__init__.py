"""Code that exists: read without running it, written down as a hologram, and held against one."""
