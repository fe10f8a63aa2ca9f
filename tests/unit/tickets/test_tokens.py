"""Tokens: the exact number, and a number that is never too low."""

from __future__ import annotations

import random
import string
import sys
from pathlib import Path
from subprocess import run

import pytest

from holo.tickets import rules, tokens
from holo.tickets.words import SPACED, WORDS

ROOT = Path(__file__).parents[3]
PREFIXES = ["", "\t", *(sign for sign in map(chr, range(32, 127)) if not sign.isalnum())]


def _whole(text: str) -> bool:
    return tokens.count(text) == 1


def test_counts_are_those_of_the_named_tokenizer() -> None:
    """Known values of o200k_base."""
    assert ("o200k_base", 4) == (tokens.TOKENIZER, tokens.count("hello world, tokens"))


def test_special_tokens_count_as_text() -> None:
    """A hologram that quotes one is counted, not refused."""
    assert tokens.count("<|endoftext|>") > 1


def test_the_bound_needs_no_tokenizer() -> None:
    """Neither tiktoken nor litellm is loaded for it."""
    code = (
        "import sys; from holo.tickets.tokens import at_most; at_most('a text'); "
        "print('tiktoken' in sys.modules, 'litellm' in sys.modules)"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert "False False" == done.stdout.strip()


def test_every_frequent_word_is_as_small_as_is_said() -> None:
    """One token after a space, at most two bare, with a capital, or after any one sign."""
    wrong = [word for word in WORDS if not _whole(f" {word}")]
    wrong += [
        sign + form
        for word in WORDS
        for sign in PREFIXES
        for form in (word, word.capitalize())
        if tokens.count(sign + form) > 2
    ]

    assert [] == wrong


def test_every_spaced_word_is_one_token() -> None:
    """After a space."""
    assert [] == [word for word in SPACED if not _whole(f" {word}")]


def test_every_known_piece_is_one_token() -> None:
    """Signs and short words."""
    assert [] == [piece for piece in tokens._ONE if not _whole(piece)]


@pytest.mark.parametrize("letters", [string.ascii_lowercase, string.ascii_uppercase])
def test_two_letters_merge_but_for_the_listed_pairs(letters: str) -> None:
    """The premise of the bound for unknown words."""
    apart = [a + b for a in letters for b in letters if not _whole(a + b)]

    assert [] == [pair for pair in apart if tokens._APART.search(pair) is None]


def test_digits_and_spaces_are_one_token() -> None:
    """Up to three digits, up to 79 spaces."""
    wrong = [str(number) for number in range(1000) if not _whole(str(number))]
    wrong += [" " * number for number in range(1, 80) if not _whole(" " * number)]

    assert [] == wrong


@pytest.mark.parametrize("path", sorted((ROOT / "src" / "holo").rglob("*.py"))[::6], ids=lambda path: path.name)
def test_the_bound_is_never_too_low_for_code(path: Path) -> None:
    """Each file of our own."""
    text = path.read_text("utf-8")

    assert tokens.count(text) <= tokens.at_most(text)


def test_the_bound_is_never_too_low_for_odd_texts() -> None:
    """Random mixtures of what is hard: rare pairs, signs, line ends, accents, controls."""
    chance = random.Random(7)
    signs = "abzqxjkEJQ ('\"\n\t.,:/_1234é—日ſ\u00a0\x1f\x85ǅ\u0301\r#`*"
    texts = ["".join(chance.choice(signs) for _ in range(chance.randint(0, 16))) for _ in range(20_000)]

    assert [] == [text for text in texts if tokens.count(text) > tokens.at_most(text)]


def test_the_bound_is_never_too_low_for_pieces_of_text() -> None:
    """Slices of real files put side by side, so that words are cut anywhere."""
    chance = random.Random(8)
    sources = [path.read_text("utf-8") for path in sorted((ROOT / "src" / "holo").rglob("*.py"))[:30]]

    def cut() -> str:
        text = chance.choice(sources)
        at = chance.randrange(len(text) + 1)
        return text[at : at + chance.randint(0, 30)]

    texts = [cut() + cut() + cut() for _ in range(10_000)]

    assert [] == [text for text in texts if tokens.count(text) > tokens.at_most(text)]


def test_fixed_texts_have_the_tokens_that_are_noted() -> None:
    """Whoever changes a sentence of every ticket changes its number."""
    assert {text: tokens.count(text) for text in rules.FIXED} == rules.FIXED
