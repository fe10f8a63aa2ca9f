"""Second pass: what every name means, in each expression, type, clause and statement.

Walks the declarations in source order and fills `Facts`; reports only names that mean nothing and text
that is no expression. What may stand where is for the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.analysis import names
from holo.analysis.facts import Bound, Facts, Resolved, Role, Scope
from holo.analysis.reading import read
from holo.analysis.symbols import OWNERS, PRELUDE_NAMES, Kind, Symbol
from holo.analysis.types_read import TypeReader
from holo.diagnostics.model import Diagnostic
from holo.expr.modules import MODULES
from holo.expr.parse import ExprError
from holo.source import Span
from holo.syntax import tree

if TYPE_CHECKING:
    from holo.analysis.collect import Placed, Table
    from holo.analysis.reading import Use
    from holo.syntax.parse import Parsed


def resolve(parsed: Parsed, table: Table) -> tuple[Facts, list[Diagnostic]]:
    """Return what everything in a file means, and reports of what means nothing."""
    return Resolver(parsed, table).run()


class Resolver:
    """The walk over one file."""

    def __init__(self, parsed: Parsed, table: Table) -> None:
        """Start with nothing known."""
        self.table = table
        self.facts = Facts(parsed, table, [one for one in table.items if one.item.span.start not in table.partial])
        self.found: list[Diagnostic] = []
        self.types = TypeReader(self.facts, self.found)
        self._scopes = {package: Scope(package, visible, {}, {}) for package, visible in table.visible.items()}

    def run(self) -> tuple[Facts, list[Diagnostic]]:
        """Resolve every declaration."""
        self.facts.scopes[-1] = self._scopes[""]
        for placed in self.table.items:
            self._item(placed)
        _mark_computable(self.facts)
        return self.facts, self.found

    def _item(self, placed: Placed) -> None:
        scope = self._scopes[placed.package]
        match placed.item:
            case tree.Function() as item:
                self._function(item, scope)
            case tree.Record() as item:
                inside = Scope(
                    scope.package, scope.visible, {one.name.text: one.type.text for one in item.fields}, scope.listed
                )
                for one in item.fields:
                    self.types.read(one.type, scope)
                    if one.default is not None:
                        self.value(one.default, Role.DEFAULT, scope)
                for invariant in item.invariants:
                    self.expression(invariant.condition, Role.INVARIANT, inside)
            case tree.Class() as item:
                self._class(item, scope)
            case tree.Error() as item:
                self._parameters(item.parameters, scope, scope)
            case tree.Alias() as item:
                self.types.read(item.base, scope)
                if item.where is not None:
                    self.expression(item.where, Role.WHERE, scope.plus(it=item.base.text))
            case tree.Const() as item:
                self.types.read(item.type, scope)
                self.value(item.value, Role.CONST, scope)
            case tree.Port() as item:
                for function in item.functions:
                    self._parameters(function.parameters, scope, scope)
                    self.types.read(function.returns, scope)
                    raised = [self.target(name, scope) for name in function.raises]
                    symbol = self.table.by_id.get(f"{self.table.declared[item.span.start].id}.{function.name.text}")
                    if symbol is not None:
                        symbol.raises = tuple(one.id for one in raised if one is not None)
            case tree.Failure() as item:
                self._failure(item, scope)
            case tree.Requirement() as item:
                for name in (*item.by, *item.shown):
                    self.target(name, scope)
            case tree.Open() as item:
                for name in item.about:
                    self.target(name, scope)
            case tree.Ticket() as item:
                self.target(item.function, scope)
            case _:
                pass

    def _parameters(self, parameters: tuple[tree.Parameter, ...], scope: Scope, closed: Scope) -> None:
        for one in parameters:
            if one.untyped and not self.table.code:
                continue  # a rule says what it lacks
            self.types.read(one.type, scope)
            if one.default is not None:
                self.value(one.default, Role.DEFAULT, closed)

    def _class(self, item: tree.Class, scope: Scope) -> None:
        if not self.table.code:
            return  # a rule says what a class needs
        for one in item.fields:
            self.types.read(one.type, scope)
        found = [self.target(base, scope) for base in item.bases if isinstance(base, tree.Name)]
        symbol = self.table.declared[item.span.start]
        symbol.bases = tuple([one for one in found if one is not None and one.kind in OWNERS and one is not symbol])
        symbol.unlisted = len(symbol.bases) < len(item.bases) or any(one.foreign for one in symbol.bases)

    def value(self, raw: tree.Raw, role: Role, scope: Scope) -> None:
        """Resolve a value beside a type; `...` stands for one that the hologram does not say."""
        if raw.text != "...":
            self.expression(raw, role, scope)

    def _function(self, item: tree.Function, place: Scope) -> None:
        listed: dict[str, Symbol] = {}
        for clause in item.clauses:
            if type(clause) is tree.Uses:
                self._uses(clause, place, listed)
        generic = tuple([one.text for one in item.type_parameters])
        variables = {one.name.text: _held(one) for one in item.parameters}
        closed = Scope(place.package, place.visible, {}, listed, generic, variables)
        scope = Scope(place.package, place.visible, variables, listed, generic)
        self.facts.scopes[item.span.start] = scope
        self._parameters(item.parameters, scope, closed)
        after = scope
        law = item.kind == "law"
        if item.returns is not None:
            self.types.read(item.returns, scope)
            if not law:
                after = Scope(place.package, place.visible, {**variables, "result": item.returns.text}, listed, generic)
        for clause in item.clauses:
            kind = type(clause)
            if kind is tree.Ensures:
                self.expression(clause.condition, Role.LAW if law else Role.ENSURES, after)  # type: ignore[union-attr]  # its class was just compared
            elif kind is tree.Requires:
                self.expression(clause.condition, Role.REQUIRES, scope)  # type: ignore[union-attr]  # its class was just compared
            elif kind is tree.Example:
                self.expression(clause.expression, Role.EXAMPLE, closed)  # type: ignore[union-attr]  # its class was just compared
            else:
                self._clause(clause, scope)

    def _uses(self, clause: tree.Uses, place: Scope, listed: dict[str, Symbol]) -> None:
        """Add what a `uses` lists; a name that two of them have stays without a meaning of its own."""
        for name in clause.names:
            symbol = self.target(name, place)
            if symbol is not None and listed.setdefault(symbol.name, symbol) is not symbol:
                del listed[symbol.name]

    def _clause(self, clause: tree.Clause, scope: Scope) -> None:
        match clause:
            case tree.Raises():
                # A payload names the error again: one report is enough.
                error = self.target(clause.error, scope)
                if clause.payload is not None and error is not None:
                    self.expression(clause.payload, Role.RAISES, scope)
                if clause.when is not None:
                    self.expression(clause.when, Role.RAISES, scope)
            case tree.Returns():
                self.expression(clause.expression, Role.RETURNS, scope)
            case tree.Table():
                for row in clause.rows:
                    if row.condition is not None:
                        self.expression(row.condition, Role.TABLE, scope)
                    self.expression(row.value, Role.TABLE, scope)
            case tree.Pipeline():
                self.expression(clause.source, Role.FLOW, scope)
                for step in clause.steps:
                    self.expression(call_of(step), Role.STEP, scope)
            case _:
                pass

    def _failure(self, item: tree.Failure, place: Scope) -> None:
        scope = place.closed()
        symbol = names.find(self.table, scope, item.when.text.partition("(")[0])
        scope.hidden = {slot.name: slot.type for slot in symbol.slots} if symbol is not None else {}
        scope.scene = True
        self.facts.scopes[item.span.start] = scope
        for given in item.given:
            match given:
                case tree.GivenValue():
                    self.expression(given.value, Role.GIVEN, scope)
                    scope = scope.plus(**{given.name.text: ""})
                case tree.GivenPort():
                    self.types.read(given.type, scope)
                    scope = scope.plus(**{given.name.text: given.type.text})
                case tree.GivenFault():
                    error = self.target(given.error, scope)
                    if given.payload is not None and error is not None:
                        self.expression(given.payload, Role.PAYLOAD, scope)
                case tree.GivenReply():
                    self.expression(given.value, Role.GIVEN, scope)
        self.facts.scopes[item.span.start] = scope
        when = self.expression(item.when, Role.WHEN, scope)
        called = when.declared[0].symbol if when is not None and when.declared else None
        returns = called.returns if called is not None and called.package == scope.package else ""
        after = scope.plus(result=returns)
        for then in item.then:
            if isinstance(then, tree.ThenRaises):
                error = self.target(then.error, scope)
                if then.payload is not None and error is not None:
                    self.expression(then.payload, Role.PAYLOAD, scope)
            else:
                self.expression(then.condition, Role.THEN, after)

    def target(self, name: tree.Name, scope: Scope) -> Symbol | None:
        """Resolve a name that stands alone, dotted or not; packages need not be named where one alone has it."""
        root, *rest = name.text.split(".") if "." in name.text else (name.text,)
        symbol = names.find(self.table, scope, root, anywhere=True)
        if symbol is None:
            if root not in self.table.broken:
                self.found.append(names.unknown(self.table, scope, root, name.span))
            return None
        if symbol.foreign:
            self.facts.mentioned.add(symbol.id)
        for part in rest:
            inside = symbol.functions.get(part)
            if inside is None:
                if part not in self.table.broken or symbol.kind is Kind.PORT:
                    self.found.append(names.unknown_inside(symbol, part, name.span))
                return None
            symbol = inside
        self.facts.targets[name.span.start] = symbol
        return symbol

    def expression(self, raw: tree.Raw, role: Role, scope: Scope) -> Bound | None:
        """Resolve one expression; `None` where it is none or a name in it means nothing."""
        try:
            reading = read(raw.text)
        except ExprError as error:
            path, begin, _ = raw.span
            place = Span(path, begin + error.start, begin + error.stop)
            hint = error.hint
            if self.table.code and error.message.endswith("changes its value"):
                hint = "For a method of a class write `CLASS.method(value, …)`, or call it on a name"
            self.found.append(Diagnostic(error.code, error.message, place, hint))
            return None
        bound = Bound(raw, role, scope, reading, {}, [], [], [])
        whole = True
        variables, visible = scope.variables, scope.visible
        # Of a variable that is only named there is nothing to note.
        for use in reading.marked if reading.plain <= variables.keys() else reading.free:
            root = use.root
            if root in variables:
                if use.attributes or use.call is not None:
                    bound.locals.append(use)
                continue
            symbol = visible.get(root)
            if symbol is None:
                symbol = names.find(self.table, scope, root)
            if symbol is None:
                whole = False
                if root not in self.table.broken:
                    place = _start_of(bound.span(use.node), root)
                    self.found.append(names.unknown(self.table, scope, root, place, use.inner))
            elif symbol.kind is not Kind.BUILTIN:
                whole = self._declared(bound, use, symbol) and whole
        if not whole:
            return None
        self.facts.expressions[raw.span.start] = bound
        return bound

    def _declared(self, bound: Bound, use: Use, symbol: Symbol) -> bool:
        """Note one use of a name that is no variable and no builtin."""
        if symbol.foreign:
            self.facts.mentioned.add(symbol.id)
        kind = symbol.kind
        if kind is Kind.CALLS:
            bound.words.append(use)
            return True
        if kind is Kind.MODULE:
            if symbol.name not in MODULES:
                return False  # the rule about modules reports it where it is imported
            bound.declared.append(Resolved(use, symbol, use.attributes))
            return True
        taken = 0
        if kind in names.GROUPS or (use.attributes and symbol.functions and kind in OWNERS):
            group = symbol
            inside, taken = names.descend(symbol, use.attributes)
            if inside is None:
                word = use.attributes[taken - 1]
                if word not in self.table.broken:
                    for part in use.attributes[: taken - 1]:
                        group = group.functions[part]
                    self.found.append(names.unknown_inside(group, word, bound.span(use.node)))
                return False
            symbol = inside
        if symbol.kind is not Kind.EXCEPTION and symbol is not PRELUDE_NAMES.get(symbol.name):
            bound.names[".".join((use.root, *use.attributes[:taken])) if taken else use.root] = symbol.id
        bound.declared.append(Resolved(use, symbol, use.attributes[taken:]))
        return True


def _held(parameter: tree.Parameter) -> str:
    """Return the type of what a parameter's name stands for inside the function."""
    text = parameter.type.text
    if parameter.kind == "var_positional":
        return f"tuple[{text}, ...]"
    return f"dict[str, {text}]" if parameter.kind == "var_keyword" else text


