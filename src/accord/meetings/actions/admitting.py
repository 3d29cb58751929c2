"""Who is admitted to which part of a meeting: the audiences follow the invitations and the staff, all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from accord.access import Role
from accord.access.queries import audience_of, seat_guests
from accord.access.subjects import seat
from accord.meetings.choices import Format
from accord.meetings.models import ADMITTED, AgendaItem, Invitation, Meeting, Sitting, StaffAdmission


def admit(meeting: Meeting) -> None:
    """
    Let each audience of a meeting admit the guests that are invited to it now, and no other.

    Who is invited to the meeting is admitted to its extended sittings; to a narrow one, who is invited to it by name of
    the sitting. The caller holds the lock of the meeting.
    """
    whole, sittings, items = _invited(meeting)
    for sitting in Sitting.objects.filter(meeting=meeting).select_related("audience"):
        if sitting.format != Format.NARROW:
            sittings[sitting.pk] |= whole
        seat_guests(sitting.audience, sittings[sitting.pk])
    for item in AgendaItem.objects.filter(meeting=meeting).select_related("guests"):
        _admit_to_item(meeting, item, items[item.pk])
    if meeting.audience.open:
        seat_guests(meeting.audience, whole.union(*sittings.values(), *items.values()))
        seat_guests(meeting.whole, whole)


def _invited(meeting: Meeting) -> tuple[set[str], dict[int, set[str]], dict[int, set[str]]]:
    """Return the seats that are invited to the meeting, and to each sitting and item of it."""
    whole: set[str] = set()
    sittings: dict[int, set[str]] = defaultdict(set)
    items: dict[int, set[str]] = defaultdict(set)
    rows = Invitation.objects.filter(meeting=meeting, state__in=ADMITTED, partner__isnull=False)
    for row in rows.select_related("partner"):
        place = sittings[row.sitting_id] if row.sitting_id else items[row.item_id] if row.item_id else whole
        place.add(seat(meeting.organisation_id, Role.PARTNER, row.partner.code))
    for sitting, user in _staff(meeting):
        sittings[sitting].add(seat(meeting.organisation_id, Role.STAFF, str(user)))
    return whole, sittings, items


def _staff(meeting: Meeting) -> Iterable[tuple[int, int]]:
    rows = StaffAdmission.objects.filter(sitting__meeting=meeting).order_by("pk")
    return rows.values_list("sitting", "mandate__user")


def _admit_to_item(meeting: Meeting, item: AgendaItem, tokens: set[str]) -> None:
    if item.guests is None and tokens:
        item.guests = audience_of(meeting.organisation_id, f"guests of item {item.pk}", [], open_=True)
        item.save(update_fields=["guests"])
    if item.guests is not None:
        seat_guests(item.guests, tokens)
