"""Values from types and contracts: small ones, drawn ones, and small failing ones."""
