"""Texts, errors and what is used. Contracts with a right body each, and bodies that break exactly one thing of them."""

from __future__ import annotations

from tests.unit.verify.spoken import Case

CASES = (
    Case(
        "greet",
        """
type Name = str where it.strip() != ""
function greet(name: Name) -> str {
  "Hello."
  ensures result == "Hello, " + name
}
""",
        """
def greet(name: Name) -> str:
    return f"Hello, {name}"
""",
        {
            "strip": """
def greet(name: Name) -> str:
    return f"Hello, {name.strip()}"
""",
            "sub": """
def greet(name: Name) -> str:
    class S(str):
        pass
    return S(f"Hello, {name}")
""",
            "title": """
def greet(name: Name) -> str:
    return f"Hello, {name[0]}{name[1:].lower()}"
""",
            "asc": """
def greet(name: Name) -> str:
    return "Hello, " + name.encode("ascii", "replace").decode()
""",
            "short": """
def greet(name: Name) -> str:
    return "Hello, " + name[:40]
""",
        },
    ),
    Case(
        "large",
        """
function count_words(text: str) -> int {
  "How many words."
  ensures result == len(text.split())
}
""",
        """
def count_words(text: str) -> int:
    return len(text.split())
""",
        {
            "blanks": """
def count_words(text: str) -> int:
    return len([word for word in text.split(" ") if word])
""",
            "plus": """
def count_words(text: str) -> int:
    return text.count(" ") + 1
""",
            "ten": """
def count_words(text: str) -> int:
    return min(len(text.split()), 8)
""",
            "nl": """
def count_words(text: str) -> int:
    return len(text.replace("\\n", " ").replace("\\t", " ").split(" ")) if text else 0
""",
        },
    ),
    Case(
        "parse",
        """
error NotANumber(text: str) "No number."
function number(text: str) -> int {
  "A number."
  raises NotANumber(text) when text == "" or any(letter not in "0123456789" for letter in text)
  ensures str(result) == (text.lstrip("0") or "0")
  example number("042") == 42
}
""",
        """
def number(text: str) -> int:
    if not text or set(text) - set("0123456789"):
        raise NotANumber(text)
    return int(text)
""",
        {
            "unicode": """
def number(text: str) -> int:
    if not text.isdigit():
        raise NotANumber(text)
    return int(text)
""",
            "isdec": """
def number(text: str) -> int:
    if not text.isdecimal():
        raise NotANumber(text)
    return int(text)
""",
            "tryint": """
def number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise NotANumber(text) from None
""",
            "payload": """
def number(text: str) -> int:
    if not text or set(text) - set("0123456789"):
        raise NotANumber(text.strip())
    return int(text)
""",
            "look": """
def number(text: str) -> int:
    class NotANumber(Exception):
        def __init__(self, text):
            super().__init__(text)
            self.text = text
    if not text or set(text) - set("0123456789"):
        raise NotANumber(text)
    return int(text)
""",
            "sub": """
def number(text: str) -> int:
    class Mine(NotANumber):
        pass
    if not text or set(text) - set("0123456789"):
        raise Mine(text)
    return int(text)
""",
            "hide": """
def number(text: str) -> int:
    if not text or set(text) - set("0123456789"):
        return 0
    return int(text)
""",
            "extra": """
def number(text: str) -> int:
    if not text or set(text) - set("0123456789") or len(text) > 12:
        raise NotANumber(text)
    return int(text)
""",
            "leading": """
def number(text: str) -> int:
    if not text or set(text) - set("0123456789") or text.startswith("00"):
        raise NotANumber(text)
    return int(text)
""",
        },
    ),
    Case(
        "byt",
        """
function xor(left: bytes, right: bytes) -> bytes {
  "Byte by byte."
  requires len(left) == len(right)
  ensures len(result) == len(left)
  ensures all(a % 2 + b % 2 != 1 or c % 2 == 1 for a, b, c in zip(left, right, result))
  ensures all(result[i] == (left[i] + right[i] - 2 * sum(min(left[i] // 2 ** k % 2, right[i] // 2 ** k % 2) * 2 ** k for k in range(8))) for i in range(len(left)))
}
""",
        """
def xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right))
""",
        {
            "arr": """
def xor(left: bytes, right: bytes) -> bytes:
    return bytearray(a ^ b for a, b in zip(left, right))
""",
            "orr": """
def xor(left: bytes, right: bytes) -> bytes:
    return bytes(a | b for a, b in zip(left, right))
""",
            "low": """
def xor(left: bytes, right: bytes) -> bytes:
    return bytes((a ^ b) % 128 for a, b in zip(left, right))
""",
            "short": """
def xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left[:16], right))
""",
        },
    ),
    Case(
        "tri",
        """
error Impossible(sides: list[int]) "No triangle."
function kind(a: int, b: int, c: int) -> str {
  "What a triangle is."
  requires a > 0 and b > 0 and c > 0
  raises Impossible([a, b, c]) when a + b <= c or b + c <= a or a + c <= b
  ensures (result == "equilateral") == (a == b and b == c)
  ensures (result == "scalene") == (a != b and b != c and a != c)
  ensures result in ["equilateral", "isosceles", "scalene"]
}
""",
        """
def kind(a: int, b: int, c: int) -> str:
    x, y, z = sorted((a, b, c))
    if x + y <= z:
        raise Impossible([a, b, c])
    if x == z:
        return "equilateral"
    return "isosceles" if y in (x, z) else "scalene"
""",
        {
            "one": """
def kind(a: int, b: int, c: int) -> str:
    if a + b <= c or b + c <= a:
        raise Impossible([a, b, c])
    return ["", "equilateral", "isosceles", "scalene"][len({a, b, c})]
""",
            "lt": """
def kind(a: int, b: int, c: int) -> str:
    if a + b < c or b + c < a or a + c < b:
        raise Impossible([a, b, c])
    return ["", "equilateral", "isosceles", "scalene"][len({a, b, c})]
""",
            "payload": """
def kind(a: int, b: int, c: int) -> str:
    if a + b <= c or b + c <= a or a + c <= b:
        raise Impossible(sorted([a, b, c]))
    return ["", "equilateral", "isosceles", "scalene"][len({a, b, c})]
""",
            "ptuple": """
def kind(a: int, b: int, c: int) -> str:
    if a + b <= c or b + c <= a or a + c <= b:
        raise Impossible((a, b, c))
    return ["", "equilateral", "isosceles", "scalene"][len({a, b, c})]
""",
            "iso": """
def kind(a: int, b: int, c: int) -> str:
    if a + b <= c or b + c <= a or a + c <= b:
        raise Impossible([a, b, c])
    if a == b == c:
        return "equilateral"
    return "isosceles" if a == b or b == c else "scalene"
""",
        },
    ),
    Case(
        "uses",
        """
error Bad(text: str) "Bad."
function one(text: str) -> int {
  "A length, of what is short."
  raises Bad(text) when len(text) > 3
  returns len(text)
}
function both(left: str, right: str) -> int {
  "The sum of both."
  uses one
  raises Bad(left) when len(left) > 3
  raises Bad(right) when len(right) > 3
  ensures result == one(left) + one(right)
}
""",
        """
def both(left: str, right: str) -> int:
    return one(left) + one(right)
""",
        {
            "hide": """
def both(left: str, right: str) -> int:
    try:
        return one(left) + one(right)
    except Bad:
        return 0
""",
            "order": """
def both(left: str, right: str) -> int:
    second = one(right)
    return one(left) + second
""",
        },
    ),
    Case(
        "opt",
        """
record User {
  name: str
  email: str | None = None
}
function contact(users: list[User], name: str) -> str | None {
  "The first email of that name."
  ensures result is None or any(user.name == name and user.email == result for user in users)
  ensures result is not None or all(user.name != name or user.email is None for user in users)
  ensures result is None or [user.email for user in users if user.name == name and user.email is not None][0] == result
}
""",
        """
def contact(users: list[User], name: str) -> str | None:
    for user in users:
        if user.name == name and user.email is not None:
            return user.email
    return None
""",
        {
            "truthy": """
def contact(users: list[User], name: str) -> str | None:
    for user in users:
        if user.name == name and user.email:
            return user.email
    return None
""",
            "last": """
def contact(users: list[User], name: str) -> str | None:
    found = None
    for user in users:
        if user.name == name and user.email is not None:
            found = user.email
    return found
""",
            "first": """
def contact(users: list[User], name: str) -> str | None:
    for user in users:
        if user.name == name:
            return user.email
    return None
""",
            "fold": """
def contact(users: list[User], name: str) -> str | None:
    for user in users:
        if user.name.lower() == name.lower() and user.email is not None:
            return user.email
    return None
""",
            "empty": """
def contact(users: list[User], name: str) -> str | None:
    for user in users:
        if user.name == name and user.email is not None:
            return user.email
    return ""
""",
        },
    ),
    Case(
        "nan",
        """
function biggest(values: list[float]) -> float | None {
  "The greatest of all; None without one."
  requires all(value - value == value - value for value in values)
  ensures (result is None) == (len(values) == 0)
  ensures result is None or all(value <= result for value in values)
  ensures result is None or result in values
}
""",
        """
def biggest(values: list[float]) -> float | None:
    return max(values, default=None)
""",
        {
            "last": """
def biggest(values: list[float]) -> float | None:
    return values[-1] if values else None
""",
            "zero": """
def biggest(values: list[float]) -> float | None:
    return max(values) if any(values) else None
""",
            "start": """
def biggest(values: list[float]) -> float | None:
    best = 0.0
    for value in values:
        best = max(best, value)
    return best if values else None
""",
        },
    ),
)
