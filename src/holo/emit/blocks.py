"""The test functions of one test file, as text in the words of that file.

Each block is one test: an example, a scenario, or the contract held against stored inputs. Whatever would
run an open function is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holo.emit.checks import Conditions
from holo.emit.function_file import raised
from holo.emit.names import FileNames, is_async
from holo.emit.prose import INDENT, docstring, one_line
from holo.ir import model as ir
from holo.pycode.imports import expression_names
from holo.pycode.scope import expressions, port_of, scope_of, shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from holo.emit.draft import Draft
    from holo.emit.layout import Unit

FAKES = "fakes"
RAISES = " raises "
_WORDS = ("pytest", "asyncio", "CASES", "check", "test_contract")


class Blocks:
    """Writes the tests of one function or law."""

    def __init__(self, draft: Draft, unit: Unit, node: ir.Function | ir.Law) -> None:
        """Begin a test file."""
        self._draft = draft
        self._node = node
        self._lookup = draft.layout.library.lookup
        parameters = [each.name for each in node.parameters]
        failures = [each for each in unit.hologram.failures if each.function == node.id]
        given = [given.name for each in failures for given in each.given]
        self._result, self._before, self._caught = (_fresh(word, parameters) for word in ("result", "before", "caught"))
        self._names = FileNames(
            draft.layout,
            f"{FAKES}.{node.name}",
            modules=unit.hologram.python,
            taken=[*parameters, *given, *_WORDS, "result", self._result, self._before, self._caught],
            bound={name for expr in _all(node, failures) for name in expression_names(expr.source).bound},
            fakes=FAKES,
        )
        self._ports = {
            each.name: port.id for each in node.parameters if (port := port_of(each.type, self._lookup)) is not None
        }

    def imports(self) -> str:
        """Return the imports of all blocks made so far."""
        return self._names.imports()

    def function(self, scenarios: Sequence[ir.Failure], stored: Sequence[Sequence[str]], *, sealed: bool) -> list[str]:
        """Return the tests of a function."""
        function = self._node
        assert isinstance(function, ir.Function)
        found = []
        for number, example in enumerate(function.examples, 1):
            if (sealed or not example.sealed) and self._stands(example.expr):
                found.append(self._example(number, example))
        found += [self._scenario(each) for each in scenarios if self._stands(*_scenario(each))]
        if stored and self._stands(*expressions(function)) and self._answerable(function):
            faulty = self._faulty(stored)
            found += [self._cases(stored, faulty), self._contract(function, faulty)]
        return found

    def law(self, stored: Sequence[Sequence[str]]) -> list[str]:
        """Return the test of a law, where there are inputs and all that it names stands."""
        law = self._node
        assert isinstance(law, ir.Law)
        conditions = [*law.requires, *law.ensures]
        if not stored or not self._stands(*(each.expr for each in conditions)) or self._ports:
            return []
        lines = [f"if not ({self._code(each.expr)}):\n{INDENT}return" for each in law.requires]
        lines += [self._assertion(each.expr) for each in law.ensures]
        lines = [part for line in lines for part in line.split("\n")]
        waits = any(self._waits(each.expr) for each in conditions)
        return [
            self._cases(stored, {}),
            self._test("law", law.doc or f"The law `{law.id}`.", lines, waits=waits, cases=True),
        ]

    # -- one block each ---------------------------------------------------------------------

    def _example(self, number: int, example: ir.Example) -> str:
        title = "A sealed example of the hologram." if example.sealed else "An example of the hologram."
        lines = self._assertion(example.expr).split("\n")
        return self._test(f"example_{number}", title, lines, waits=self._waits(example.expr))

    def _scenario(self, failure: ir.Failure) -> str:
        lines = []
        for given in failure.given:
            match given:
                case ir.GivenValue():
                    lines.append(f"{given.name} = {self._code(given.value)}")
                case ir.GivenPort():
                    lines.append(f"{given.name} = {self._fake(given.port)}()")
                case ir.GivenFault():
                    fault = self._names.standard(FAKES, "fault")
                    lines.append(f"{fault}({given.name}.{given.function}, {self._error(given.error, given.payload)})")
                case ir.GivenReply():
                    reply = self._names.standard(FAKES, "reply")
                    lines.append(f"{reply}({given.name}.{given.function}, {self._code(given.value)})")
        raising = [each for each in failure.then if isinstance(each, ir.ThenRaises)]
        holding = [each for each in failure.then if isinstance(each, ir.ThenHolds)]
        call = self._code(failure.when)
        if raising:
            lines += self._raising(raising[0].error, raising[0].payload, call)
        else:
            uses = any(use.root == "result" for each in holding for use in expression_names(each.expr.source).free)
            lines.append(f"result = {call}" if uses else call)
        for each in holding:
            lines += self._assertion(each.expr).split("\n")
        title = failure.title or f"Scenario {failure.name}."
        return self._test(f"scenario_{failure.name}", title, lines, waits=any(map(self._waits, _scenario(failure))))

    def _faulty(self, stored: Sequence[Sequence[str]]) -> dict[str, str]:
        """Return the ports that fail in a stored input, with the name that a test has for their fault."""
        taken = [each.name for each in self._node.parameters]
        return {
            each.name: _fresh(f"{each.name}_fault", taken)
            for at, each in enumerate(self._node.parameters)
            if each.name in self._ports and any(RAISES in case[at] for case in stored)
        }

    def _cases(self, stored: Sequence[Sequence[str]], faulty: Mapping[str, str]) -> str:
        names = self._value_names()
        rows = ["CASES = ["]
        for case in stored:
            values = []
            for text, each in zip(case, self._node.parameters, strict=True):
                if each.name not in self._ports:
                    values.append(self._names.text(text, names))
                elif each.name in faulty:
                    function, raises, error = text.partition(RAISES)
                    values.append(f'("{function}", {self._names.text(error, names)})' if raises else "None")
            rows.append(f"{INDENT}({', '.join(values)}{',' if len(values) == 1 else ''}),")
        return "\n".join([*rows, "]"])

    def _contract(self, function: ir.Function, faulty: Mapping[str, str]) -> str:
        values = [each.name for each in function.parameters if each.name not in self._ports]
        lines = [f"{name} = {self._fake(port)}()" for name, port in self._ports.items()]
        for name, fault in faulty.items():
            breaks = self._names.standard(FAKES, "fault")
            lines += [f"if {fault} is not None:", f"{INDENT}{breaks}(getattr({name}, {fault}[0]), {fault}[1])"]
        call = self._call(function)
        if values:
            copy = self._names.standard("copy", "deepcopy")
            lines.append(f"{self._before} = {copy}(({_tuple(values)}))")
        for clause in function.raises:
            if clause.when is not None:
                lines.append(f"if {self._code(clause.when)}:")
                inner = self._raising(clause.error, clause.payload, call)
                lines += [f"{INDENT}{line}" for line in [*inner, "return"]]
        may = [clause for clause in function.raises if clause.when is None]
        if may:
            errors = ", ".join(dict.fromkeys(self._error_class(clause.error) for clause in may))
            lines += ["try:", f"{INDENT}{self._result} = {call}"]
            lines += [f"except {f'({errors})' if ',' in errors else errors}:", f"{INDENT}return"]
        else:
            lines.append(f"{self._result} = {call}")
        conditions = Conditions(self._names, self._lookup, types=True)
        lines += [f"assert {each}" for each in conditions.of(function.returns, self._result)]
        lines += [part for each in function.ensures for part in self._assertion(each.expr).split("\n")]
        lines += self._oracle(function)
        if values:
            lines.append(f"assert ({_tuple(values)}) == {self._before}")
        if len(lines) == 1:
            lines = [call]
        waits = function.is_async or any(map(self._waits, expressions(function)))
        return self._test(
            "contract",
            "Stored inputs meet the contract.",
            lines,
            waits=waits,
            cases=bool(values or faulty),
            faulty=faulty,
        )

    def _oracle(self, function: ir.Function) -> list[str]:
        match function.body:
            case ir.Returns(expr=expr) | ir.Flow(expr=expr):
                return [f"assert {self._result} == ({self._code(expr)})"]
            case ir.Table(rows=rows):
                text = ""
                for row in reversed(rows):
                    value = f"({self._code(row.value)})"
                    otherwise = f" else {text}" if text else f" else {self._result}"
                    text = value if row.when is None else f"{value} if ({self._code(row.when)}){otherwise}"
                return [f"assert {self._result} == ({text})"]
            case None:
                return []

    def _raising(self, error: str, payload: ir.Expr | None, call: str) -> list[str]:
        self._names.whole("pytest")
        kind = self._error_class(error)
        lines = [f"with pytest.raises({kind}) as {self._caught}:", f"{INDENT}{call}"]
        lines.append(f"assert type({self._caught}.value) is {kind}")
        if payload is not None:
            lines.append(f"assert {self._caught}.value.args == ({self._code(payload)}).args")
        return lines

    def _test(
        self,
        name: str,
        title: str,
        lines: Sequence[str],
        *,
        waits: bool,
        cases: bool = False,
        faulty: Mapping[str, str] | None = None,
    ) -> str:
        generic = isinstance(self._node, ir.Function) and self._node.type_parameters
        takes: dict[str, str] = {}
        for each in self._node.parameters if cases else ():
            if each.name not in self._ports:
                takes[each.name] = "object" if generic else self._names.code(each.type, typed=True)
            elif each.name in (faulty or {}):
                takes[(faulty or {})[each.name]] = "tuple[str, Exception] | None"
        head = []
        if takes:
            self._names.whole("pytest")
            names = ", ".join(f'"{each}"' for each in takes)
            head.append(f"@pytest.mark.parametrize(({names}{',' if len(takes) == 1 else ''}), CASES)")
        given = ", ".join(f"{each}: {kind}" for each, kind in takes.items())
        head += [f"def test_{name}({given}) -> None:", *docstring(title, (), INDENT)]
        if not waits:
            return "\n".join([*head, *(f"{INDENT}{line}" for line in lines)])
        self._names.whole("asyncio")
        inner = [f"{INDENT * 2}{line}" for line in lines]
        return "\n".join(
            [*head, "", f"{INDENT}async def check() -> None:", *inner, "", f"{INDENT}asyncio.run(check())"]
        )

    # -- words ------------------------------------------------------------------------------

    def _code(self, expr: ir.Expr) -> str:
        stands_for = {"result": self._result} if self._result != "result" else {}
        text = self._names.code(expr, stands_for=stands_for, awaited=True)
        return f"({text})" if "\n" in text else text

    def _assertion(self, expr: ir.Expr) -> str:
        text = self._code(expr)
        # `assert (a, b)` is always true; a bare tuple cannot be written in the language.
        return f"assert {text}" if "\n" not in text else f"assert {one_line(text)}"

    def _call(self, function: ir.Function) -> str:
        name = self._names.local(function.id, function.name)
        call = f"{name}({', '.join(each.name for each in function.parameters)})"
        return f"await {call}" if function.is_async else call

    def _fake(self, port: str) -> str:
        return self._names.standard(FAKES, self._draft.layout.fakes()[port])

    def _error_class(self, error: str) -> str:
        return self._names.local(error, error.rpartition(".")[2]) if "." in error else error

    def _error(self, error: str, payload: ir.Expr | None) -> str:
        clause = ir.Raises(id="", error=error, payload=payload)
        nobody = ir.Function(id=self._node.id, name=self._node.name, returns=ir.Expr(source="None"))
        return raised(clause, nobody, self._names, self._draft.layout, {}).partition("  #")[0]

    def _stands(self, *found: ir.Expr) -> bool:
        keys = {key for expr in found for key in expr.names.values()}
        if isinstance(self._node, ir.Function):
            keys.add(self._node.id)
        return self._draft.stands(keys)

    def _answerable(self, function: ir.Function) -> bool:
        # What a port answered when an input was stored is not stored with it; scenarios say what it answers.
        called = (self._lookup(key) for key in function.uses)
        return not any(isinstance(each, ir.PortFunction) and each.returns.source != "None" for each in called)

    def _waits(self, expr: ir.Expr) -> bool:
        return any(is_async(self._draft.layout, key) for key in expr.names.values())

    def _value_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        if isinstance(self._node, ir.Function):
            names.update(scope_of(self._node, self._lookup).names)
        for expr in _all(self._node, ()):
            names.update(expr.names)
        for unit in self._draft.layout.units:
            for shape in shapes(unit.package):
                names.setdefault(shape.name, shape.id)
        return names


def _all(node: ir.Function | ir.Law, failures: Iterable[ir.Failure]) -> Iterator[ir.Expr]:
    if isinstance(node, ir.Function):
        yield from expressions(node)
        yield from (each.expr for each in node.examples)
    else:
        yield from (each.type for each in node.parameters)
        yield from (each.expr for each in (*node.requires, *node.ensures))
    for failure in failures:
        yield from _scenario(failure)


def _scenario(failure: ir.Failure) -> Iterator[ir.Expr]:
    for given in failure.given:
        match given:
            case ir.GivenValue() | ir.GivenReply():
                yield given.value
            case ir.GivenFault() if given.payload is not None:
                yield given.payload
    yield failure.when
    for then in failure.then:
        match then:
            case ir.ThenHolds():
                yield then.expr
            case ir.ThenRaises() if then.payload is not None:
                yield then.payload


def _fresh(word: str, taken: Sequence[str]) -> str:
    while word in taken:
        word += "_"
    return word


def _tuple(names: Sequence[str]) -> str:
    return f"{names[0]}," if len(names) == 1 else ", ".join(names)
