"""Ports that answer, fail, and are told things. Contracts with a right body each, and bodies that break exactly one thing of them."""

from __future__ import annotations

from tests.unit.verify.spoken import Case

CASES = (
    Case(
        "clock",
        """
function age(born: date, clock: Clock) -> int {
  "Full years."
  uses Clock.today
  requires born.year >= 1900
  ensures len(calls(clock.today)) == 1
  ensures result >= -12000
}
failure F1 "Before the birthday" {
  given clock: Clock
  given clock.today returns date(2026, 3, 1)
  when age(date(2000, 3, 2), clock)
  then result == 25
}
failure F2 "On the birthday" {
  given clock: Clock
  given clock.today returns date(2026, 3, 2)
  when age(date(2000, 3, 2), clock)
  then result == 26
}
""",
        """
def age(born: date, clock: Clock) -> int:
    today = clock.today()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
""",
        {
            "twice": """
def age(born: date, clock: Clock) -> int:
    today = clock.today()
    return clock.today().year - born.year - ((today.month, today.day) < (born.month, born.day))
""",
            "real": """
def age(born: date, clock: Clock) -> int:
    today = date.today()
    clock.today()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
""",
            "le": """
def age(born: date, clock: Clock) -> int:
    today = clock.today()
    return today.year - born.year - ((today.month, today.day) <= (born.month, born.day))
""",
            "now": """
def age(born: date, clock: Clock) -> int:
    today = clock.now().date()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
""",
        },
    ),
    Case(
        "dice",
        """
function throw(random: Random, sides: int) -> int {
  "A die."
  uses Random.randint
  requires 2 <= sides <= 100
  ensures 1 <= result <= sides
  ensures len(calls(random.randint)) == 1
}
""",
        """
def throw(random: Random, sides: int) -> int:
    return random.randint(1, sides)
""",
        {
            "zero": """
def throw(random: Random, sides: int) -> int:
    return random.randint(0, sides)
""",
            "six": """
def throw(random: Random, sides: int) -> int:
    return random.randint(1, 6)
""",
            "own": """
def throw(random: Random, sides: int) -> int:
    random.randint(1, sides)
    return 1 + id(object()) // 16 % sides
""",
        },
    ),
    Case(
        "asyn",
        """
port Feed "News." {
  async function get(n: int) -> str
}
async function read(feed: Feed, n: int) -> list[str] {
  "So many."
  uses Feed.get
  requires 0 <= n <= 8
  ensures len(result) == n
  ensures [call.n for call in calls(feed.get)] == list(range(n))
}
""",
        """
async def read(feed: Feed, n: int) -> list[str]:
    return [await feed.get(at) for at in range(n)]
""",
        {
            "noawait": """
async def read(feed: Feed, n: int) -> list[str]:
    return [feed.get(at) for at in range(n)]
""",
            "one": """
async def read(feed: Feed, n: int) -> list[str]:
    return [await feed.get(at + 1) for at in range(n)]
""",
            "gather": """
async def read(feed: Feed, n: int) -> list[str]:
    return [await feed.get(n - 1 - at) for at in range(n)]
""",
            "never": """
async def read(feed: Feed, n: int) -> list[str]:
    return ["a"] * n
""",
        },
    ),
    Case(
        "answers",
        """
port Rates "Exchange rates." {
  function rate(code: str) -> int raises KeyError
}
error Unknown(code: str) "No rate."
function convert(amounts: dict[str, int], rates: Rates) -> int {
  "The sum of all in one currency."
  uses Rates.rate
  raises Unknown
  ensures [call.code for call in calls(rates.rate)] == list(amounts)
}
failure F1 "Two" {
  given rates: Rates
  given rates.rate returns 3
  when convert({"a": 1, "b": 2}, rates)
  then result == 9
}
""",
        """
def convert(amounts: dict[str, int], rates: Rates) -> int:
    total = 0
    for code, amount in amounts.items():
        try:
            total += amount * rates.rate(code)
        except KeyError:
            raise Unknown(code) from None
    return total
""",
        {
            "cached": """
def convert(amounts: dict[str, int], rates: Rates) -> int:
    return sum(amount * 3 for code, amount in amounts.items())
""",
        },
    ),
    Case(
        "shareport",
        """
port Log "A log." {
  function put(rows: list[int]) -> None raises OSError
}
function note(rows: list[int], log: Log) -> int {
  "Say all, then the rest without the first."
  uses Log.put
  ensures [call.rows for call in calls(log.put)] == [rows, rows[1:]]
  ensures result == len(rows)
}
""",
        """
def note(rows: list[int], log: Log) -> int:
    for part in (rows, rows[1:]):
        try:
            log.put(part)
        except OSError:
            continue
    return len(rows)
""",
        {
            "mutated": """
def note(rows: list[int], log: Log) -> int:
    mine = list(rows)
    for _ in range(2):
        try:
            log.put(mine)
        except OSError:
            pass
        del mine[:1]
    return len(mine)
""",
            "stop": """
def note(rows: list[int], log: Log) -> int:
    try:
        log.put(rows)
        log.put(rows[1:])
    except OSError:
        pass
    return len(rows)
""",
        },
    ),
)
