"""What is kept for later: between two calls, between two bodies, after the end."""

from __future__ import annotations

from tests.attacks.attack import BLOCKED, HONEST, RAISED, TIMED_OUT, WRONG, Attack

_STATE = "H706 H711 H712 H714 H715"


def _keeps(name: str, body: str, codes: str = _STATE, **more: bool) -> Attack:
    return Attack(name, body, HONEST, codes=codes, **more)  # type: ignore[arg-type]  # an attack's own fields


ATTACKS = (
    _keeps(
        "a default that remembers",
        """
def fine(days, seen=[]):
    seen.append(days)
    return max(0, days) * 20 if len(seen) < 9 else 0
""",
        module=True,
    ),
    _keeps(
        "an attribute of the function",
        "fine.seen = getattr(fine, 'seen', 0) + 1\nreturn max(0, days) * 20 + fine.seen // 9",
    ),
    _keeps(
        "a name of the module",
        "globals()['seen'] = globals().get('seen', 0) + 1\nreturn max(0, days) * 20 + seen // 9",
    ),
    _keeps(
        "an attribute of another module",
        "import sys\nsys.seen = getattr(sys, 'seen', 0) + 1\nreturn max(0, days) * 20 + sys.seen // 9",
    ),
    _keeps(
        "a builtin",
        "import builtins\nbuiltins.seen = getattr(builtins, 'seen', 0) + 1\nreturn max(0, days) * 20 + seen // 9",
    ),
    _keeps(
        "the environment",
        """
import os
seen = int(os.environ.get("SEEN", 0)) + 1
os.environ["SEEN"] = str(seen)
return max(0, days) * 20 + seen // 9
""",
    ),
    _keeps(
        "the clock",
        "import time\nreturn max(0, days) * 20 + (days != 3 and time.perf_counter_ns() % 7)",
    ),
    _keeps(
        "chance", "import random\nreturn max(0, days) * 20 + (days != 3 and random.random() < 0.3)", _STATE + " H708"
    ),
    _keeps(
        "the number of its process",
        "import os\nreturn max(0, days) * 20 + (days != 3) * (os.getpid() + id(object()) % 7)",
    ),
    _keeps(
        "something for the end of the process",
        """
import atexit
def last():
    open(SCRATCH + "/atexit", "w").close()
atexit.register(last)
return max(0, days) * 20
""",
        "none",
    ),
    _keeps(
        "something for the end of an object",
        """
import gc
class Last:
    def __del__(self):
        while True:
            pass
held = Last()
held.me = held
return max(0, days) * 20
""",
        "none H715 H703 H714",
    ),
    Attack(
        "an alarm",
        """
        import signal
        import time
        def late(*_):
            while True:
                pass
        signal.signal(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        time.sleep(60)
        """,
        RAISED,  # an error of the module `signal`
        weak=TIMED_OUT,
        codes="H703 H715",
    ),
    Attack(
        "a thread that goes on working",
        """
        import threading
        def work():
            while True:
                pass
        threading.Thread(target=work, daemon=True).start()
        return max(0, days) * 20
        """,
        BLOCKED,
        weak=(*HONEST, *BLOCKED),
        codes="H703 H707 H711 H715 none",
    ),
    Attack(
        "a tracer",
        """
        import sys
        def trace(frame, event, argument):
            frame.f_trace_opcodes = True
            return trace
        sys.settrace(trace)
        sys.setprofile(lambda *_: None)
        return 0
        """,
        WRONG,
    ),
)
