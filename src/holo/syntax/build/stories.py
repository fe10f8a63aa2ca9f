"""What the rules build that tell how a program is used and why it is so: failures, requirements, decisions, chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from holo.codes import Code
from holo.source import Span
from holo.syntax import tree
from holo.syntax.build.parts import Parts

if TYPE_CHECKING:
    from holo.syntax.machine import Token, Values

_GIVEN = (tree.GivenValue, tree.GivenPort, tree.GivenFault, tree.GivenReply)


class StoryRules(Parts):
    """Rules of scenarios and of prose with a name."""

    # -- failures ---------------------------------------------------------------------------

    def failure(self, c: Values) -> tree.Failure | None:
        """`failure F1 "title" { given … when … then … }`."""
        word, name, title, _, scenes, last, close, _ = c
        body = self.whole(scenes, last)
        span = Span(self.path, word[0], close[0] + 1)
        head = Span(self.path, word[0], title[0] + len(title[1]))
        given = tuple([one for one in body if type(one) in _GIVEN])
        when = [one for one in body if type(one) is tree.Raw]
        then = tuple([one for one in body if type(one) in {tree.ThenRaises, tree.ThenHolds}])
        order = [0 if type(one) in _GIVEN else 1 if type(one) is tree.Raw else 2 for one in body]
        if order != sorted(order):
            self.problem(
                "A failure tells in this order: `given`, one `when`, `then`", head, "Reorder its lines", Code.INCOMPLETE
            )
        for extra in when[1:]:
            self.problem("A failure has one `when`", extra.span, "Write a second failure", Code.INCOMPLETE)
        if not then:
            self.problem(
                f"The failure `{name[1]}` has no `then`", head, "Say what must come out: `then result == …`",
                Code.INCOMPLETE,
            )  # fmt: skip
        if not when:
            self.problem(
                f"The failure `{name[1]}` has no `when`", head, "Say what is called: `when f(…)`", Code.INCOMPLETE
            )
            return None
        return tree.Failure(self.name(name), self.text(title), given, when[0], then, span)

    def given_value(self, c: Values) -> tree.GivenValue:
        """`given loans = […]`."""
        word, name, _, value = c
        if "." in name[1]:
            self.problem(f"`{name[1]}` is no name for a value", self.name(name).span, "Give it a name without a dot")
        raw = self.raw(value)
        return tree.GivenValue(self.name(name), raw, Span(self.path, word[0], raw.span.stop))

    def given_port(self, c: Values) -> tree.GivenPort:
        """`given post: Post`."""
        raw = self.raw(c[2])
        return tree.GivenPort(self.label(c[1]), raw, Span(self.path, c[0][0], raw.span.stop))

    def given_fault(self, c: Values) -> tree.GivenFault:
        """`given post.send raises E(payload)`."""
        word, target, _, thrown = c
        error, payload = self.thrown(thrown)
        stop = thrown[0] + len(thrown[1])
        return tree.GivenFault(self.name(target), error, payload, Span(self.path, word[0], stop))

    def given_reply(self, c: Values) -> tree.GivenReply:
        """`given clock.now returns …`."""
        word, target, _, value = c
        raw = self.raw(value)
        return tree.GivenReply(self.name(target), raw, Span(self.path, word[0], raw.span.stop))

    def when(self, c: Values) -> tree.Raw:
        """`when f(…)`."""
        return self.raw(c[1])

    def then_raises(self, c: Values) -> tree.ThenRaises:
        """`then raises E(payload)`."""
        word, _, thrown = c
        error, payload = self.thrown(thrown)
        return tree.ThenRaises(error, payload, Span(self.path, word[0], thrown[0] + len(thrown[1])))

    def then_holds(self, c: Values) -> tree.ThenHolds:
        """`then CONDITION`."""
        raw = self.raw(c[1])
        return tree.ThenHolds(raw, Span(self.path, c[0][0], raw.span.stop))

    # -- prose with a name ------------------------------------------------------------------

    def requirement(self, c: Values) -> tree.Requirement:
        """`requirement R1 "…" by … shown by …`."""
        word, name, text, _, by, _, shown, _ = c
        last: Token = shown or by or text
        return tree.Requirement(
            self.name(name),
            self.text(text),
            () if by is None else self.names(by),
            () if shown is None else self.names(shown),
            Span(self.path, word[0], last[0] + len(last[1])),
        )

    def rejects(self, c: Values) -> tuple[Token, tuple[tree.Text, ...]]:
        """`rejects "…", "…"`, with its first word."""
        return c[0], tuple([self.text(one) for one in c[1]])

    def decision(self, c: Values) -> tree.Decision | None:
        """`decision D1 "title" { prose rejects … }`."""
        word, name, title, _, remarks, last, close, _ = c
        body = self.whole(remarks, last)
        head = Span(self.path, word[0], title[0] + len(title[1]))
        prose = self._prose(body, head, f"The decision `{name[1]}`")
        rejects = [one for one in body if type(one) is tuple]
        if prose is None:
            return None
        for (start, text), _ in rejects[1:]:
            self.problem(
                "A decision has one `rejects`", self.span(start, start + len(text)), "Join them with commas",
                Code.INCOMPLETE,
            )  # fmt: skip
        return tree.Decision(
            self.name(name),
            self.text(title),
            prose,
            tuple([one for _, texts in rejects for one in texts]),
            Span(self.path, word[0], close[0] + 1),
        )

    def chapter(self, c: Values) -> tree.Chapter | None:
        """`chapter "title" { prose }`."""
        word, title, _, remarks, last, close, _ = c
        body = self.whole(remarks, last)
        head = Span(self.path, word[0], title[0] + len(title[1]))
        prose = self._prose(body, head, "The chapter")
        for one in body:
            if type(one) is tuple:
                start, text = one[0]
                self.problem(
                    "`rejects` stands only in a decision", self.span(start, start + len(text)), "Move it into one",
                    Code.INCOMPLETE,
                )  # fmt: skip
        if prose is None:
            return None
        return tree.Chapter(self.text(title), prose, Span(self.path, word[0], close[0] + 1))

    def _prose(self, body: list[Any], head: Span, what: str) -> tree.Text | None:
        texts = [one for one in body if type(one) is tree.Text]
        if not texts:
            self.problem(f"{what} says nothing", head, 'Write its text first inside: """…"""', Code.INCOMPLETE)
            return None
        for one in texts[1:]:
            self.problem(f"{what} has one text, and this is another", one.span, "Join the two", Code.INCOMPLETE)
        return texts[0]

    def open(self, c: Values) -> tree.Open:
        """`open "question" about f`."""
        word, question, _, listed, _ = c
        about = () if listed is None else self.names(listed)
        last: Token = listed or question
        return tree.Open(self.text(question), about, Span(self.path, word[0], last[0] + len(last[1])))

    def ticket(self, c: Values) -> tree.Ticket:
        """`ticket FUNCTION "…"`."""
        word, name, text, _ = c
        said = self.text(text)
        return tree.Ticket(self.name(name), said, Span(self.path, word[0], said.span.stop))
