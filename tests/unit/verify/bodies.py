"""Bodies for the town's functions: right ones, and wrong ones with the code that must refuse each."""

from __future__ import annotations

RIGHT = {
    "open_loan": """\
def open_loan(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> list[Loan]:
    if count_loans(loans, member) >= MAX_LOANS:
        raise LimitReached(member)
    return [*loans, Loan(copy, member, today + TERM)]
""",
    "renew": """\
def renew(loan: Loan, today: Day) -> Loan:
    if loan.renewals == 2:
        raise RenewedTooOften(loan.copy)
    return replace(loan, due=today + TERM, renewals=loan.renewals + 1)
""",
    "remind": """\
def remind(loans: list[Loan], today: Day, post: Post) -> list[Member]:
    missed = []
    for member in to_write(loans, today):
        try:
            post.send(member, "late")
        except ConnectionError:
            missed.append(member)
    return missed
""",
    "fine": "def fine(days: int) -> int:\n    return days * 20 if days > 0 else 0\n",
    "shelf_of": """\
def shelf_of(loans: list[Loan], copy: CopyId) -> Shelf:
    return Shelf.lent if copy in [loan.copy for loan in loans] else Shelf.shelved
""",
    "stamp": "def stamp(clock: Clock) -> date:\n    return clock.today()\n",
    "dice": "def dice(random: Random) -> int:\n    return random.randint(1, 6)\n",
    "first": "def first(items: list[T]) -> T | None:\n    return items[0] if items else None\n",
    "mean": """\
def mean(values: list[int]) -> float:
    if not values:
        raise ValueError("no values")
    return sum(values) / len(values)
""",
    "send_all": """\
async def send_all(wire: Wire, words: list[str]) -> int:
    for word in words:
        await wire.put(word)
    return len(words)
""",
}
"""What must be accepted."""

_OPEN = RIGHT["open_loan"]
_RENEW = RIGHT["renew"]
_REMIND = RIGHT["remind"]
_MEAN = RIGHT["mean"]
_SEND = RIGHT["send_all"]
_SHELF = RIGHT["shelf_of"]

WRONG = (
    ("open_loan", _OPEN.replace(">=", ">"), "H705"),
    ("open_loan", _OPEN.replace(">= MAX_LOANS", ">= 4"), "H707"),
    ("open_loan", _OPEN.replace("LimitReached(member)", "LimitReached('someone')"), "H705"),
    (
        "open_loan",
        _OPEN.replace("[*loans, Loan(copy, member, today + TERM)]", "[Loan(copy, member, today + TERM), *loans]"),
        "H706",
    ),
    ("open_loan", _OPEN.replace("+ TERM", "- TERM"), "H704"),
    ("open_loan", _OPEN.replace("[*loans, ", "[*loans[1:], "), "H706"),
    ("open_loan", _OPEN.replace("TERM)]", "TERM, 1)]"), "H706"),
    ("open_loan", _OPEN.replace("Loan(copy, member, today + TERM)]", "Loan(copy, member, today + TERM)][:5]"), "H706"),
    (
        "open_loan",
        _OPEN.replace("return [*loans, ", "loans.append(").replace("TERM)]", "TERM))\n    return loans"),
        "H703",
    ),
    ("open_loan", _OPEN.replace("return [*loans, ", "return (*loans, ").replace("TERM)]", "TERM))"), "H703"),
    (
        "open_loan",
        "def open_loan(loans: list[Loan], copy: CopyId, member: Member, today: Day) -> list[Loan]:\n    return []\n",
        "H703",
    ),
    ("renew", _RENEW.replace("== 2", "== 1"), "H707"),
    ("renew", _RENEW.replace("    if loan.renewals == 2:\n        raise RenewedTooOften(loan.copy)\n", ""), "H707"),
    ("renew", _RENEW.replace("RenewedTooOften(loan.copy)", "RenewedTooOften(loan.copy + 1)"), "H707"),
    ("renew", _RENEW.replace("raise RenewedTooOften(loan.copy)", "raise ValueError"), "H707"),
    ("renew", _RENEW.replace(" + 1", ""), "H706"),
    ("renew", _RENEW.replace("loan.renewals + 1", "1"), "H706"),
    ("renew", _RENEW.replace("today + TERM", "loan.due + TERM"), "H706"),
    (
        "remind",
        _REMIND.replace(
            '        try:\n            post.send(member, "late")\n        except ConnectionError:\n            missed.append(member)\n',
            '        post.send(member, "late")\n',
        ),
        "H705",
    ),
    ("remind", _REMIND.replace("missed.append(member)", "pass"), "H705"),
    (
        "remind",
        _REMIND.replace("for member in to_write(loans, today)", "for member in {loan.member for loan in loans}"),
        "H706",
    ),
    ("remind", _REMIND.replace("to_write(loans, today):", "to_write(loans, today)[:1]:"), "H706"),
    ("remind", _REMIND.replace("to_write(loans, today):", "to_write(loans, today)[::-1]:"), "H706"),
    ("fine", "def fine(days: int) -> int:\n    return days * 20\n", "H712"),
    ("fine", "def fine(days: int) -> int:\n    return max(0, min(days, 7)) * 20\n", "H712"),
    ("fine", "def fine(days: int) -> int:\n    return max(0, days) * 20.0\n", "H703"),
    ("fine", "def fine(days: int) -> int:\n    return days > 0 and days * 20\n", "H708"),
    ("shelf_of", _SHELF.replace("Shelf.shelved", "Shelf.lent"), "H703"),
    ("shelf_of", _SHELF.replace("copy in [loan.copy for loan in loans]", "bool(loans)"), "H706"),
    ("shelf_of", "def shelf_of(loans: list[Loan], copy: CopyId) -> Shelf:\n    return 'shelved'\n", "H703"),
    ("stamp", "def stamp(clock: Clock) -> date:\n    return clock.now().date()\n", "H701"),
    ("stamp", "def stamp(clock: Clock) -> date:\n    return clock.today().replace(day=2)\n", "H705"),
    ("dice", "def dice(random: Random) -> int:\n    return random.randint(0, 6)\n", "H706"),
    ("first", "def first(items: list[T]) -> T | None:\n    return items[-1] if items else None\n", "H706"),
    ("first", "def first(items: list[T]) -> T | None:\n    return items[0]\n", "H707"),
    ("mean", _MEAN.replace('ValueError("no values")', "ZeroDivisionError"), "H707"),
    ("mean", _MEAN.replace("/ len(values)", "// len(values)"), "H706"),
    ("mean", _MEAN.replace('    if not values:\n        raise ValueError("no values")\n', ""), "H707"),
    ("send_all", _SEND.replace("await wire.put(word)", "wire.put(word)"), "H706"),
    ("send_all", _SEND.replace("return len(words)", "return len(set(words))"), "H706"),
)
"""What must be refused: function, body, and the code of the first finding."""
