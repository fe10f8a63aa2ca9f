"""Containers, sets and the order of them. Contracts with a right body each, and bodies that break exactly one thing of them."""

from __future__ import annotations

from tests.unit.verify.spoken import Case

CASES = (
    Case(
        "dedupe",
        """
function dedupe[T](items: list[T]) -> list[T] {
  "Each once, in order."
  ensures all(item in items for item in result)
  ensures all(item in result for item in items)
  ensures all(result.count(item) == 1 for item in result)
  ensures all(items.index(a) < items.index(b) for a, b in zip(result, result[1:]))
}
""",
        """
def dedupe(items: list[T]) -> list[T]:
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return found
""",
        {
            "sorted": """
def dedupe(items: list[T]) -> list[T]:
    return sorted(set(items))
""",
            "same": """
def dedupe(items: list[T]) -> list[T]:
    return items
""",
            "only_adjacent": """
def dedupe(items: list[T]) -> list[T]:
    return [item for at, item in enumerate(items) if at == 0 or items[at - 1] != item]
""",
            "only_small": """
def dedupe(items: list[T]) -> list[T]:
    found = []
    for item in items[:8]:
        if item not in found:
            found.append(item)
    return found
""",
            "gen": """
def dedupe(items: list[T]) -> list[T]:
    return (item for at, item in enumerate(items) if item not in items[:at])
""",
            "keys": """
def dedupe(items: list[T]) -> list[T]:
    return dict.fromkeys(items).keys()
""",
        },
    ),
    Case(
        "nested",
        """
record Row {
  tags: dict[str, list[int]]
}
function total(rows: list[Row]) -> dict[str, int] {
  "Sums by tag."
  ensures set(result) == {tag for row in rows for tag in row.tags}
  ensures all(result[tag] == sum(sum(row.tags[tag]) for row in rows if tag in row.tags) for tag in result)
}
""",
        """
def total(rows: list[Row]) -> dict[str, int]:
    found = {}
    for row in rows:
        for tag, values in row.tags.items():
            found[tag] = found.get(tag, 0) + sum(values)
    return found
""",
        {
            "last": """
def total(rows: list[Row]) -> dict[str, int]:
    found = {}
    for row in rows:
        for tag, values in row.tags.items():
            found[tag] = sum(values)
    return found
""",
            "mutate": """
def total(rows: list[Row]) -> dict[str, int]:
    found = {}
    for row in rows:
        for tag, values in row.tags.items():
            values.sort()
            found[tag] = found.get(tag, 0) + sum(values)
    return found
""",
            "bool": """
def total(rows: list[Row]) -> dict[str, int]:
    found = {}
    for row in rows:
        for tag, values in row.tags.items():
            found[tag] = found.get(tag, False) + sum(values)
    return {tag: (True if n == 1 else n) for tag, n in found.items()}
""",
            "flt": """
def total(rows: list[Row]) -> dict[str, int]:
    found = {}
    for row in rows:
        for tag, values in row.tags.items():
            found[tag] = found.get(tag, 0) + sum(values)
    return {tag: (n / 1 if n > 9 else n) for tag, n in found.items()}
""",
            "ddict": """
def total(rows: list[Row]) -> dict[str, int]:
    class D(dict):
        pass
    found = D()
    for row in rows:
        for tag, values in row.tags.items():
            found[tag] = found.get(tag, 0) + sum(values)
    return found
""",
            "drop_empty": """
def total(rows: list[Row]) -> dict[str, int]:
    found = {}
    for row in rows:
        for tag, values in row.tags.items():
            if values:
                found[tag] = found.get(tag, 0) + sum(values)
    return found
""",
        },
    ),
    Case(
        "setorder",
        """
function names(all_of: list[str]) -> list[str] {
  "Each once, in any order."
  ensures set(result) == set(all_of)
  ensures len(result) == len(set(all_of))
}
""",
        """
def names(all_of: list[str]) -> list[str]:
    return sorted(set(all_of))
""",
        {
            "unordered": """
def names(all_of: list[str]) -> list[str]:
    return list(set(all_of))
""",
            "unordered2": """
def names(all_of: list[str]) -> list[str]:
    return [*{each for each in all_of}]
""",
        },
    ),
    Case(
        "shares",
        """
function evens(rows: list[list[int]]) -> list[list[int]] {
  "Those of even length."
  ensures result == [row for row in rows if len(row) % 2 == 0]
}
""",
        """
def evens(rows: list[list[int]]) -> list[list[int]]:
    return [row for row in rows if not len(row) % 2]
""",
        {
            "shared": """
def evens(rows: list[list[int]]) -> list[list[int]]:
    rows[:] = [row for row in rows if len(row) % 2 == 0]
    return rows
""",
            "tuples": """
def evens(rows: list[list[int]]) -> list[list[int]]:
    return [tuple(row) for row in rows if len(row) % 2 == 0]
""",
            "large": """
def evens(rows: list[list[int]]) -> list[list[int]]:
    return [row for row in rows if len(row) in (0, 2, 4)]
""",
        },
    ),
    Case(
        "tuplek",
        """
function pairs(rows: list[tuple[str, int]]) -> dict[str, tuple[int, ...]] {
  "All numbers of each name."
  ensures set(result) == {row[0] for row in rows}
  ensures all(result[name] == tuple(row[1] for row in rows if row[0] == name) for name in result)
}
""",
        """
def pairs(rows: list[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found = {}
    for name, number in rows:
        found[name] = (*found.get(name, ()), number)
    return found
""",
        {
            "lists": """
def pairs(rows: list[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found = {}
    for name, number in rows:
        found.setdefault(name, []).append(number)
    return found
""",
            "sets": """
def pairs(rows: list[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found = {}
    for name, number in rows:
        if number not in found.get(name, ()):
            found[name] = (*found.get(name, ()), number)
    return found
""",
        },
    ),
    Case(
        "fro",
        """
function common(groups: list[frozenset[str]]) -> frozenset[str] {
  "What is in all."
  ensures all(each in group for each in result for group in groups)
  ensures groups == [] or all(each in result or any(each not in group for group in groups) for each in groups[0])
  ensures groups != [] or result == frozenset()
}
""",
        """
def common(groups: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*groups) if groups else frozenset()
""",
        {
            "sett": """
def common(groups: list[frozenset[str]]) -> frozenset[str]:
    found = set(groups[0]) if groups else set()
    for group in groups:
        found &= group
    return found
""",
            "two": """
def common(groups: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*groups[:2]) if groups else frozenset()
""",
            "union": """
def common(groups: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.union(*groups) if groups else frozenset()
""",
        },
    ),
    Case(
        "firstset",
        """
function any_of(items: frozenset[str]) -> str | None {
  "One of them; None without one."
  ensures (result is None) == (len(items) == 0)
  ensures result is None or result in items
}
""",
        """
def any_of(items: frozenset[str]) -> str | None:
    return min(items, default=None)
""",
        {
            "nexti": """
def any_of(items: frozenset[str]) -> str | None:
    return next(iter(items), None)
""",
            "pop": """
def any_of(items: frozenset[str]) -> str | None:
    return list(items)[0] if items else None
""",
        },
    ),
    Case(
        "dictorder",
        """
function index(words: list[str]) -> dict[str, int] {
  "How often each stands there."
  ensures set(result) == set(words)
  ensures all(result[word] == words.count(word) for word in result)
}
""",
        """
def index(words: list[str]) -> dict[str, int]:
    return {word: words.count(word) for word in words}
""",
        {
            "zeroes": """
def index(words: list[str]) -> dict[str, int]:
    return {word: 1 for word in words}
""",
            "counter": """
def index(words: list[str]) -> dict[str, int]:
    from collections import Counter
    return Counter(words)
""",
        },
    ),
    Case(
        "dictlist",
        """
function index(words: list[str]) -> dict[str, int] {
  "How often each stands there, in order."
  ensures list(result) == sorted(set(words))
  ensures all(result[word] == words.count(word) for word in result)
}
""",
        """
def index(words: list[str]) -> dict[str, int]:
    return {word: words.count(word) for word in sorted(set(words))}
""",
        {
            "fromset": """
def index(words: list[str]) -> dict[str, int]:
    return {word: words.count(word) for word in set(words)}
""",
            "byfirst": """
def index(words: list[str]) -> dict[str, int]:
    return {word: words.count(word) for word in words}
""",
        },
    ),
    Case(
        "many",
        """
function merge(left: list[int], right: list[int]) -> list[int] {
  "Both, in order."
  requires left == sorted(left) and right == sorted(right)
  ensures result == sorted(left + right)
}
""",
        """
def merge(left: list[int], right: list[int]) -> list[int]:
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            found.append(left[i])
            i += 1
        else:
            found.append(right[j])
            j += 1
    return found + left[i:] + right[j:]
""",
        {
            "notail": """
def merge(left: list[int], right: list[int]) -> list[int]:
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            found.append(left[i])
            i += 1
        else:
            found.append(right[j])
            j += 1
    return found + left[i:]
""",
            "dup": """
def merge(left: list[int], right: list[int]) -> list[int]:
    return sorted(set(left) | set(right))
""",
            "cat": """
def merge(left: list[int], right: list[int]) -> list[int]:
    return left + right
""",
            "pop": """
def merge(left: list[int], right: list[int]) -> list[int]:
    found = []
    while left or right:
        found.append(left.pop(0) if left and (not right or left[0] <= right[0]) else right.pop(0))
    return found
""",
        },
    ),
)
