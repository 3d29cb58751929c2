"""A person's own address of the calendar: making a new one, which ends the former, and ending it."""

from __future__ import annotations

import secrets

from accord.access import NotVisible, Subject
from accord.calendar.models import FeedAddress
from accord.calendar.queries.feeds import digest_of
from accord.record import clock


def new_address(*, by: Subject) -> str:
    """
    Return the secret of a new address, shown now and never again; the former address ends.

    It is no act of the council, and its record says nothing of it. Raises NotVisible for who has no sign-in.
    """
    if by.person_id is None or by.organisation_id is None:
        raise NotVisible
    secret = secrets.token_urlsafe(32)
    values = {"digest": digest_of(secret), "made_at": clock.now()}
    FeedAddress.objects.update_or_create(user_id=by.person_id, defaults=values)
    return secret


def end_address(*, by: Subject) -> None:
    """End the person's address; without one, nothing happens."""
    FeedAddress.objects.filter(user_id=by.person_id).delete()
