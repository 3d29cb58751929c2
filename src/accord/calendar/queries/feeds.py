"""The calendar for calendar programs: a public feed, and one for each person at an address of its own."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accord.access import PUBLIC, NotVisible, Subject
from accord.calendar.models import FeedAddress
from accord.calendar.pages import Happening
from accord.calendar.queries.happenings import happenings
from accord.formats.ics import Appointment, write_calendar
from accord.members.queries import home_organisation, subject_of
from accord.record import clock


def public_feed() -> bytes:
    """Return the public calendar as iCalendar. Raises NotVisible where no organisation is public."""
    return _feed(PUBLIC)


def feed_of(secret: str) -> bytes:
    """Return the calendar of whoever has this secret. Raises NotVisible: it is unknown, revoked, or has no mandate."""
    row = FeedAddress.objects.filter(digest=digest_of(secret)).select_related("user").first()
    by = subject_of(row.user) if row else PUBLIC
    if row is None or by.organisation_id is None:
        raise NotVisible
    return _feed(by)


def digest_of(secret: str) -> str:
    """Return what is stored of the secret of an address."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _feed(by: Subject) -> bytes:
    organisation = home_organisation(by)
    if organisation is None:
        raise NotVisible
    name = organisation.short_name or organisation.name
    found = [each for each in happenings(by, organisation.pk) if each.first]
    told = [_appointment(_told(each), organisation.pk) for each in found]
    return write_calendar(name, told, stamp=clock.now())


def _told(each: Happening) -> Happening:
    """Return what a feed tells of it: of what is restricted, only that there is an appointment."""
    if not each.restricted:
        return each
    uid = each.uid if each.meeting else _veiled(each.uid)
    return replace(each, uid=uid, title=_("Appointment of the council"), place="", organs=(), host="")


def _veiled(uid: str) -> str:
    """Return words that are the same for the same uid and tell nothing of it; one of a meeting is random already."""
    return salted_hmac("accord.calendar", uid, algorithm="sha256").hexdigest()[:32]


def _appointment(each: Happening, organisation_id: str) -> Appointment:
    return Appointment(
        uid=f"{each.uid}@{organisation_id}.accord",
        title=_("%s (sample)") % each.title if each.sample and not each.restricted else each.title,
        first=each.first,  # type: ignore[arg-type]
        last=each.last or each.first,  # type: ignore[arg-type]
        begins=each.begins,
        ends=each.ends,
        zone=each.zone,
        place=each.place,
        cancelled=each.cancelled,
        revision=each.revision,
        changed_at=each.changed_at,
    )
