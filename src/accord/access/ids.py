"""Random ids for everything that has an address: a gap or an order in them betrays nothing (TRUST D6)."""

from __future__ import annotations

import secrets

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id() -> str:
    """Return a random id of 16 characters (80 bits) without look-alikes."""
    return "".join(secrets.choice(_LETTERS) for _ in range(16))
