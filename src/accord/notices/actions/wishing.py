"""
What a person settles for itself: until when it has read, and where and when it is told that something awaits.

None of this is an act of the council, and its record says nothing of it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.access import NotVisible, Refused, Subject
from accord.notices.models import Kind, Mail, Visit, Way, Wish
from accord.notices.queries.wishes import confirming, stopping
from accord.record import clock

BETWEEN_LINKS = timedelta(minutes=10)
"""At least so long between two links to confirm an address: nobody's mailbox is filled from here."""


class TooSoon(Exception):
    """A link was sent a moment ago; the message says from when on another one can be asked for."""


def look(at: datetime, *, by: Subject) -> None:
    """
    Store that the person has seen what changed until ``at``. It never goes back, and not into the future.

    Raises:
        NotVisible: for who has no sign-in.
        ValueError: ``at`` has no zone or is in the future.
    """
    if by.person_id is None:
        raise NotVisible
    if at.tzinfo is None or at > clock.now():
        raise ValueError(f"{at} is no instant until which somebody has read")
    row, made = Visit.objects.get_or_create(user_id=by.person_id, defaults={"seen_at": at})
    if not made and at > row.seen_at:
        Visit.objects.filter(pk=row.pk, seen_at__lt=at).update(seen_at=at)


@transaction.atomic
def set_wish(address: str, way: str, hour: int, zone: str, *, by: Subject) -> Wish:
    """
    Store where and when the person is told. A new address is sent a link first, and nothing else before it is used.

    Args:
        address: a mail address (checked by the form). way: a value of :class:`Way`. zone: an IANA name.

    Raises:
        NotVisible: for who has no sign-in.
        Refused: this installation sends no mails.
        TooSoon: the address is new, and a link was sent a moment ago.
    """
    _require_sent(by)
    changes = {"way": way, "hour": hour, "zone": zone, "language": get_language() or settings.LANGUAGE_CODE}
    first = {"address": address, "asked_at": clock.now(), **changes}
    row, made = Wish.objects.select_for_update().get_or_create(user_id=by.person_id, defaults=first)
    if made:
        return _asked(row)
    for name, value in changes.items():
        setattr(row, name, value)
    row.digest_on = _day_settled(row)
    if row.address == address:
        row.save()
        return row
    _require_time(row)
    row.address, row.confirmed_at, row.asked_at = address, None, clock.now()
    return _asked(row)


@transaction.atomic
def ask_again(*, by: Subject) -> None:
    """Send the link that confirms once more; the former ends. Raises NotVisible, Refused, TooSoon."""
    _require_sent(by)
    row = Wish.objects.select_for_update().filter(user=by.person_id, confirmed_at=None).first()
    if row is None:
        raise NotVisible
    _require_time(row)
    row.asked_at = clock.now()
    _asked(row)


def confirm(link: str) -> Wish:
    """Confirm the address that the link was sent to; a second time changes nothing. Raises NotVisible."""
    row = confirming(link)
    Wish.objects.filter(pk=row.pk, asked_at=row.asked_at, confirmed_at=None).update(confirmed_at=clock.now())
    return row


def stop(link: str) -> None:
    """Send nothing any longer to the address of this link; the person can choose otherwise. Raises NotVisible."""
    row = stopping(link)
    Wish.objects.filter(pk=row.pk, address=row.address).update(way=Way.NONE)
    Mail.objects.filter(wish=row, sent_at=None).delete()


def withdraw(*, by: Subject) -> None:
    """Forget the address of the person, with all mails on their way; without one, nothing happens."""
    Wish.objects.filter(user=by.person_id).delete()


def _require_sent(by: Subject) -> None:
    if by.person_id is None or by.organisation_id is None:
        raise NotVisible
    if not settings.MAIL_IS_SENT:
        raise Refused(_("This installation sends no mails."))


def _require_time(row: Wish) -> None:
    free = row.asked_at + BETWEEN_LINKS
    if clock.now() < free:
        raise TooSoon(_("A link was sent a moment ago. Another one can be sent from %s UTC on.") % f"{free:%H:%M}")


def _asked(row: Wish) -> Wish:
    """Store a row whose address has to be confirmed, with the mail that asks for it."""
    row.digest_on = _day_settled(row)
    row.save()
    Mail.objects.filter(wish=row, sent_at=None).delete()
    Mail.objects.create(wish=row, kind=Kind.CONFIRM, queued_at=row.asked_at, due_at=row.asked_at)
    return row


def _day_settled(row: Wish) -> object:
    """Return the last day that needs no daily mail any more: today, where its hour is over when it is chosen."""
    local = clock.now().astimezone(ZoneInfo(row.zone))
    return local.date() if local.hour >= row.hour else row.digest_on
