"""The expression subset: restricted, named, typed, and evaluated with fuel.

The one home of what an expression means. Sees the IR, never the tree.
"""