def call_of(step: tree.Step) -> tree.Raw:
    """Return a step of a flow as the call it stands for, without its first argument."""
    name, inside = step.function, step.arguments
    if inside is None:
        return tree.Raw(f"{name.text}()", name.span)
    start = inside.span.start - len(name.text) - 1
    return tree.Raw(f"{name.text}({inside.text})", Span(name.span.path, start, inside.span.stop + 1))


def _start_of(span: Span, word: str) -> Span:
    return Span(span.path, span.start, min(span.stop, span.start + len(word)))


def _mark_computable(facts: Facts) -> None:
    """Mark the flows that run before any body exists: those over functions that the hologram defines."""
    flows: list[tuple[Symbol, list[Bound]]] = []
    for placed in facts.table.items:
        item = placed.item
        if isinstance(item, tree.Function) and item.kind == "flow":
            parts = [
                facts.expressions.get(start)
                for clause in item.clauses
                if isinstance(clause, tree.Pipeline)
                for start in (clause.source.span.start, *(call_of(step).span.start for step in clause.steps))
            ]
            symbol = facts.table.declared.get(item.span.start)
            if symbol is not None:
                flows.append((symbol, [part for part in parts if part is not None]))
    moved = True
    while moved and flows:
        ready = [
            flow
            for flow in flows
            if all(
                one.symbol.kind is not Kind.FUNCTION or one.symbol.computable
                for part in flow[1]
                for one in part.declared
            )
        ]
        moved = bool(ready)
        for symbol, _ in ready:
            symbol.computable = True
        flows = [flow for flow in flows if not flow[0].computable]
