"""How many tokens a text has: exactly, and at most.

`count` asks the named tokenizer, which takes 0.3 s to load; `at_most` needs nothing and is never too low,
so that a compile of ten thousand functions loads the tokenizer only for a ticket near its limit. Offline:
the tokenizer's table is the one that litellm ships. Exact for one family of models, an estimate for others,
so the tokenizer's name goes with every count. The one home of tiktoken.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.tickets.words import SPACED, WORDS

if TYPE_CHECKING:
    from tiktoken import Encoding

TOKENIZER = "o200k_base"
"""The name that goes with every count."""

NO_TOKENIZER = "H901"

# The tokenizer's own pieces, for ASCII.
_PIECE = re.compile(
    r"[^\r\nA-Za-z0-9]?[A-Z]*[a-z]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|[^\r\nA-Za-z0-9]?[A-Z]+[a-z]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|[0-9]{1,3}| ?[^\sA-Za-z0-9]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# What is not plain ASCII, with what touches it.
_OTHER = re.compile(r"[^ \t\r\n]*[^ -~\t\r\n][^ \t\r\n]*")
_LETTERS = re.compile(r"[a-z]+|[A-Z]+")
_WORD = re.compile(r"([^A-Za-z0-9]?)([A-Z]?[a-z]{3,})")

# Spaces at the start of a line are one piece, however many, and one space of the next.
_INDENT = re.compile(r"\n {3,79}(?=[^\s])")

# Pairs of letters that the tokenizer does not merge.
_APART = re.compile(
    "bq|gk|gq|jv|jz|kq|kz|lq|nq|qf|qg|qj|qk|qv|qz|rj|tq|wq|wz|xg|xj|xk|xq|xv|xw|yq|zj|zq|zv"
    "|EJ|FJ|FQ|FZ|GJ|GQ|GZ|IY|JH|JQ|JX|JY|JZ|KJ|KQ|KX|KZ|LJ|LQ|LZ|MZ|NQ|OQ|OZ|PZ|QF|QG|QH|QJ|QK|QO|QW|QX|QY|QZ|RZ"
    "|TQ|UO|UQ|VJ|VQ|VY|VZ|WJ|WQ|WZ|XG|XH|XJ|XK|XQ|XU|XW|YB|YF|YH|YI|YJ|YQ|YV|ZB|ZC|ZJ|ZK|ZL|ZP|ZQ|ZV"
)
_ONE = frozenset(
    '\n \n\n \n\n\n , : . ) ( ` `` ``` ## # - -> -- == != <= >= = , [ ] { } ), ): ). () ()) ]) )) ]: [] " \' """ ; * ** *** + / // % _ '
    '__ @ < > >> & ? ! | .\n :\n ,\n )\n ):\n ` \n ]\n "\n }\n [\n (\n ).\n )) ),\n ]\n {\n .\n\n :\n\n ,\n\n )\n\n ():\n )\n\n\n ()\n '
    '}\n\n `. `, `) (` ({ ({\n }) ... ...\n ." (" ") [\' \'] (\' \') =\' =" ": \': [: :] [- [( )] def class from import return async None True False self else raise str int float bool dict tuple {\' \'} {" "} """\n """\n\n'.split(
        " "
    )
) | frozenset(
    f" {said}"
    for said in "a A I an as at be by do go he if in is it me my no of on or so to up us we -> == != <= >= = + - * ** / // % ( [ { } "
    'None True False tuple " \' ` | # ## & < > @ : ... () [] {} "" \'\' (` `` ``` -- """ {\n |\n (\n [\n }\n ()\n []\n =\n'.split(
        " "
    )
)


