"""Numbers and times. Contracts with a right body each, and bodies that break exactly one thing of them."""

from __future__ import annotations

from tests.unit.verify.spoken import Case

CASES = (
    Case(
        "half",
        """
function half(x: float) -> float {
  "Half of it."
  ensures abs(result * 2 - x) <= 1e-9 * abs(x) or x - x != 0
}
""",
        """
def half(x: float) -> float:
    return x / 2
""",
        {
            "intdiv": """
def half(x: float) -> float:
    return x // 2
""",
            "asint": """
def half(x: float) -> float:
    return int(x / 2)
""",
            "rounded": """
def half(x: float) -> float:
    return round(x / 2, 2)
""",
        },
    ),
    Case(
        "price",
        """
function price(net: Decimal, rate: Decimal) -> Decimal {
  "With tax."
  requires Decimal(0) <= net <= Decimal(1000) and Decimal(0) <= rate <= Decimal(1)
  returns net * (1 + rate)
}
""",
        """
def price(net: Decimal, rate: Decimal) -> Decimal:
    return net + net * rate
""",
        {
            "floaty": """
def price(net: Decimal, rate: Decimal) -> Decimal:
    return Decimal(float(net) * (1 + float(rate)))
""",
            "float2": """
def price(net: Decimal, rate: Decimal) -> Decimal:
    return float(net) * (1 + float(rate))
""",
            "q": """
def price(net: Decimal, rate: Decimal) -> Decimal:
    return round(net * (1 + rate), 2)
""",
        },
    ),
    Case(
        "weekend",
        """
function days_off(start: date, end: date) -> int {
  "Saturdays and Sundays, both ends included."
  requires start <= end and (end - start).days <= 60
  ensures result == sum((start + timedelta(days=n)).weekday() >= 5 for n in range((end - start).days + 1))
}
""",
        """
def days_off(start: date, end: date) -> int:
    count = 0
    for n in range((end - start).days + 1):
        count += (start + timedelta(days=n)).weekday() in (5, 6)
    return count
""",
        {
            "off": """
def days_off(start: date, end: date) -> int:
    return sum((start + timedelta(days=n)).weekday() >= 5 for n in range((end - start).days))
""",
            "sat": """
def days_off(start: date, end: date) -> int:
    return sum((start + timedelta(days=n)).weekday() == 5 for n in range((end - start).days + 1))
""",
            "approx": """
def days_off(start: date, end: date) -> int:
    return ((end - start).days + 1) * 2 // 7
""",
        },
    ),
    Case(
        "dt",
        """
function later(moment: datetime, minutes: int) -> datetime {
  "So much later."
  requires 2000 <= moment.year <= 2100 and 0 <= minutes <= 10000
  ensures result - moment == timedelta(minutes=minutes)
}
""",
        """
def later(moment: datetime, minutes: int) -> datetime:
    return moment + timedelta(minutes=minutes)
""",
        {
            "sec": """
def later(moment: datetime, minutes: int) -> datetime:
    return (moment + timedelta(minutes=minutes)).replace(microsecond=0)
""",
            "wrap": """
def later(moment: datetime, minutes: int) -> datetime:
    return moment.replace(minute=(moment.minute + minutes) % 60)
""",
            "d": """
def later(moment: datetime, minutes: int) -> datetime:
    return (moment + timedelta(minutes=minutes)).date()
""",
        },
    ),
    Case(
        "rare",
        """
function leap(year: int) -> bool {
  "Whether a year is a leap year."
  requires 1 <= year <= 9999
  ensures result == (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
}
""",
        """
def leap(year: int) -> bool:
    return year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)
""",
        {
            "four": """
def leap(year: int) -> bool:
    return year % 4 == 0
""",
            "hundred": """
def leap(year: int) -> bool:
    return year % 4 == 0 and year % 100 != 0
""",
            "i": """
def leap(year: int) -> bool:
    return int(year % 400 == 0 or (year % 4 == 0 and year % 100 != 0))
""",
            "upto": """
def leap(year: int) -> bool:
    return (year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)) and year < 9000
""",
        },
    ),
    Case(
        "ratio",
        """
function ratio(a: int, b: int) -> float | None {
  "A quotient; None where there is none."
  ensures (result is None) == (b == 0)
  ensures result is None or abs(result * b - a) <= 1e-6 * (1 + abs(a))
}
""",
        """
def ratio(a: int, b: int) -> float | None:
    return a / b if b else None
""",
        {
            "nan": """
def ratio(a: int, b: int) -> float | None:
    return a / b if b and abs(b) < 1000 else (float("nan") if b else None)
""",
            "inf": """
def ratio(a: int, b: int) -> float | None:
    return a / b if b else float("inf")
""",
            "intd": """
def ratio(a: int, b: int) -> float | None:
    return a // b if b else None
""",
            "hide": """
def ratio(a: int, b: int) -> float | None:
    try:
        return a / b
    except ZeroDivisionError:
        return 0.0
""",
        },
    ),
    Case(
        "frac",
        """
function mix(parts: list[Fraction]) -> Fraction {
  "The mean."
  requires parts != []
  ensures result * len(parts) == sum(parts)
}
""",
        """
def mix(parts: list[Fraction]) -> Fraction:
    return sum(parts, Fraction(0)) / len(parts)
""",
        {
            "floaty": """
def mix(parts: list[Fraction]) -> Fraction:
    return Fraction(float(sum(parts)) / len(parts))
""",
            "lim": """
def mix(parts: list[Fraction]) -> Fraction:
    return (sum(parts, Fraction(0)) / len(parts)).limit_denominator(1000)
""",
            "inty": """
def mix(parts: list[Fraction]) -> Fraction:
    total = sum(parts, Fraction(0)) / len(parts)
    return int(total) if total == int(total) else total
""",
        },
    ),
    Case(
        "memo",
        """
function digits(n: int) -> int {
  "The sum of the digits."
  requires n >= 0
  ensures result == sum(int(letter) for letter in str(n))
}
""",
        """
def digits(n: int) -> int:
    total = 0
    while n:
        n, last = divmod(n, 10)
        total += last
    return total
""",
        {
            "memo": """
def digits(n: int) -> int:
    cache = digits.__dict__.setdefault("cache", {})
    if n in cache:
        return cache[n] + 1
    cache[n] = sum(int(letter) for letter in str(n))
    return cache[n]
""",
            "memo_mod": """
def digits(n: int, cache={}) -> int:
    if n % 97 in cache and n > 1000:
        return cache[n % 97]
    cache[n % 97] = sum(int(letter) for letter in str(n))
    return cache[n % 97]
""",
            "small": """
def digits(n: int) -> int:
    return sum(int(letter) for letter in str(n)) if n < 10000 else 0
""",
            "mod9": """
def digits(n: int) -> int:
    return n % 9 or (9 if n else 0)
""",
            "trunc": """
def digits(n: int) -> int:
    return sum(n // 10 ** k % 10 for k in range(12))
""",
            "floaty": """
def digits(n: int) -> int:
    total = 0
    while n:
        total += int(n % 10)
        n = int(n / 10)
    return total
""",
        },
    ),
    Case(
        "tim",
        """
function minutes(at: time) -> int {
  "Minutes since midnight."
  ensures result == at.hour * 60 + at.minute
}
""",
        """
def minutes(at: time) -> int:
    return at.hour * 60 + at.minute
""",
        {
            "rounded": """
def minutes(at: time) -> int:
    return at.hour * 60 + at.minute + (at.second >= 30)
""",
            "noon": """
def minutes(at: time) -> int:
    return at.hour % 12 * 60 + at.minute
""",
        },
    ),
    Case(
        "span",
        """
function hours(length: timedelta) -> int {
  "Full hours."
  requires length >= timedelta(0)
  ensures timedelta(hours=result) <= length
  ensures length < timedelta(hours=result + 1)
}
""",
        """
def hours(length: timedelta) -> int:
    return length // timedelta(hours=1)
""",
        {
            "seconds": """
def hours(length: timedelta) -> int:
    return length.seconds // 3600
""",
            "rnd": """
def hours(length: timedelta) -> int:
    return round(length.total_seconds() / 3600)
""",
            "ceil": """
def hours(length: timedelta) -> int:
    return -(-length // timedelta(hours=1))
""",
        },
    ),
    Case(
        "bits",
        """
function even_odd(n: int) -> bool {
  "Whether n is even."
  ensures result == (n % 2 == 0)
}
""",
        """
def even_odd(n: int) -> bool:
    return not n % 2
""",
        {
            "asint": """
def even_odd(n: int) -> bool:
    return 1 - n % 2
""",
            "floaty": """
def even_odd(n: int) -> bool:
    return n / 2 == int(n / 2)
""",
            "absy": """
def even_odd(n: int) -> bool:
    return n in range(-10**6, 10**6, 2) if abs(n) < 10**6 else True
""",
        },
    ),
)
