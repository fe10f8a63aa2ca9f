"""What coding agents may look up: where the project stands, one declaration of the hologram, what a code means; and what they ask.

Shows no body of anybody, and no sealed example.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.ir import model as ir
from holo.ir.library import declarations
from holo.operations import explain as pages
from holo.operations.handout import Reply, counted, named, plain, time_of
from holo.operations.judge import find
from holo.operations.served import ready, standing
from holo.operations.status import waiting
from holo.provenance import asked
from holo.tickets.stubs import stub

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from holo.operations.served import Served
    from holo.operations.workshop import Workshop
    from holo.provenance.leases import Lease

MOST = 30
"""Rows of one kind that are shown."""

LONGEST = 2000
"""Characters of a question."""


def status(served: Served) -> Reply:
    """Say where every root hologram stands: counts, then what is open and why it waits."""
    lines: list[str] = []
    for one in served.opened():
        if one.shop is None and not one.compiled.broken:
            lines.append(
                f"## {one.compiled.root}: describes the code in `{one.compiled.code}`; `holo drift` holds it against the hologram"
            )
            continue
        if one.shop is None:
            rows = [row for row in one.compiled.diagnostics if row.severity == "error"]
            lines.append(
                f"## {one.compiled.root or one.compiled.path.name}: {counted(len(rows), 'error')}, for the author to mend"
            )
            lines += [f"- {row.path}:{row.line} {row.code} {row.message}" for row in rows[:MOST]]
            continue
        shop, stands = one.shop, standing(one.shop)
        held = served.leases.held()
        open_ = [key for key in shop.planned.tickets if key not in stands]
        lines.append(
            f"## {one.compiled.root}: {len(stands)} of {counted(len(shop.planned.slices), 'function')} accepted, {len(open_)} open"
        )
        now = list(ready(one, shop))
        rest = [key for key in open_ if key not in now]
        lines += [f"- `{key}`: {_free(held.get(key))}" for key in now[:MOST]]
        for key in rest[: max(0, MOST - len(now))]:
            waits = [other for other in one.rests[key] if other not in stands and other != key]
            lines.append(
                f"- `{key}`: waits for {', '.join(f'`{other}`' for other in sorted(waits)[:3]) or 'its judgement'}"
            )
        if len(open_) > MOST:
            lines.append(f"- and {len(open_) - MOST} more")
        lines += [f"- asked about `{row.function}`: {row.question}" for row in waiting(shop)[:MOST]]
    return Reply(("\n".join(lines),))


def _free(lease: Lease | None) -> str:
    return "can be taken" if lease is None else f"in hand ({lease.holder}, until {time_of(lease)})"


def read(served: Served, name: str) -> Reply:
    """Return a function's ticket, or the text of another declaration in the hologram, by id or by any unique tail of it."""
    shops = served.shops()
    nodes = {key: (shop, node) for _, shop in shops for key, node in _nodes(shop)}
    wanted = named(name)
    exact = [key for key in nodes if key == wanted] or [key for key in nodes if key.endswith(f".{wanted}")]
    if not exact:
        words = {word: key for key in nodes for word in (key, key.rpartition(".")[2])}
        near = dict.fromkeys(words[word] for word in get_close_matches(wanted, list(words), 3))
        hint = f"Did you mean {', '.join(f'`{key}`' for key in near)}?" if near else "`status` lists the functions"
        raise HoloError(f"The hologram declares no `{wanted[:80]}`", hint, "H903")
    if len(exact) > 1:
        listed = ", ".join(f"`{key}`" for key in exact[:MOST])
        raise HoloError(f"`{wanted}` may be {listed}", "Name one of them in full", "H903")
    shop, node = nodes[exact[0]]
    if isinstance(node, ir.Function) and node.id in shop.planned.tickets:
        return Reply((shop.planned.tickets[node.id].text,))
    if isinstance(node, ir.Hologram):
        own = [package for package in node.packages if package.id == node.name]
        rows = [f"- `{package.id}`: {package.doc}".rstrip(": ") for package in node.packages if package not in own]
        declared = [line for package in own for line in _listed(package)]
        return Reply(("\n".join([f"# {node.name}", *node.prose[:1], *rows, *declared]),))
    if isinstance(node, ir.Package):
        return Reply(("\n".join([f"# {node.id}", node.doc or "", "", *_listed(node)]),))
    if isinstance(node, ir.Term):
        return Reply((f"{node.name}: {node.definition}",))
    return Reply((f"```holo\n{_text(shop, node)}\n```",))


def _nodes(shop: Workshop) -> Iterator[tuple[str, ir.Node]]:
    for hologram in shop.project.holograms:
        yield hologram.name, hologram
        for key, node in declarations(hologram):
            if key != hologram.name:
                yield key, node
        yield from ((f"{hologram.name}.{term.name}", term) for term in hologram.terms)


def _listed(package: ir.Package) -> list[str]:
    """Return what a package declares as short Python, without bodies."""
    groups: tuple[Sequence[ir.Alias | ir.Const | ir.Enum | ir.Record | ir.Error | ir.Port | ir.Function], ...] = (
        package.aliases, package.consts, package.enums, package.records, package.errors, package.ports, package.functions,
    )  # fmt: skip
    found = [stub(node, node.name) for group in groups for node in group]
    return (
        ["```python", *(text.rstrip("\n") for text in found[:MOST]), *_more(len(found) - MOST), "```"] if found else []
    )


def _more(number: int) -> list[str]:
    return [f"# and {number} more"] if number > 0 else []


def _text(shop: Workshop, node: ir.Node) -> str:
    """Return a declaration as it stands in the hologram, without comments and sealed examples."""
    span = getattr(node, "span", None)
    source = shop.compiled.sources.get(span.path) if span is not None else None
    if span is None or source is None:
        return node.model_dump_json(exclude_defaults=True)
    sealed = [one.span for one in getattr(node, "examples", ()) if one.sealed]
    assert all(sealed), "a sealed example without its place cannot be left out"
    text, at = "", span.start
    for cut in sorted(sealed):
        text += source.text[at : cut.start]
        at = cut.stop
    text += source.text[at : span.stop]
    inside = " " * (source.position(span.start).column - 1)
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(line.removeprefix(inside) for line in lines)


def ask(served: Served, holder: str, name: str, question: str) -> Reply:
    """Write a question about a function's contract down for the author."""
    said, name = plain(question), named(name)
    if not said:
        raise HoloError("The question is empty", "Say what the ticket leaves open, with an input", "H910")
    if len(said) > LONGEST:
        raise HoloError(f"The question has {len(said):,} characters; at most {LONGEST:,}", "Ask one thing", "H910")
    failed: HoloError | None = None
    for _, shop in served.shops():
        try:
            key = find(shop, name)
        except HoloError as error:
            failed = failed or error
            continue
        new = asked.add(shop.folders.state, asked.Asked(key, shop.planned.slices[key].digest, said, holder))
        word = "written down" if new else "known already"
        said = (
            f"Your question about `{key}` is {word}; `holo status` shows it to the author until the contract changes. Meanwhile write "
            "what the ticket says and nothing more, or give the ticket back."
        )
        return Reply((said,))
    assert failed is not None
    raise failed


def explain(code: str) -> Reply:
    """Return the page of a diagnostic code."""
    return Reply((pages.explain(named(code)).text,))
