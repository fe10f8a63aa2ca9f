"""The Python modules that `python …` may name, and what of them an expression may call.

Pure ones only: nothing listed reads a file, a clock, the environment or the machine's locale. Modules
are imported when first named, since most holograms name none.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

from holo.expr.costs import COSTS, MATCHES, plain
from holo.expr.functions import Native

if TYPE_CHECKING:
    from collections.abc import Callable

    from holo.expr.run import Run

__all__ = ["MODULES", "PARTS", "module_attribute", "result_methods"]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


MODULES: Final[dict[str, frozenset[str]]] = {
    "base64": _words(
        "b64encode b64decode b32encode b32decode b16encode b16decode urlsafe_b64encode urlsafe_b64decode "
        "standard_b64encode standard_b64decode"
    ),
    "binascii": _words("hexlify unhexlify crc32"),
    "bisect": _words("bisect bisect_left bisect_right"),
    "cmath": frozenset(),
    "calendar": _words("isleap leapdays monthrange weekday"),
    "collections": _words("Counter"),
    "collections.abc": frozenset(),
    "copy": frozenset(),
    "dataclasses": frozenset(),
    "datetime": frozenset(),
    "decimal": _words(
        "Decimal ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP ROUND_05UP"
    ),
    "difflib": frozenset(),
    "enum": frozenset(),
    "fractions": _words("Fraction"),
    "functools": _words("reduce"),
    "hashlib": _words("md5 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_512 blake2b blake2s"),
    "heapq": _words("nlargest nsmallest merge"),
    "html": _words("escape unescape"),
    "itertools": _words(
        "accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby "
        "islice pairwise permutations product repeat starmap takewhile zip_longest"
    ),
    "json": _words("dumps loads"),
    "math": _words(
        "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 "
        "fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma "
        "log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt tan tanh tau trunc ulp"
    ),
    "numbers": frozenset(),
    "operator": _words(
        "abs add and_ concat contains countOf eq floordiv ge getitem gt indexOf inv invert itemgetter le lshift lt mod "
        "mul ne neg not_ or_ pos pow rshift sub truediv truth xor"
    ),
    "re": _words(
        "A ASCII DOTALL I IGNORECASE M MULTILINE S U UNICODE VERBOSE X escape findall finditer fullmatch match search "
        "split sub subn"
    ),
    "statistics": _words(
        "fmean geometric_mean harmonic_mean mean median median_grouped median_high median_low mode multimode pstdev "
        "pvariance quantiles stdev variance"
    ),
    "string": _words(
        "ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace"
    ),
    "struct": frozenset(),
    "textwrap": _words("dedent fill indent shorten wrap"),
    "types": frozenset(),
    "typing": frozenset(),
    "unicodedata": _words(
        "bidirectional category combining decimal digit east_asian_width is_normalized lookup mirrored name normalize numeric"
    ),
    "urllib.parse": _words(
        "parse_qs parse_qsl quote quote_plus unquote unquote_plus urldefrag urlencode urljoin urlparse urlsplit urlunparse "
        "urlunsplit"
    ),
    "zlib": _words("adler32 crc32"),
}
"""Each module that a hologram may name, and what an expression may use of it; none for those of bodies alone."""

_CACHE: dict[tuple[str, str], Any] = {}
PARTS: Final = frozenset("scheme netloc path params query fragment username password hostname port url".split())
"""The attributes of an address that `urllib.parse` took apart."""


def module_attribute(module: str, name: str) -> Any:
    """Return a function or constant of a module; raise `AttributeError` for what is not allowed."""
    found = _CACHE.get((module, name))
    if found is None:
        if name not in MODULES.get(module, ()):
            raise AttributeError(f"`{module}.{name}` is outside the subset")
        value = getattr(importlib.import_module(module), name)
        found = _CACHE[module, name] = _wrapped(module, name, value)
    return found


def _wrapped(module: str, name: str, value: Any) -> Any:
    cost = COSTS.get(f"{module}.{name}") or COSTS.get(module)
    if cost is not None and callable(value):
        return Native(f"{module}.{name}", cost(value))
    if callable(value) and not isinstance(value, type):
        return Native(f"{module}.{name}", plain(value))
    return value


def _part(name: str) -> Callable[[Run, Any, list[Any], dict[str, Any]], Any]:
    def work(run: Run, value: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        return run.grown(getattr(value, name)(*args, **kwargs))

    return work


def result_methods(kind: type) -> dict[str, Any]:
    """Return the methods of what a module's functions return: matches, digests, parts of addresses."""
    home = kind.__module__
    if home in {"regex", "_regex"} and kind.__name__ == "Match":
        return _MATCH
    if home in {"_hashlib", "_md5", "_sha1", "_sha2", "_sha256", "_sha512", "_sha3", "_blake2"}:
        return _DIGEST
    return {}


_MATCH: Final = {name: _part(name) for name in MATCHES}
_DIGEST: Final = {name: _part(name) for name in ("digest", "hexdigest")}
