"""The JSON Schema of the IR."""

from __future__ import annotations

from typing import Any

from holo.ir import model as ir


def schema() -> dict[str, Any]:
    """Return the schema of `hologram.json`, draft 2020-12, with the version of the IR in it."""
    body = ir.Project.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Holo IR",
        "version": ir.IR_VERSION,
        **{key: value for key, value in body.items() if key != "title"},
    }
