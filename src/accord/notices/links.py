"""
Links in mails: nothing of them is stored, each is made anew from the row it is for and the key of the installation.

A link that confirms is of one asking; one that stops is of one address, so that it works in every mail ever sent there.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

from accord.notices.models import Wish

CONFIRM = "confirm"
STOP = "stop"
LASTS = timedelta(days=2)
"""How long a link that confirms an address can be used."""
SIGNS = 40
"""Hexadecimal digits of a link: 160 bits."""


def link_of(purpose: str, wish: Wish) -> str:
    """Return the secret part of a link for this purpose."""
    return f"{wish.pk}-{_sign(purpose, wish)}"


def parts_of(link: str) -> tuple[str, str]:
    """Return the id of the row that a link names, and its sign."""
    pk, _, sign = link.partition("-")
    return pk, sign


def is_signed(purpose: str, wish: Wish, sign: str) -> bool:
    """Whether this sign is the one of the row for this purpose."""
    return constant_time_compare(sign, _sign(purpose, wish))


def _sign(purpose: str, wish: Wish) -> str:
    asked = wish.asked_at.isoformat() if purpose == CONFIRM else ""
    about = f"{wish.pk}:{wish.address}:{asked}"
    return salted_hmac(f"accord.notices.{purpose}", about, algorithm="sha256").hexdigest()[:SIGNS]
