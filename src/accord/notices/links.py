"""
Links in mails: nothing of them is stored, each is made anew from the row it is for and the key of the installation.

A link that confirms is of one asking; one that stops is of one address, so that it works in every mail ever sent there.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

from accord.access import NotVisible
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


def read_link(purpose: str, link: str) -> Wish:
    """Return the row that a link is for. Raises NotVisible where it is for none."""
    pk, _, sign = link.partition("-")
    row = Wish.objects.filter(pk=pk).first()
    if row is None or not constant_time_compare(sign, _sign(purpose, row)):
        raise NotVisible
    return row


def _sign(purpose: str, wish: Wish) -> str:
    asked = wish.asked_at.isoformat() if purpose == CONFIRM else ""
    about = f"{wish.pk}:{wish.address}:{asked}"
    return salted_hmac(f"accord.notices.{purpose}", about, algorithm="sha256").hexdigest()[:SIGNS]
