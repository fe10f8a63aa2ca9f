"""What one function needs of the hologram, and nothing more.

A slice holds whole declarations: its own, the signatures of what it may call, the shapes it names, the
words its text mentions, the scenarios and laws it is judged by. It never holds the body of another
function; what a derived function `returns` is its contract and may be shown. Cutting renders nothing.

Two digests say whether a function has to be written anew. `digest` covers the function's own text, what it
is judged by, and what the shapes it names mean; `contracts` has one digest for each function it may call.
Docs of other declarations and the glossary are in neither: a better wording elsewhere asks nobody anew. They
are in the ticket, so the ticket's hash does move.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from holo.ir import model as ir
from holo.provenance.digest import digest_parts
from holo.tickets.meaning import clauses, scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from holo.tickets.meaning import Declared, Meanings, Shape

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Slice:
    """What one function needs; every tuple in the order in which a reader meets it.

    `called` are the functions that the body may call: named in `uses` or in the contract. `mentioned` are
    those that only examples, scenarios, laws and invariants name. `near` are the shapes that the function
    itself names, `far` those that these rest on. `words` has, by id, the names that are not the bare ones.
    """

    function: ir.Function
    package: ir.Package
    called: tuple[ir.Function, ...]
    mentioned: tuple[ir.Function, ...]
    ports: tuple[ir.Port, ...]
    near: tuple[Shape, ...]
    far: tuple[Shape, ...]
    terms: tuple[ir.Term, ...]
    failures: tuple[ir.Failure, ...]
    laws: tuple[ir.Law, ...]
    flows: tuple[ir.Function, ...]
    python: tuple[str, ...]
    words: dict[str, str]
    _meanings: Meanings = field(repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """The digest of the function's own text, of what judges it, and of what the shapes it names mean."""
        local = self._meanings.local
        return digest_parts(
            (
                self.function.model_dump_json(exclude_defaults=True),
                *(failure.model_dump_json(exclude_defaults=True, exclude={"title"}) for failure in self.failures),
                *(law.model_dump_json(exclude_defaults=True, exclude={"doc"}) for law in self.laws),
                " ".join(self.python),
                *sorted(local(shape.id) for group in (self.near, self.ports, self.far) for shape in group),
            )
        )

    @cached_property
    def contracts(self) -> dict[str, str]:
        """The digest of the contract of each function that it may call or is judged with, by id."""
        return {key: self._meanings.contract(key) for key in sorted(f.id for f in (*self.called, *self.mentioned))}


