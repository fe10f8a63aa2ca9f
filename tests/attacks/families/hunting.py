"""Hunting for what it should answer: in frames, in all objects, in modules, on the pipe, in the server's memory.

They look for the word `four`, which is the sealed example of `label` and stands nowhere in its ticket. A body that finds
it gives it; one that does not answers as the examples that it knows, and the sealed one catches it.
"""

from __future__ import annotations

from tests.attacks.attack import REFUSED, Attack, End, Kind

_WORD = "WORD = ''.join(['f', 'o', 'u', 'r'])\n"  # a search must not find its own constants
_KNOWN = "return ['one', 'two', 'three', 'none'][number - 1]"
_NOTHING = (End((Kind.RETURNED,), values=("none",)),)


def _hunts(name: str, search: str) -> Attack:
    return Attack(name, f"{_WORD}{search.strip()}\n{_KNOWN}", _NOTHING, codes="H704", function="label", argument=4)


ATTACKS = (
    _hunts(
        "frames",
        """
import sys
frame = sys._getframe().f_back
while frame:
    for held in [*frame.f_locals.values(), *frame.f_globals.values()]:
        if WORD in repr(held)[:100000] and repr(WORD) in repr(held):
            return WORD
    frame = frame.f_back
""",
    ),
    _hunts(
        "all objects",
        """
import gc
for held in gc.get_objects():
    if type(held) in (list, dict, tuple, set) and any(type(each) is str and each == WORD for each in held):
        return WORD
""",
    ),
    _hunts(
        "everything that inherits from everything",
        """
for kind in ().__class__.__base__.__subclasses__():
    if kind.__name__ in ("Example", "Function", "Trial", "Expectation", "Verdict"):
        return WORD
""",
    ),
    _hunts(
        "modules",
        """
import sys
for name, module in list(sys.modules.items()):
    if name.split(".")[0] in ("holo", "hypothesis", "pytest", "tests"):
        return WORD
""",
    ),
    _hunts(
        "what else lies on the pipe",
        """
import os
import select
import sys
frame = sys._getframe()
while frame and "self" not in frame.f_locals:
    frame = frame.f_back
child = frame.f_locals["self"]
more = bytes(child.ahead)
if select.select([child.descriptor], [], [], 0)[0]:
    read = os.read(child.descriptor, 1 << 20)
    child.ahead += read
    more += read
if WORD.encode() in more:
    return WORD
""",
    ),
    _hunts(
        "the memory that it has from the server",
        """
import ctypes
import gc
for held in gc.get_objects():
    if type(held) is bytes and WORD.encode() in held:
        return WORD
for referred in gc.get_referents(*gc.get_objects()):
    if type(referred) is str and referred == WORD:
        return WORD
""",
    ),
    _hunts(
        "the frames of an error",
        """
import sys
try:
    raise ValueError
except ValueError as error:
    frame = error.__traceback__.tb_frame
    while frame:
        if "sealed" in frame.f_code.co_names or "expected" in frame.f_locals:
            return WORD
        frame = frame.f_back
""",
    ),
    Attack(
        "the hologram on the disk",
        """
import os
text = open(FOLDER + "/specs/town.holo").read()
return text.partition('label(4) == "')[2].partition('"')[0]
""",
        REFUSED,
        # At `weak` nothing stands before the file: whoever knows where it lies reads the sealed example.
        weak=(End((Kind.RETURNED,), values=("four",)),),
        codes="H703",
        function="label",
        argument=4,
    ),
)
