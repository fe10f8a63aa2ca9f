"""The walls around a child: limits, no new privileges, Landlock, seccomp.

Loaded by `worker.py` from its path, in a process that knows nothing of Holo: standard library only. The ruleset
is made once in the server; `wall` is called in the child, after the fork and before any text of the program.
Every layer that the platform has is put up, whatever else is missing, and the level that comes back names what
stands. The numbers are those of Linux (`asm/unistd.h`, `linux/landlock.h`, `linux/seccomp.h`) for x86-64 and aarch64.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import platform
import resource
import struct
import sys

STRONG = "strong"  # bubblewrap, Landlock and seccomp
GOOD = "good"  # seccomp, and Landlock or bubblewrap: what cannot be called, and what cannot be seen
WEAK = "weak"  # anything less: limits, and a judge in another process

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP = 1, 4, 22
_PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 36, 38
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446  # the same on every machine
_READ = (1 << 2) | (1 << 3)  # read a file, list a folder

# Names of the calls that a pure computation and an event loop need. A number of -1: the machine has no such call.
_CALLS = {
    #                    x86-64, aarch64
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "stat": (4, -1),
    "fstat": (5, 80),
    "lstat": (6, -1),
    "poll": (7, -1),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "access": (21, -1),
    "select": (23, -1),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "recvfrom": (45, 207),
    "exit": (60, 93),
    "uname": (63, 160),
    "getcwd": (79, 17),
    "readlink": (89, -1),
    "gettimeofday": (96, 169),
    "getrusage": (98, 165),
    "times": (100, 153),
    "getuid": (102, 174),
    "getgid": (104, 176),
    "geteuid": (107, 175),
    "getegid": (108, 177),
    "getppid": (110, 173),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "time": (201, -1),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "getdents64": (217, 61),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "epoll_wait": (232, -1),
    "epoll_ctl": (233, 21),
    "openat": (257, 56),
    "newfstatat": (262, 79),
    "readlinkat": (267, 78),
    "faccessat": (269, 48),
    "pselect6": (270, 72),
    "ppoll": (271, 73),
    "epoll_pwait": (281, 22),
    "eventfd2": (290, 19),
    "epoll_create1": (291, 20),
    "getrandom": (318, 278),
    "statx": (332, 291),
    "rseq": (334, 293),
    "faccessat2": (439, 439),
}
# Calls that are allowed with these first or second arguments alone: (index of the argument, values).
_CALLS_WITH = {
    "ioctl": ((16, 29), 1, (0x5401, 0x5421, 0x5450, 0x5451)),  # is it a terminal, non-blocking, close on exec
    "socketpair": ((53, 199), 0, (1,)),  # an event loop wakes itself through a Unix pair
    # Copies of descriptors and their flags. Not F_SETOWN and F_SETSIG: with them the kernel sends any signal to anybody.
    "fcntl": ((72, 25), 1, (0, 1, 2, 3, 4, 1030)),
}
# Calls that are allowed with a null pointer there alone: a datagram may have no address, of a Unix socket say.
_CALLS_WITHOUT = {"sendto": ((44, 206), 4)}
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7), "arm64": (1, 0xC00000B7)}

_libc = ctypes.CDLL(None, use_errno=True)


def _call(number: int, *arguments: object) -> int:
    return int(_libc.syscall(ctypes.c_long(number), *arguments))


def _prctl(option: int, value: object = 1, pointer: object = 0) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(_libc.prctl(option, ctypes.c_ulong(value), pointer, 0, 0) == 0)  # type: ignore[arg-type]  # an int
    except AttributeError:
        return False


def adopt() -> None:
    """In the server: be told of orphans, so that none outlives its session, and be closed to `/proc` readers."""
    _prctl(_PR_SET_CHILD_SUBREAPER)
    _prctl(_PR_SET_DUMPABLE, 0)
    if _has_filter():
        _filter()  # made once, here, for all children


def _has_filter() -> bool:
    return sys.platform.startswith("linux") and platform.machine() in _MACHINES


def readable() -> tuple[str, ...]:
    """Return the folders that a child may read: the standard library and what it is linked against."""
    standard = os.path.dirname(os.path.realpath(os.__file__))  # noqa: PTH120  pathlib is not loaded here
    folders = (standard, "/lib", "/usr/lib", "/lib64", "/usr/lib64")
    return tuple(folder for folder in folders if os.path.isdir(folder))  # noqa: PTH112  pathlib is not loaded here


def ruleset() -> int:
    """Return the descriptor of a Landlock ruleset, or -1 where the kernel has none."""
    if not _has_filter():
        return -1
    version = _call(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    if version < 1:
        return -1
    files = (1 << 13) - 1
    files |= (1 << 13) if version >= 2 else 0
    files |= (1 << 14) if version >= 3 else 0
    files |= (1 << 15) if version >= 5 else 0
    attributes = struct.pack("=Q", files)
    if version >= 4:
        attributes += struct.pack("=Q", 3)  # neither bind nor connect
    if version >= 6:
        attributes += struct.pack("=Q", 3)  # no abstract sockets and no signals to the outside
    rules = _call(_LANDLOCK_CREATE, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0))
    if rules < 0:
        return -1
    for folder in readable():
        beneath = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", _READ, beneath)
        done = _call(_LANDLOCK_ADD, ctypes.c_int(rules), ctypes.c_int(1), rule, ctypes.c_uint32(0))
        os.close(beneath)
        if done != 0:
            os.close(rules)
            return -1
    return rules


@functools.cache
def _filter() -> bytes:
    """Return the seccomp program: what is not in the lists fails with EPERM."""
    column, architecture = _MACHINES[platform.machine()]

    def step(code: int, yes: int, no: int, value: int) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value & 0xFFFFFFFF)

    load, equal, above, leave = 0x20, 0x15, 0x35, 0x06
    allow, refuse, kill = 0x7FFF0000, 0x00050001, 0x80000000
    steps = [step(load, 0, 0, 4), step(equal, 1, 0, architecture), step(leave, 0, 0, kill), step(load, 0, 0, 0)]
    if column == 0:  # the x32 numbers of the same calls
        steps += [step(above, 0, 1, 0x40000000), step(leave, 0, 0, kill)]
    for numbers in _CALLS.values():
        if numbers[column] >= 0:
            steps += [step(equal, 0, 1, numbers[column]), step(leave, 0, 0, allow)]
    for numbers, index, values in _CALLS_WITH.values():
        steps += [step(equal, 0, 2 + 2 * len(values), numbers[column]), step(load, 0, 0, 16 + 8 * index)]
        for value in values:
            steps += [step(equal, 0, 1, value), step(leave, 0, 0, allow)]
        steps += [step(leave, 0, 0, refuse)]
    for numbers, index in _CALLS_WITHOUT.values():  # both halves of the pointer
        steps += [step(equal, 0, 6, numbers[column]), step(load, 0, 0, 16 + 8 * index), step(equal, 0, 2, 0)]
        steps += [step(load, 0, 0, 20 + 8 * index), step(equal, 1, 0, 0), step(leave, 0, 0, refuse)]
        steps += [step(leave, 0, 0, allow)]
    steps += [step(leave, 0, 0, refuse)]
    return b"".join(steps)


def prepared() -> None:
    """Make what every wall needs, before children are forked that would each make it."""
    if _has_filter():
        _filter()


def _seccomp() -> bool:
    program = _filter()
    text = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("=HxxxxxxQ", len(program) // 8, ctypes.addressof(text))
    return _prctl(_PR_SET_SECCOMP, 2, head)


def limit(seconds: int, memory: int) -> None:
    """Set the limits of this process: CPU seconds, MiB of address space, no files, no processes, no core."""
    wanted = (
        (resource.RLIMIT_CPU, seconds, seconds + 1),  # the first one is told by its own signal
        (resource.RLIMIT_AS, memory * 1024 * 1024, memory * 1024 * 1024),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, 32, 32),
        (resource.RLIMIT_CORE, 0, 0),
        (getattr(resource, "RLIMIT_NPROC", -1), 0, 0),
    )
    for name, soft, hard in wanted:
        if name >= 0:
            # A limit that the system refuses (address space on macOS) is missing, not fatal: the level says weak.
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(name, (soft, hard))


def _unprivileged() -> bool:
    """Give up what root may do beyond any user, but for reading what root may read; and all that could be gained."""
    if sys.platform.startswith("linux") and os.geteuid() == 0 and platform.machine() in _MACHINES:
        head = struct.pack("=Ii", 0x20080522, 0)
        for kept in (1 << 2, 0):  # CAP_DAC_READ_SEARCH: the standard library may be another user's
            if (
                _call((126, 91)[_MACHINES[platform.machine()][0]], head, struct.pack("=6I", kept, kept, 0, 0, 0, 0))
                == 0
            ):
                break
    return _prctl(_PR_SET_NO_NEW_PRIVS)


def wall(rules: int, seconds: int, memory: int, *, filtered: bool = True, wrapped: bool = False) -> list[str]:
    """Put all layers around this process, for good; return the level reached and the names of those that stand.

    `rules` is -1 where there is no ruleset. `filtered` is False where calls are not to be filtered, and `wrapped` says
    that the server runs inside bubblewrap.
    """
    _prctl(_PR_SET_PDEATHSIG, 9)
    limit(seconds, memory)
    stands = ["limits"]
    if wrapped:
        stands.append("bubblewrap")
    if _unprivileged():
        stands.append("privileges")
        if rules >= 0 and _call(_LANDLOCK_RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0)) == 0:
            stands.append("landlock")
        if rules >= 0:
            os.close(rules)
        if filtered and _has_filter() and _seccomp():
            stands.append("seccomp")
    return [level(stands), *stands]


def level(stands: list[str]) -> str:
    """Return the level that some layers make."""
    if "seccomp" not in stands:
        return WEAK
    seen = {"landlock", "bubblewrap"}.intersection(stands)
    return (WEAK, GOOD, STRONG)[len(seen)]
