"""Made by Holo from `lending.fines.pay`; change the hologram; or this file, and `holo build` judges it."""

from __future__ import annotations

from lending.money.types import Cents
from lending.types import Debt, Receipt


def pay(debts: list[Debt], amount: Cents) -> Receipt:
    """Pay debts with an amount, oldest first: a debt is paid in full before the next one is touched.

    Ensures:
        sum(result.owed) == max(0, sum(debts) - amount)
        result.change == max(0, amount - sum(debts))
        len(result.owed) <= len(debts)
        result.owed[1:] == debts[len(debts) - len(result.owed) + 1:]
        all(left <= debt for left, debt in zip(result.owed, debts[len(debts) - len(result.owed):]))
    """
    left = amount
    for index, debt in enumerate(debts):
        if left < debt:
            return Receipt([debt - left] + debts[index + 1 :], 0)
        left -= debt
    return Receipt([], left)
