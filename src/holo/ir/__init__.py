"""The model of meaning: every name resolved, in canonical order, without a trace of how it was written."""
