"""Where a person is told that something awaits; links that confirm or stop; and what is kept from its way."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from accord.access import NotVisible, Subject
from accord.members.queries import clocks_of, home_organisation
from accord.notices.links import CONFIRM, LASTS, STOP, is_signed, parts_of
from accord.notices.models import Mail, Way, Wish
from accord.notices.pages import Undelivered, WishPage
from accord.record import clock

REMEMBERED = timedelta(days=7)
"""How long a mail that was given up is reported."""


def wish_page(by: Subject) -> WishPage:
    """Return where and when this person is told that something awaits."""
    row = Wish.objects.filter(user=by.person_id).first() if by.person_id else None
    if row is None:
        return WishPage(sends=settings.MAIL_IS_SENT, zone=_own_zone(by))
    return WishPage(
        sends=settings.MAIL_IS_SENT,
        address=row.address,
        way=row.way,
        label=str(Way(row.way).label),
        hour=row.hour,
        zone=row.zone,
        asked_at=row.asked_at,
        confirmed=row.confirmed_at is not None,
    )


def _own_zone(by: Subject) -> str:
    """Return the zone in which this person works: of its capital, of the secretariat for others; UTC where unknown."""
    organisation = home_organisation(by)
    zones = {line.code: line.zone for line in (clocks_of(organisation) if organisation else ())}
    return zones.get(by.delegation) or zones.get("") or "UTC"


def confirming(link: str) -> Wish:
    """Return whose address this link confirms. Raises NotVisible: it is none, or it is too old."""
    row = _named(CONFIRM, link)
    if clock.now() - row.asked_at > LASTS:
        raise NotVisible
    return row


def stopping(link: str) -> Wish:
    """Return whose mails this link stops. Raises NotVisible: it is none, or of an address that is no longer used."""
    return _named(STOP, link)


def _named(purpose: str, link: str) -> Wish:
    """Return the row that a link is for. Raises NotVisible where it is for none."""
    pk, sign = parts_of(link)
    row = Wish.objects.filter(pk=pk).first()
    if row is None or not is_signed(purpose, row, sign):
        raise NotVisible
    return row


def undelivered() -> Undelivered:
    """Return what is kept from its way, for the check of an installation."""
    rows = Mail.objects.filter(sent_at=None).exclude(failure="")
    waiting = rows.filter(given_up_at=None)
    given_up = rows.filter(given_up_at__gte=clock.now() - REMEMBERED)
    last = (waiting | given_up).order_by("-due_at").values_list("failure", flat=True).first()
    return Undelivered(waiting.count(), given_up.count(), last or "")
