"""Digests."""

from __future__ import annotations

from holo.provenance.digest import LENGTH, digest, digest_bytes, digest_parts, short


def test_a_digest_is_the_start_of_sha256() -> None:
    """Anyone can check it with a tool of the system."""
    assert "ba7816bf8f01cfea414140de5dae2223" == digest("abc") == digest_bytes(b"abc")
    assert LENGTH == len(digest(""))


def test_parts_do_not_run_into_each_other() -> None:
    """Two lists with the same letters differ."""
    assert digest_parts(["ab", "c"]) != digest_parts(["a", "bc"]) != digest_parts(["abc"])


def test_odd_characters_have_a_digest() -> None:
    """Half a surrogate pair, say."""
    assert digest("\ud800") != digest("?")


def test_messages_show_the_first_digits() -> None:
    """Enough to find it."""
    assert "ba7816bf8f01" == short(digest("abc"))
