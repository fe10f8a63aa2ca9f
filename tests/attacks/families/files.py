"""Reading what is none of its business: passwords, keys, the environment, `/proc`, the lock, the tickets."""

from __future__ import annotations

from tests.attacks.attack import EITHER, HONEST, NOWHERE, REACHED, REFUSED, Attack, Ends


def _reads(name: str, path: str, weak: Ends = REACHED) -> Attack:
    body = f"""
        with open({path}, "rb") as stream:
            return "reached" if stream.read() else "empty"
    """
    return Attack(name, body, REFUSED, weak=weak)


ATTACKS = (
    _reads("passwords", '"/etc/passwd"'),
    _reads("a key in the home folder", 'FOLDER + "/.ssh/id_ed25519"'),
    _reads("a file of settings with a key", 'FOLDER + "/.env"'),
    _reads("the lock", 'FOLDER + "/holo.lock"'),
    _reads("a ticket", 'FOLDER + "/build/tickets/fine.md"'),
    _reads("the hologram with its sealed examples", 'FOLDER + "/specs/town.holo"'),
    # Root without its privileges may not; an ordinary user may, with all that is his.
    _reads("somebody's environment", 'f"/proc/{PID}/environ"', weak=EITHER),
    # The server closes its entries in `/proc`, which root may read all the same; nothing is in this one.
    _reads("its own environment as it began", '"/proc/self/environ"', weak=EITHER),
    _reads("its own memory map", '"/proc/self/maps"'),
    _reads("the server's command line", "f\"/proc/{__import__('os').getppid()}/cmdline\""),
    _reads("a way round through an open folder", '"/usr/lib/../../etc/passwd"'),
    _reads("the name of the machine", '"/etc/hostname"'),
    Attack(
        "the list of processes",
        """
        import os
        return "reached" if any(name.isdigit() for name in os.listdir("/proc")) else "empty"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "the working folder",
        """
        import os
        return "reached" if os.listdir(".") else "empty"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "whether a path exists",
        """
        import os
        os.stat(FOLDER + "/.env")
        return "reached"
        """,
        NOWHERE,
        good=REACHED,
    ),
    Attack(
        "a descriptor that is opened for its path alone",
        """
        import os
        path = os.open(FOLDER + "/.env", os.O_PATH)
        return "reached" if open(f"/proc/self/fd/{path}").read() else "empty"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "descriptors that somebody forgot to close",
        """
        import os
        import stat
        found = 0
        for number in range(64):
            try:
                kind = os.fstat(number).st_mode
            except OSError:
                continue
            if stat.S_ISREG(kind) or stat.S_ISDIR(kind):
                found += 1
        return "reached" if found else 60
        """,
        HONEST,
        codes="H712 H711",
    ),
    Attack(
        "keys in its own environment",
        """
        import os
        return "reached" if any("KEY" in name or "s3cret" in value for name, value in os.environ.items()) else 60
        """,
        HONEST,
        codes="H712",
    ),
    Attack(
        "code that lies elsewhere",
        """
        import importlib.util
        found = importlib.util.spec_from_file_location("planted", FOLDER + "/planted.py")
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        return module.WORD
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a file through the C library",
        """
        import ctypes
        found = ctypes.CDLL(None).open((FOLDER + "/.env").encode(), 0)
        if found < 0:
            raise PermissionError
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "somebody's memory",
        """
        import ctypes
        import os
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.ptrace(16, PID, 0, 0) != 0:
            raise PermissionError
        libc.ptrace(17, PID, 0, 0)
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "what a parent's memory holds",
        """
        import os
        with open(f"/proc/{os.getppid()}/mem", "rb") as stream:
            return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
)
