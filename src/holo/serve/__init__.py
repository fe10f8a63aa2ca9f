"""Protocols under which other programs use Holo: each a module that turns calls into operations. The one home of `mcp`."""
