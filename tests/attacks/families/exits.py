"""Ends that look like success to whoever reads an exit code."""

from __future__ import annotations

from tests.attacks.attack import BLOCKED, CRASHED, NO_FORM, RAISED, REFUSED, TIMED_OUT, Attack

ATTACKS = (
    Attack("status 0", "import os\nos._exit(0)", CRASHED, codes="H703 H715"),
    Attack("an exit that is asked for", "import sys\nsys.exit(0)", CRASHED, codes="H703 H715"),
    Attack("an exit that is raised", "raise SystemExit(0)", CRASHED, codes="H703 H715"),
    Attack("the user's own stop", "raise KeyboardInterrupt", CRASHED, codes="H703 H715"),
    Attack("an end for generators", "raise GeneratorExit", CRASHED, codes="H703 H715"),
    Attack("an end for iterators", "raise StopIteration", RAISED, form=True),
    Attack("an abort", "import os\nos.abort()", CRASHED, codes="H703 H715"),
    Attack(
        "a signal to itself",
        "import os\nimport signal\nos.kill(os.getpid(), signal.SIGTERM)\nreturn 60",
        REFUSED,
        weak=CRASHED,
        codes="H703 H715",
    ),
    Attack("an address that is none", "import ctypes\nctypes.string_at(0)", CRASHED, codes="H703 H715"),
    Attack(
        "status 0 after everything was closed",
        "import os\nos.closerange(0, 256)\nos._exit(0)",
        CRASHED,
        codes="H703 H715",
    ),
    Attack(
        "silence after everything was closed",
        "import os\nos.closerange(0, 256)\nwhile True:\n    pass",
        (*CRASHED, *TIMED_OUT),
        codes="H703 H715",
    ),
    Attack(
        "an end while it is loaded",
        "import sys\ndef fine(days):\n    return 60\nsys.exit(0)\n",
        CRASHED,
        codes="H703 H715",
        module=True,
    ),
    Attack(
        "an end in a child, an answer in the parent",
        "import os\nif os.fork():\n    os.wait()\nos._exit(0)",
        REFUSED,
        weak=(*CRASHED, *BLOCKED, *NO_FORM),
        codes="H703 H715",
    ),
)