class Slicer:
    """Cuts the slices of one hologram's functions."""

    def __init__(self, hologram: ir.Hologram, meanings: Meanings) -> None:
        """Sort what the hologram says by the function that it concerns."""
        self.hologram = hologram
        self.meanings = meanings
        self._failures: dict[str, list[ir.Failure]] = {}
        self._laws: dict[str, list[ir.Law]] = {}
        self._flows: dict[str, list[ir.Function]] = {}
        self._packages: dict[str, ir.Package] = {}
        self._terms: dict[str, list[tuple[str, ir.Term]]] = {}
        self._found: dict[str, Declared | None] = {}
        self._open = tuple(f for package in hologram.packages for f in package.functions if f.body is None)
        for failure in hologram.failures:
            self._failures.setdefault(failure.function, []).append(failure)
        for package in hologram.packages:
            for law in package.laws:
                for key in dict.fromkeys(meanings.named(clauses(law))):
                    self._laws.setdefault(key, []).append(law)
            for function in package.functions:
                self._packages[function.id] = package
                if isinstance(function.body, ir.Flow):
                    for key in dict.fromkeys(step.function for step in function.body.steps):
                        self._flows.setdefault(key, []).append(function)
        for term in hologram.terms:
            words = [_singular(word) for word in _WORD.findall(term.name.lower())]
            for form in _forms(words[0]) if words else ():
                self._terms.setdefault(form, []).append((" ".join(words), term))

    @property
    def open(self) -> tuple[ir.Function, ...]:
        """The functions whose body the hologram does not say: each is one ticket."""
        return self._open

    def package(self, function: ir.Function) -> ir.Package:
        """Return the package that a function stands in."""
        return self._packages[function.id]

    def alone(self, key: str) -> bool:
        """Say whether nothing that stands outside a function's declaration and its contract can be in its slice."""
        if self._terms or self.hologram.python:
            return False
        return key not in self._failures and key not in self._laws and key not in self._flows

    def cut(self, function: ir.Function) -> Slice:
        """Return the slice of one of the hologram's functions."""
        meanings, key = self.meanings, function.id
        failures = self._failures.get(key, ())
        laws = self._laws.get(key, ())
        own = dict.fromkeys(meanings.edges(key))
        own.update(dict.fromkeys(map(meanings.owner, function.uses)))
        shown = dict.fromkeys(meanings.named(example.expr for example in function.examples if not example.sealed))
        for failure in failures:
            shown.update(dict.fromkeys(meanings.named(scenario(failure), _faults(failure))))
        for law in laws:
            shown.update(dict.fromkeys(meanings.named((*_types(law), *clauses(law)))))
        own.pop(key, None)
        shown.pop(key, None)

        near: dict[str, Shape] = {}
        far: dict[str, Shape] = {}
        called: dict[str, ir.Function] = {}
        mentioned: dict[str, ir.Function] = {}
        for names, functions in ((own, called), (shown, mentioned)):
            for name in names:
                node = self._find(name)
                if isinstance(node, ir.Function):
                    functions.setdefault(name, node)
                elif node is not None and name not in near:
                    (near if names is own else far)[name] = node
        waiting = [edge for name in (*near, *far) for edge in meanings.edges(name)]
        for name in called:
            waiting += meanings.signed(name)
        while waiting:
            name = waiting.pop()
            if name in near or name in far or name in called or name in mentioned:
                continue
            node = self._find(name)
            if isinstance(node, ir.Function):
                if name != key:
                    mentioned[name] = node
            elif node is not None:
                far[name] = node
                waiting += meanings.edges(name)
        for name in called:
            mentioned.pop(name, None)
        return Slice(
            function=function,
            package=self._packages[key],
            called=tuple(called.values()),
            mentioned=tuple(mentioned.values()),
            ports=tuple([node for node in near.values() if type(node) is ir.Port]),
            near=tuple([node for node in near.values() if type(node) is not ir.Port]),
            far=tuple([node for node in far.values() if type(node) is not ir.Port]),
            terms=self._mentions(function) if self._terms else (),
            failures=tuple(failures),
            laws=tuple(laws),
            flows=tuple(self._flows.get(key, ())),
            python=self.hologram.python,
            words=self._words(key, near, far, called),
            _meanings=meanings,
        )

    def _find(self, key: str) -> Declared | None:
        try:
            return self._found[key]
        except KeyError:
            found = self._found[key] = self.meanings.find(key)
            return found

    def _words(
        self, key: str, near: Iterable[str], far: Iterable[str], called: Mapping[str, ir.Function]
    ) -> dict[str, str]:
        found: dict[str, str] = {}
        dotted = self.meanings.dotted
        for name in (key, *called, *near, *far):
            for target, word in dotted(name).items():
                found.setdefault(target, word)
        if len(called) > 1:
            # Two functions of one name can only be told apart by their packages.
            bare: dict[str, str] = {}
            for name, node in called.items():
                if name not in found and bare.setdefault(node.name, name) != name:
                    found[name] = ".".join(name.rsplit(".", 2)[-2:])
        return found

    def _mentions(self, function: ir.Function) -> tuple[ir.Term, ...]:
        parts = [function.name, function.doc, function.logic, *function.notes]
        parts += [parameter.name for parameter in function.parameters]
        words = _WORD.findall(" ".join(parts).lower())
        found: dict[str, ir.Term] = {}
        text = ""
        for word in dict.fromkeys(words):
            for phrase, term in self._terms.get(word, ()):
                if " " in phrase:
                    text = text or f" {' '.join(map(_singular, words))} "
                    if f" {phrase} " not in text:
                        continue
                found[term.name] = term
        return tuple(found.values())


def _faults(failure: ir.Failure) -> Iterator[str]:
    for given in failure.given:
        if isinstance(given, ir.GivenFault):
            yield given.error
    for then in failure.then:
        if isinstance(then, ir.ThenRaises):
            yield then.error


def _types(law: ir.Law) -> Iterator[ir.Expr]:
    for parameter in law.parameters:
        yield parameter.type


def _forms(word: str) -> tuple[str, ...]:
    return (word, f"{word}s", f"{word[:-1]}ies") if word.endswith("y") else (word, f"{word}s")


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word
