"""Other processes: to start them, to be another one, to end or to steer them."""

from __future__ import annotations

from tests.attacks.attack import BLOCKED, CRASHED, EITHER, NO_FORM, REACHED, REFUSED, TIMED_OUT, Attack, End, Kind

ATTACKS = (
    Attack(
        "a child",
        """
        import os
        import time
        if os.fork() == 0:
            time.sleep(60)
        return "reached"
        """,
        REFUSED,
        weak=EITHER,  # root has as many processes as it likes
    ),
    Attack(
        "a child that leaves the group and outlives its parent",
        """
        import os
        import time
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(60)
            os._exit(0)
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "a fork bomb",
        """
        import os
        import time
        for _ in range(40):
            if os.fork() == 0:
                time.sleep(60)
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "children that answer, too",
        """
        import os
        os.fork()
        return "reached"
        """,
        REFUSED,
        weak=(*EITHER, *NO_FORM),
    ),
    Attack(
        "a command",
        """
        import subprocess
        subprocess.run(["/bin/true"], check=True)
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "a shell",
        """
        import os
        if os.system("exit 7") != 7 << 8:
            raise PermissionError
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "another program in its place",
        """
        import os
        os.execv("/bin/true", ["true"])
        """,
        REFUSED,
        weak=CRASHED,
    ),
    Attack(
        "a thread",
        """
        import threading
        import time
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        return "reached"
        """,
        BLOCKED,
        weak=EITHER,
    ),
    Attack(
        "a pool of processes",
        """
        import multiprocessing
        multiprocessing.Process(target=print, daemon=True).start()
        return "reached"
        """,
        BLOCKED,
        weak=EITHER,
    ),
    Attack(
        "the server is killed",
        """
        import os
        import time
        os.kill(os.getppid(), 9)
        time.sleep(60)
        """,
        REFUSED,
        weak=(*CRASHED, *TIMED_OUT),
    ),
    Attack(
        "a signal to somebody",
        """
        import os
        os.kill(PID, 0)
        return "reached"
        """,
        (*REFUSED, End((Kind.RAISED,), ("?ProcessLookupError", "ProcessLookupError"))),
        weak=REACHED,
    ),
    Attack(
        "a signal that the kernel is asked to send",
        """
        import fcntl
        import socket
        one, other = socket.socketpair()
        fcntl.fcntl(one, 8, PID)
        fcntl.fcntl(one, 10, 18)
        return "reached"
        """,
        (*REFUSED, End((Kind.RAISED,), ("?ProcessLookupError", "ProcessLookupError"))),
        weak=REACHED,
    ),
    Attack(
        "namespaces of its own, to be root in",
        """
        import ctypes
        if ctypes.CDLL(None).unshare(0x10000000) != 0:
            raise PermissionError
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "the limits are lifted",
        """
        import resource
        resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        return "reached"
        """,
        BLOCKED,  # at `weak`, too: raising a limit takes a privilege
    ),
    Attack(
        "another user",
        """
        import os
        os.setuid(1)
        return "reached"
        """,
        REFUSED,
    ),
    Attack(
        "to be watched by nobody",
        """
        import ctypes
        if ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) != 0:
            raise PermissionError
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "the keys of the kernel",
        """
        import ctypes
        if ctypes.CDLL(None).syscall(250, 0, -3, 0) < 0:
            raise PermissionError
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
)
