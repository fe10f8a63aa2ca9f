"""Declarations as a writer sees them: short Python without bodies, one text each, kept.

Each text begins with a letter or `@` and ends with a line end, so that tokens of several add up. Shows
signatures and docs; what a derived function means is in `render`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.pycode.signature import signature
from holo.tickets.tokens import at_most

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holo.tickets.meaning import Shape


class Stubs:
    """Stubs by declaration and by the name that reaches it, each with a bound of its tokens."""

    def __init__(self) -> None:
        """Start with none."""
        self._texts: dict[tuple[str, str], str] = {}
        self.bounds: dict[str, int] = {}

    def text(self, node: Shape | ir.Function, name: str) -> str:
        """Return a declaration as short Python, written once."""
        found = self._texts.get((node.id, name))
        if found is None:
            found = self._texts[node.id, name] = stub(node, name)
            self.bounds[found] = at_most(found)
        return found


def stub(node: Shape | ir.Function, name: str) -> str:
    """Return a declaration as short Python; `name` is how the body reaches it."""
    match node:
        case ir.Alias():
            limit = f"  # `it` is the value: {node.where.source}" if node.where is not None else ""
            text = f"{node.name} = {node.base.source}{limit}"
            return f"{text}{_comment(node.doc, name, node.name, begun=bool(limit))}\n"
        case ir.Const():
            return f"{node.name}: {node.type.source} = {node.value.source}{_comment(node.doc, name, node.name)}\n"
        case ir.Enum():
            members = " ".join(member.name for member in node.members)
            lines = [f'{node.name} = Enum("{node.name}", "{members}"){_comment(node.doc, name, node.name)}\n']
            lines += [f"# {node.name}.{member.name}: {line(member.doc)}\n" for member in node.members if member.doc]
            return "".join(lines)
        case ir.Record():
            return _record(node, name)
        case ir.Error():
            fields = "".join(f", {_field(field)}" for field in node.fields)
            head = f"class {node.name}(Exception):{_comment(node.doc, name, node.name)}\n"
            return head + f"    def __init__(self{fields}): ...\n"
        case ir.Port():
            return port(node, name, node.functions)
        case ir.Function():
            return f"{signature(node)} ...{_comment(f'{line(node.doc)}{_terms(node)}', name, node.name)}\n"


def _terms(node: ir.Function) -> str:
    """Return what a caller must know to call: when it may, and what may come instead of a result."""
    terms = [f"only where {condition.expr.source}" for condition in node.requires]
    for clause in node.raises:
        error = clause.error.rpartition(".")[2]
        terms.append(f"raises {error}" + (f" when {clause.when.source}" if clause.when is not None else " perhaps"))
    return f" [{'; '.join(terms)}]" if terms else ""


def port(node: ir.Port, name: str, functions: Sequence[ir.PortFunction]) -> str:
    """Return a port with the functions that may be called."""
    lines = [f"class {node.name}(Protocol):{_comment(node.doc, name, node.name)}\n"]
    if not functions:
        lines.append("    # pass it on; no function of it is for you to call\n")
    for function in functions:
        names = ", ".join(error.rpartition(".")[2] for error in function.raises)
        said = f"may raise {names}. {line(function.doc)}" if names else line(function.doc)
        lines.append(f"    {_method(function)} ...{_comment(said.strip(), '', '')}\n")
    return "".join(lines)


def line(doc: str) -> str:
    """Return the first line of a doc."""
    text = doc.strip()
    return text.partition("\n")[0].strip() if "\n" in text else text


def _method(function: ir.PortFunction) -> str:
    head, bracket, tail = signature(function).partition("(")
    return f"{head}{bracket}self{', ' if function.parameters else ''}{tail}"


def _record(node: ir.Record, name: str) -> str:
    lines = ["@dataclass(frozen=True)\n", f"class {node.name}:{_comment(node.doc, name, node.name)}\n"]
    lines += [f"    {_field(field)}{_comment(field.doc, '', '')}\n" for field in node.fields]
    lines += [f"    # always: {invariant.expr.source}\n" for invariant in node.invariants]
    if len(lines) == 2:
        lines.append("    pass\n")
    return "".join(lines)


def _field(field: ir.RecordField) -> str:
    default = f" = {field.default.source}" if field.default is not None else ""
    return f"{field.name}: {field.type.source}{default}"


def _comment(doc: str, name: str, bare: str, *, begun: bool = False) -> str:
    said = line(doc)
    if name != bare:
        said = f"write `{name}`. {said}".strip()
    if not said:
        return ""
    return f". {said}" if begun else f"  # {said}"
