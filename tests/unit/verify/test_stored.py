"""Which inputs are kept for generated tests."""

from __future__ import annotations

from holo.expr.values import Fake
from holo.verify import stored


def test_one_input_of_each_branch_comes_first() -> None:
    """Errors first, then rare results, then in turn."""
    inputs = [(1,), (2,), (3,), (4,), (5,)]
    branches = ["int 1", "int 1", "f/raises/0", "int 0", "int 1"]

    chosen = stored.chosen(inputs, branches, repr, most=4)

    assert (("3",), ("4",), ("1",), ("2",)) == chosen


def test_no_input_is_kept_twice() -> None:
    """Inputs that are written alike are one."""
    chosen = stored.chosen([(1,), (1,)], ["a", "b"], repr)

    assert (("1",),) == chosen


def test_what_is_long_to_write_or_undefined_is_left_out() -> None:
    """A test is read by people; an input without a verdict proves nothing."""
    chosen = stored.chosen([("x" * 300,), (2,), (3,)], ["a", "undefined", "a"], repr)

    assert (("3",),) == chosen


def test_there_are_at_most_so_many() -> None:
    """Twenty-five are enough for one function."""
    inputs = [(number,) for number in range(100)]

    chosen = stored.chosen(inputs, ["a"] * 100, repr)

    assert stored.MOST == len(chosen)


def test_a_fake_is_written_as_its_fault() -> None:
    """Tests make fakes of their own; only what goes wrong must be said."""
    calm, broken = (Fake("shop.Post", {"send": (("text",), False)}) for _ in range(2))
    broken.raises("send", ConnectionError())

    chosen = stored.chosen([(1, calm), (2, broken)], ["a", "a"], repr)

    assert (("1", "..."), ("2", "send raises ConnectionError()")) == chosen
