"""Which function a name on the command line means."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from holo.errors import HoloError
from holo.operations.judge import find

SHOP = cast(
    "Any",
    SimpleNamespace(
        planned=SimpleNamespace(
            slices=dict.fromkeys(["shop.fines.total", "shop.sales.total", "shop.sales.tax", "shop.open"])
        ),
        compiled=SimpleNamespace(root="shop"),
    ),
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("shop.sales.total", "shop.sales.total"),
        ("sales.total", "shop.sales.total"),
        ("tax", "shop.sales.tax"),
        ("open", "shop.open"),
    ],
)
def test_an_id_a_package_or_a_bare_name_will_do(name: str, key: str) -> None:
    """As long as one function is meant."""
    assert key == find(SHOP, name)


def test_a_name_that_two_have_is_refused() -> None:
    """Both are named."""
    with pytest.raises(HoloError) as caught:
        find(SHOP, "total")

    assert "`shop.fines.total`, `shop.sales.total`" in caught.value.message


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    """In full, so that it can be copied."""
    with pytest.raises(HoloError) as caught:
        find(SHOP, "tex")

    assert "Did you mean `shop.sales.tax`?" == caught.value.hint
