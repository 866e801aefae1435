"""Ids that follow from content, so that every step is safe to run twice."""

from __future__ import annotations

import hashlib

_LENGTH = 16  # hex digits: 64 bits, a collision is not expected below some billions of records


def content_id(prefix: str, *parts: object) -> str:
    """`prefix_` and a hash of the parts, each preceded by its length so that no two lists of parts collide."""
    data = [str(part).encode("utf-8", "surrogatepass") for part in parts]
    digest = hashlib.sha256(b"".join(b"%d:%b" % (len(part), part) for part in data))
    return f"{prefix}_{digest.hexdigest()[:_LENGTH]}"


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
