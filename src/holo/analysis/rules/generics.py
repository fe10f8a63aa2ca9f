"""A type parameter is bound by a parameter's type, or it means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis.symbols import PRELUDE_NAMES
from holo.codes import Code
from holo.diagnostics.model import Diagnostic
from holo.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holo.analysis.facts import Facts


def generics(facts: Facts) -> Iterator[Diagnostic]:
    """Report type parameters that no parameter's type names, and those that hide a declared name."""
    for placed in facts.whole:
        item = placed.item
        if not isinstance(item, tree.Function) or not item.type_parameters:
            continue
        bound = [facts.types.get(parameter.type.span.start) for parameter in item.parameters]
        named = {name for one in bound if one is not None for name in one.generic}
        whole = all(one is not None for one in bound)
        for name in item.type_parameters:
            if name.text in facts.table.visible[placed.package]:
                hidden = "a name of the prelude" if name.text in PRELUDE_NAMES else "a declared name"
                message = f"Type parameter `{name.text}` hides {hidden}"
                yield Diagnostic(Code.DUPLICATE_NAME, message, name.span, "Choose another name")
            elif whole and not facts.table.code and name.text not in named:
                message = f"Type parameter `{name.text}` is in no parameter's type"
                yield Diagnostic(Code.UNUSED_TYPE_PARAMETER, message, name.span, "Use it in a parameter, or remove it")
