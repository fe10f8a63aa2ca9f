"""Talking to anybody, in every family of sockets. The listeners are on the loopback and in a folder of the test."""

from __future__ import annotations

from tests.attacks.attack import BLOCKED, EITHER, REACHED, REFUSED, Attack

ATTACKS = (
    Attack(
        "TCP",
        """
        import socket
        socket.create_connection(("127.0.0.1", TCP), 1).sendall(b"s3cret")
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "UDP",
        """
        import socket
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"s3cret", ("127.0.0.1", UDP))
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a Unix stream",
        """
        import socket
        with socket.socket(socket.AF_UNIX) as made:
            made.connect(STREAM)
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a Unix datagram",
        """
        import socket
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as made:
            made.sendto(b"s3cret", DATAGRAM)
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a Unix datagram from a pair that event loops may make",
        """
        import socket
        one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        one.sendto(b"s3cret", DATAGRAM)
        return "reached"
        """,
        REFUSED,
        weak=(*REACHED, *BLOCKED),
    ),
    Attack(
        "a Unix socket with an abstract name",
        """
        import socket
        with socket.socket(socket.AF_UNIX) as made:
            made.connect(ABSTRACT)
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "a listener",
        """
        import socket
        with socket.socket() as made:
            made.bind(("127.0.0.1", 0))
            made.listen()
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "IPv6",
        """
        import socket
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "the kernel's own sockets",
        """
        import socket
        socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close()
        return "reached"
        """,
        REFUSED,
        weak=REACHED,
    ),
    Attack(
        "raw packets",
        """
        import socket
        socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0).close()
        return "reached"
        """,
        REFUSED,  # at `weak`, too: it takes a privilege
    ),
    Attack(
        "a virtual machine's host",
        """
        import socket
        socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).close()
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "the web",
        """
        import urllib.request
        urllib.request.urlopen(f"http://127.0.0.1:{TCP}/", timeout=0.2)
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "a name to be looked up",
        """
        import socket
        return "reached" if socket.getaddrinfo("localhost", 80) else "none"
        """,
        REFUSED,
        weak=EITHER,
    ),
    Attack(
        "a ring of calls that the kernel carries out",
        """
        import ctypes
        if ctypes.CDLL(None).syscall(425, 8, ctypes.create_string_buffer(512)) < 0:
            raise PermissionError
        return "reached"
        """,
        REFUSED,
        weak=EITHER,
    ),
)
