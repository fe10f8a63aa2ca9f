"""Made by Holo: what is asked of `semver.invalid_among`."""

from __future__ import annotations

from copy import deepcopy

import pytest

from semver.invalid_among import invalid_among
from semver.is_valid import is_valid

CASES = [
    ([],),
    (["a"],),
    (["a", ""],),
    (["0.12.2"],),
    ([""],),
    (["", "a", "a"],),
    ([","],),
    (["a", "", "b", "ab", "A"],),
    (["-abb+++."],),
    (
        [
            "2_A",
            "A",
            "",
            "-",
            "",
            "-a",
            "A",
            "A.A",
            "A",
            "A",
            "+aa",
            "+aa",
            "",
            "",
            "",
            "A .--.+ Aa+-a",
            " A",
            "_A",
            "A",
            " A",
            "-",
            "AAA",
            ".",
            "",
            "A",
            "-a",
            "A .--.+ Aa+-a",
            "a",
            "89506606719497524-+-715",
            "A .--.a Aa+-a",
        ],
    ),
    (["3"],),
    ([".", "."],),
    ([r"\_éλ漢.9."],),
    (
        [
            "aa",
            "aa",
            " aa",
            " aaa",
            " aaa",
            "+58-+a-+",
            " aaa ",
            " aaa ",
            " aaa aaa",
            "+58-+a-+",
            ".aaa",
            "aa",
            "18498347",
            " .aaa ",
            "-a",
            "a",
            "+",
            "",
            "-",
            " aaa ",
            "-a",
            "",
            "+58-+a-a",
            "z-a",
        ],
    ),
    (["-"],),
    (["", "", ".", "-"],),
    ([".a"],),
    (["a.+a.", "aaaaaaaaaaaaaaaaaaaaaaaa"],),
    (["012661193"],),
    (
        [
            "8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 ",
            "",
            "",
            "aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa ",
            "",
        ],
    ),
    (["---"],),
    (["漢ééa 9", "z🎲z\n.ßb0zz\\²\t²bßbλ²", ".a.a", "aééa 9"],),
    (["--"],),
    (["-+A+-Aa.-a.A+.a-A+.-", ".-+A+-Aa.-a.A+.a-A+.-"],),
    (["abbbbbbabababa"],),
]


@pytest.mark.parametrize(("texts",), CASES)
def test_contract(texts: list[str]) -> None:
    """Stored inputs meet the contract."""
    before = deepcopy((texts,))
    result = invalid_among(texts)
    assert type(result) is list
    assert all(type(_each) is str for _each in result)
    assert result == ([text for text in texts if not is_valid(text)])
    assert (texts,) == before
