"""Records, unions, enums, invariants, and state. Contracts with a right body each, and bodies that break exactly one thing of them."""

from __future__ import annotations

from tests.unit.verify.spoken import Case

CASES = (
    Case(
        "alias",
        """
record Cart {
  items: list[str]
}
function add(cart: Cart, item: str) -> Cart {
  "One more."
  ensures result.items == cart.items + [item]
}
""",
        """
def add(cart: Cart, item: str) -> Cart:
    return Cart([*cart.items, item])
""",
        {
            "mutate": """
def add(cart: Cart, item: str) -> Cart:
    cart.items.append(item)
    return cart
""",
            "setattr": """
def add(cart: Cart, item: str) -> Cart:
    object.__setattr__(cart, "items", [*cart.items, item])
    return cart
""",
        },
    ),
    Case(
        "area",
        """
record Circle { radius: int }
record Square { side: int }
function area(shape: Circle | Square) -> int {
  "Area, with pi as 3."
  ensures isinstance(shape, Circle) or result == shape.side * shape.side
  ensures isinstance(shape, Square) or result == 3 * shape.radius * shape.radius
}
""",
        """
def area(shape: Circle | Square) -> int:
    if isinstance(shape, Circle):
        return 3 * shape.radius ** 2
    return shape.side ** 2
""",
        {
            "swapped": """
def area(shape: Circle | Square) -> int:
    if isinstance(shape, Circle):
        return shape.radius ** 2
    return shape.side ** 2
""",
            "neg": """
def area(shape: Circle | Square) -> int:
    if isinstance(shape, Circle):
        return 3 * shape.radius ** 2 if shape.radius > 0 else 0
    return shape.side ** 2
""",
            "float": """
def area(shape: Circle | Square) -> int:
    if isinstance(shape, Circle):
        return 3.0 * shape.radius ** 2
    return shape.side ** 2
""",
        },
    ),
    Case(
        "enumy",
        """
enum Light { red, green, amber }
function next_light(light: Light) -> Light {
  "Red, green, amber, red."
  ensures result != light
  ensures (light == Light.red) == (result == Light.green)
  ensures (light == Light.green) == (result == Light.amber)
}
""",
        """
def next_light(light: Light) -> Light:
    match light:
        case Light.red:
            return Light.green
        case Light.green:
            return Light.amber
        case _:
            return Light.red
""",
        {
            "wrong": """
def next_light(light: Light) -> Light:
    return Light.green if light == Light.red else Light.red
""",
            "string": """
def next_light(light: Light) -> Light:
    return {"red": "green", "green": "amber"}.get(light.value, "red")
""",
        },
    ),
    Case(
        "invariant",
        """
record Span {
  low: int
  high: int
  invariant low <= high
}
function hull(a: Span, b: Span) -> Span {
  "What holds both."
  ensures result.low <= a.low and result.low <= b.low
  ensures result.high >= a.high and result.high >= b.high
  ensures result.low in [a.low, b.low] and result.high in [a.high, b.high]
}
""",
        """
def hull(a: Span, b: Span) -> Span:
    return Span(min(a.low, b.low), max(a.high, b.high))
""",
        {
            "swapped": """
def hull(a: Span, b: Span) -> Span:
    return Span(max(a.high, b.high), min(a.low, b.low))
""",
            "forge": """
def hull(a: Span, b: Span) -> Span:
    made = object.__new__(Span)
    object.__setattr__(made, "low", max(a.high, b.high) + 1)
    object.__setattr__(made, "high", min(a.low, b.low))
    return made
""",
            "first": """
def hull(a: Span, b: Span) -> Span:
    return Span(a.low, max(a.high, b.high))
""",
        },
    ),
    Case(
        "tree",
        """
record Leaf { value: int }
record Fork {
  left: Leaf | Fork
  right: Leaf | Fork
}
function leaves(tree: Leaf | Fork) -> int {
  "How many leaves."
  table {
    isinstance(tree, Leaf) -> 1
    otherwise -> leaves(tree.left) + leaves(tree.right)
  }
}
function total(tree: Leaf | Fork) -> int {
  "Sum."
  table {
    isinstance(tree, Leaf) -> tree.value
    otherwise -> total(tree.left) + total(tree.right)
  }
}
""",
        """
def total(tree: Leaf | Fork) -> int:
    if isinstance(tree, Leaf):
        return tree.value
    return total(tree.left) + total(tree.right)
""",
        {
            "left": """
def total(tree: Leaf | Fork) -> int:
    if isinstance(tree, Leaf):
        return tree.value
    return total(tree.left) + total(tree.left)
""",
            "shallow": """
def total(tree: Leaf | Fork) -> int:
    if isinstance(tree, Leaf):
        return tree.value
    if isinstance(tree.left, Leaf) and isinstance(tree.right, Leaf):
        return tree.left.value + tree.right.value
    return total(tree.left) + total(tree.right) if isinstance(tree.left, Leaf) else 0
""",
        },
    ),
    Case(
        "state",
        """
function next_id(ids: list[int]) -> int {
  "One above the highest, 1 without any."
  ensures result > 0
  ensures all(result > each for each in ids)
}
""",
        """
def next_id(ids: list[int]) -> int:
    return max([0, *ids]) + 1
""",
        {
            "counter": """
def next_id(ids: list[int], seen=[]) -> int:
    seen.append(1)
    return max([0, *ids]) + len(seen)
""",
            "attr": """
def next_id(ids: list[int]) -> int:
    next_id.n = getattr(next_id, "n", 0) + 1
    return max([0, *ids]) + next_id.n
""",
            "once": """
def next_id(ids: list[int]) -> int:
    if hasattr(next_id, "n"):
        return max([0, *ids]) + 2
    next_id.n = 1
    return max([0, *ids]) + 1
""",
            "second": """
def next_id(ids: list[int]) -> int:
    next_id.seen = getattr(next_id, "seen", 0) + 1
    return max([0, *ids]) + (1 if next_id.seen < 50 else 2)
""",
            "idy": """
def next_id(ids: list[int]) -> int:
    return max([0, *ids]) + 1 + id(ids) // 16 % 2
""",
            "hashy": """
def next_id(ids: list[int]) -> int:
    return max([0, *ids]) + 1 + hash(str(ids)) % 2
""",
            "glob": """
def next_id(ids: list[int]) -> int:
    import time
    return max([0, *ids]) + 1 + int(time.time()) % 2
""",
        },
    ),
)
