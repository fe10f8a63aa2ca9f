"""Where everything came from: digests, the lock, the journal, recordings and stamps."""
