"""Names, kinds and types, on the tree: passes that collect facts, and rules that read them."""
