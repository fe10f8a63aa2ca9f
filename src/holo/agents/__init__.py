"""Who fills a ticket: the hologram itself, a recording, a person's file, or a model."""