def at_most(text: str) -> int:
    """Return a number of tokens that `text` cannot exceed.

    The tokenizer cuts a text into pieces by a pattern and merges each piece's bytes pair by pair, until no two
    neighbours form a token. So:

    - A piece that is itself a token is one (`_ONE`; a word of `WORDS` or `SPACED` after a space). A word of `WORDS`, bare,
      with a capital, or after any one ASCII character that is no letter and no digit, is at most two: measured, all of them.
    - One, two or three digits are one token; the same holds for up to 79 spaces.
    - In a run of n small (or n capital) letters no two neighbours stay single letters, since every pair of letters
      but those of `_APART` is a token. The worst case is therefore 1 + 2 + 1 + 2 ..., which is (2n + 1) // 3; where a
      pair of `_APART` occurs, n. This holds inside any piece, for it speaks only of the end of all merging.
    - Every other byte is at most one token.
    - Text that is not ASCII is bounded by the last two rules alone, with one token more for a space before it.
    - No piece reaches over a space but a run of white space, so that a text may be bounded in stretches that begin
      with one: what is cut there are runs of spaces before a line end, which the sum counts byte by byte.

    The tests hold each premise against the tokenizer, and the sum against the truth on many texts.
    """
    if "\n  " in text:
        text = _INDENT.sub("\n  ", text)
    first, *rest = text.split(" ")
    return _pieces(first) + sum(map(_AFTER_SPACE.__getitem__, rest))


class _AfterSpace(dict[str, int]):
    """Bounds of stretches without a space that stand after one, the space included; most stand in many texts."""

    def __missing__(self, stretch: str) -> int:
        if len(self) >= 1 << 17:
            self.clear()
        found = self[stretch] = _pieces(f" {stretch}")
        return found


_AFTER_SPACE = _AfterSpace()


class _Pieces(dict[str, int]):
    """Bounds of pieces."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= 1 << 17:
            self.clear()
        found = self[piece] = _bound(piece)
        return found


_PIECES = _Pieces()


def _pieces(text: str) -> int:
    if _OTHER.search(text) is None:
        return sum(map(_PIECES.__getitem__, _PIECE.findall(text)))
    total, at = 0, 0
    for found in _OTHER.finditer(text):
        total += sum(map(_PIECES.__getitem__, _PIECE.findall(text[at : found.start()])))
        total += _raw(found.group()) + 1
        at = found.end()
    return total + sum(map(_PIECES.__getitem__, _PIECE.findall(text[at:])))


def _bound(piece: str) -> int:
    if piece in _ONE:
        return 1
    word = _WORD.fullmatch(piece)
    if word is not None and word.group(1) == " " and word.group(2) in SPACED:
        return 1
    if word is not None and word.group(2).lower() in WORDS:
        return 1 if word.group(1) == " " and word.group(2).islower() else 2
    if piece.isdigit() or (len(piece) < 80 and not piece.strip(" ")):
        return 1
    return _raw(piece)


def _raw(text: str) -> int:
    """Bound any stretch of text by its letters and bytes alone."""
    total = len(text.encode("utf-8", "surrogatepass"))
    for run in _LETTERS.findall(text):
        if len(run) > 1 and _APART.search(run) is None:
            total -= len(run) - (2 * len(run) + 1) // 3
    return total


def count(text: str) -> int:
    """Return the number of tokens of a text; what looks like a special token counts as text."""
    return len(_encoding().encode_ordinary(text))


@lru_cache(maxsize=1)
def _encoding() -> Encoding:
    found = find_spec("litellm")
    folder = Path(found.origin).parent / "litellm_core_utils" / "tokenizers" if found and found.origin else None
    before = os.environ.get("TIKTOKEN_CACHE_DIR")
    if folder is not None and folder.is_dir():
        os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
    try:
        # 0.3 s, and only tickets that are shown or near their limit need it.
        import tiktoken

        return tiktoken.get_encoding(TOKENIZER)
    except (ImportError, OSError, ValueError) as error:
        raise HoloError(
            f"The tokenizer `{TOKENIZER}` cannot be loaded: {error}",
            "Install Holo again, with litellm and tiktoken",
            NO_TOKENIZER,
        ) from error
    finally:
        if before is None:
            os.environ.pop("TIKTOKEN_CACHE_DIR", None)
        else:
            os.environ["TIKTOKEN_CACHE_DIR"] = before
