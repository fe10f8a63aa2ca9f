"""What each statement looks like, for the hint of one that could not be read."""

from __future__ import annotations

from typing import Final

FORMS: Final = {
    "hologram": '`hologram name "0.1.0" language 1`',
    "use": '`use "file.holo" only Name` or `use "file.holo" as name`',
    "python": "`python math, re`",
    "type": "`type Name = int where it > 0`",
    "class": "`class Name(Base) {`, and `attribute: type` a line",
    "const": "`const NAME: type = value`",
    "enum": "`enum Name { one, other }`",
    "record": "`record Name {`, and `field: type` a line",
    "error": '`error Name(field: type) "When it happens."`',
    "port": "`port Name {`, and `function name(parameter: type) -> type` a line",
    "function": "`function name(parameter: type) -> type {`",
    "law": "`law name(parameter: type) {`",
    "flow": '`flow name(parameter: type) -> type "What it does" {`',
    "package": '`package name "What it holds" {`',
    "failure": '`failure F1 "What goes wrong" {`',
    "requirement": '`requirement R1 "What must be." by function shown by scenario`',
    "decision": '`decision D1 "Title" {`, and its text in `"""…"""`',
    "chapter": '`chapter "Title" {`, and its text in `"""…"""`',
    "open": '`open "What is not settled?" about function`',
    "ticket": '`ticket function "Extra words for its writer."`',
    "given": "`given x = value`, `given port: Port`, `given port.function raises Error` or `… returns value`",
    "sealed": "`sealed example EXPRESSION`",
    "allow": '`allow H412 "why"`',
    "logic": '`logic "How to go about it."`',
    "raises": "`raises Error(payload) when CONDITION`",
}
"""By the word that begins it."""


def form_of(statement: str) -> str:
    """Return a hint with the form of the statement that a text begins, or nothing."""
    words = statement.split(maxsplit=1)
    word = words[0].rstrip("{(:=") if words else ""
    form = FORMS.get("function" if word == "async" else word, "")
    return f"Write {form}" if form else ""
