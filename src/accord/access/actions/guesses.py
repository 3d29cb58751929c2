"""
How often a password may be guessed (TRUST, goal 20): counted before it is looked at, so that guesses at once
count too.

Browsers that have signed in before are counted apart from all others: who guesses from elsewhere cannot keep a
delegation out of its own sign-in, not even in the last minute of a deadline. Source: docs/explanation/sign-in.md.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.db import transaction

from accord.access.models import Guesses

MOST = 10
"""Wrong passwords within :data:`WITHIN`, for one sign-in from one kind of browser."""
WITHIN = timedelta(hours=1)


class TooMany(Exception):
    """Too many wrong passwords; ``free`` is when the next one is looked at."""

    def __init__(self, free: datetime) -> None:
        super().__init__(free)
        self.free = free


@transaction.atomic
def count(name: str, browser: str, at: datetime) -> None:
    """
    Count a guess of this sign-in, whether or not it exists.

    Args:
        browser: what tells a browser that has signed in before, "" for any other.

    Raises:
        TooMany: it is one too many; nothing is counted.
    """
    Guesses.objects.filter(since__lte=at - WITHIN).delete()
    Guesses.objects.get_or_create(of=_of(name, browser), defaults={"since": at})
    row = Guesses.objects.select_for_update().get(of=_of(name, browser))
    if row.count >= MOST:
        raise TooMany(row.since + WITHIN)
    row.count += 1
    row.save()


def forgive(name: str, browser: str) -> None:
    """Take one back: the password was right. The others stay, or signing in would free the way for who guesses."""
    with transaction.atomic():
        row = Guesses.objects.select_for_update().filter(of=_of(name, browser), count__gt=0).first()
        if row is not None:
            row.count -= 1
            row.save()


def _of(name: str, browser: str) -> str:
    return hashlib.sha256(f"{name}\n{browser}".encode()).hexdigest()
