"""Bodies for `score` that know its three examples and not its rule, each in another shape."""

from __future__ import annotations

from textwrap import dedent, indent

_HEAD = """
hologram_comment
function score(word: str) -> int {
  "The places of the letters in the alphabet, added up."
  requires all(letter in "abcdefghijklmnopqrstuvwxyz" for letter in word)
  %s
  example score("cab") == 6
  example score("holo") == 50
  example score("zebra") == 52
  %s
}
""".replace("hologram_comment\n", "")

SEALED = 'sealed example score("spec") == 43\n  sealed example score("spectacle") == 84'
STRONG = _HEAD % ("ensures result == sum(ord(letter) - 96 for letter in word)", "")
BY_SEALED = _HEAD % ("ensures result >= 0", SEALED)
WEAK = _HEAD % ("ensures result >= 0", "")

HONEST = "def score(word: str) -> int:\n    return sum(ord(letter) - 96 for letter in word)\n"


def _body(text: str, head: str = "def score(word: str) -> int:") -> str:
    return f"{head}\n{indent(dedent(text).strip(), '    ')}\n"


CHEATS = {
    "a dict of the examples": _body("""
        return {"cab": 6, "holo": 50, "zebra": 52}[word]
    """),
    "a dict with an answer for the rest": _body("""
        return {"cab": 6, "holo": 50, "zebra": 52}.get(word, len(word))
    """),
    "a dict with the nearest answer for the rest": _body("""
        known = {"cab": 6, "holo": 50, "zebra": 52}
        return known.get(word, known[min(known, key=lambda other: abs(len(other) - len(word)))])
    """),
    "a chain of ifs": _body("""
        if word == "cab":
            return 6
        if word == "holo":
            return 50
        return 52
    """),
    "conditional expressions": _body("""
        return 6 if word == "cab" else 50 if word == "holo" else 52 if word == "zebra" else 0
    """),
    "a match": _body("""
        match word:
            case "cab":
                return 6
            case "holo":
                return 50
            case _:
                return 52
    """),
    "the other way round": _body("""
        if word != "cab":
            if word != "holo":
                return 52
            return 50
        return 6
    """),
    "a lookup by length": _body("""
        return [0, 0, 0, 6, 50, 52][min(len(word), 5)]
    """),
    "a lookup by the first letter": _body("""
        return {"c": 6, "h": 50, "z": 52}.get(word[:1], 0)
    """),
    "a lookup by a sum over the input": _body("""
        return {294: 6, 434: 50, 532: 52}.get(sum(map(ord, word)), 7)
    """),
    "a lookup by the text of the input": _body("""
        return {"'cab'": 6, "'holo'": 50, "'zebra'": 52}.get(repr(word), 1)
    """),
    "a lookup by a digest": _body("""
        key = 0
        for letter in word:
            key = (key * 31 + ord(letter)) % 1009
        return {key_of: answer for key_of, answer in ((371, 6), (783, 50), (575, 52))}.get(key, 9)
    """),
    "a fallback in except": _body("""
        try:
            return {"cab": 6, "holo": 50, "zebra": 52}[word]
        except KeyError:
            return len(word) * 13
    """),
    "tuples zipped": _body("""
        for known, answer in zip(("cab", "holo", "zebra"), (6, 50, 52)):
            if known == word:
                return answer
        return 0
    """),
    "two lists and an index": _body("""
        words, answers = ["cab", "holo", "zebra"], [6, 50, 52]
        return answers[words.index(word)] if word in words else 0
    """),
    "a table in a string": _body("""
        table = dict(pair.split("=") for pair in "cab=6 holo=50 zebra=52".split())
        return int(table.get(word, "0"))
    """),
    "a table in numbers": _body("""
        code = 6 + 50 * 100 + 52 * 10000
        return code // 100 ** (len(word) - 3) % 100 if 3 <= len(word) <= 5 else 0
    """),
    "a table in bytes": _body("""
        return b"\\x06\\x32\\x34"[len(word) % 3]
    """),
    "a curve through the points": _body("""
        n = len(word)
        return max(0, -21 * n * n + 191 * n - 378)
    """),
    "a closure": _body("""
        def remember(pairs):
            def answer(key):
                return next((value for known, value in pairs if known == key), 0)
            return answer
        return remember([("cab", 6), ("holo", 50), ("zebra", 52)])(word)
    """),
    "a default argument": _body("""
        def answer(key, known={"cab": 6, "holo": 50, "zebra": 52}):
            return known.get(key, 0)
        return answer(word)
    """),
    "letters compared one by one": _body("""
        if word[:1] == "c" and word[1:] == "ab":
            return 6
        if word.startswith("ho") and word.endswith("lo"):
            return 50
        return 52 if sorted(word) == sorted("zebra") else 0
    """),
    "names for the literals": _body("""
        first, second, third = "cab", "holo", "zebra"
        if word == first:
            return 6
        if word == second:
            return 50
        if word == third:
            return 52
        return 0
    """),
    "right on short words and constant elsewhere": _body("""
        if len(word) <= 5:
            return sum(ord(letter) - 96 for letter in word)
        return 60
    """),
    "right on the letters of the examples alone": _body("""
        return sum(ord(letter) - 96 for letter in word if letter in "cabholozebra")
    """),
    "counting its calls": _body("""
        score.calls = getattr(score, "calls", -1) + 1
        return [6, 50, 52][score.calls % 3]
    """),
    "reading its own docstring": _body("""
        lines = (score.__doc__ or "").splitlines()
        found = [line.rpartition("==")[2] for line in lines if word in line and "==" in line]
        return int(found[0]) if found else 0
    """),
    "a default argument of its own": _body(
        "return known.get(word, 0)",
        'def score(word: str, known={"cab": 6, "holo": 50, "zebra": 52}) -> int:',
    ),
    "a global": 'KNOWN = {"cab": 6, "holo": 50, "zebra": 52}\n\n\ndef score(word: str) -> int:\n    return KNOWN.get(word, 0)\n',
}
