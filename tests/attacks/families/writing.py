"""Writing, changing and deleting outside: `SCRATCH` holds what may be spoiled."""

from __future__ import annotations

from tests.attacks.attack import BLOCKED, REACHED, REFUSED, Attack


def _spoils(name: str, statement: str, *, spoils: bool = True) -> Attack:
    body = f"import os\nimport shutil\n{statement}\nreturn 'reached'"
    return Attack(name, body, REFUSED, weak=REACHED, spoils=spoils)


ATTACKS = (
    _spoils("a new file", 'open(SCRATCH + "/new", "w").close()'),
    _spoils("a new folder", 'os.mkdir(SCRATCH + "/new")'),
    _spoils("a file is deleted", 'os.unlink(SCRATCH + "/victim")'),
    _spoils("a file is emptied", 'os.truncate(SCRATCH + "/victim", 0)'),
    _spoils("a file gets another name", 'os.rename(SCRATCH + "/victim", SCRATCH + "/gone")'),
    _spoils("a folder is deleted with all that is in it", 'shutil.rmtree(SCRATCH + "/folder")'),
    _spoils("a file is opened to all", 'os.chmod(SCRATCH + "/victim", 0o777)'),
    _spoils("a file looks older", 'os.utime(SCRATCH + "/victim", (1, 1))', spoils=False),
    _spoils("a link to a secret", 'os.symlink("/etc/passwd", SCRATCH + "/link")'),
    _spoils("a second name", 'os.link(SCRATCH + "/victim", SCRATCH + "/second")'),
    _spoils("a pipe in the file system", 'os.mkfifo(SCRATCH + "/pipe")'),
    Attack(
        "text in a file that is there",
        """
        with open(SCRATCH + "/victim", "a") as stream:
            stream.write("x" * 100000)
        return "reached"
        """,
        REFUSED,
        weak=BLOCKED,  # no file of this process may grow
    ),
    Attack(
        "shared memory",
        """
        import ctypes
        libc = ctypes.CDLL(None)
        made = libc.shmget(0, 4096, 0o1600)
        if made < 0:
            raise PermissionError
        libc.shmctl(made, 0, None)
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a file in memory to be run",
        """
        import os
        return "reached" if os.memfd_create("x") else "none"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a file system over another",
        """
        import ctypes
        if ctypes.CDLL(None).mount(b"none", SCRATCH.encode(), b"tmpfs", 0, None) != 0:
            raise PermissionError
        return "reached"
        """,
        REFUSED,  # at `weak`, too: what root may do beyond any user is given up
    ),
    Attack(
        "the clock of the machine",
        """
        import time
        time.clock_settime(time.CLOCK_REALTIME, time.time())
        return "reached"
        """,
        REFUSED,
    ),
    Attack(
        "the disk is filled",
        """
        import os
        for number in range(50):
            with open(f"{SCRATCH}/{number}", "wb", buffering=0) as stream:
                stream.write(bytes(1 << 20))
        return "reached"
        """,
        REFUSED,
        weak=BLOCKED,
        spoils=True,
    ),
    Attack(
        "a lock on somebody's file",
        """
        import fcntl
        with open(SCRATCH + "/victim") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
)
