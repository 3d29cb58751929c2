"""
Seats that were empty at a meeting as a whole, from outside of its sittings: what a source tells of who did not come.

Within an act of another room, which locks the meeting, checks who may, and writes the one entry.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.meetings.actions.entering import require_begun
from accord.meetings.choices import Attendance, Presence
from accord.meetings.models import Attending, Meeting, Seat
from accord.meetings.registration import EmptySeatEntry
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Member
from accord.record.acts import Act


def put_empty_seat(act: Act, meeting: Meeting, entry: EmptySeatEntry) -> Seat:
    """
    Enter that the seat of a member was empty. That is neither consent nor objection; who represented it stays unknown.

    Raises:
        Unfit: the meeting is still to come, no such member, or the register says of its seat something already.
    """
    require_begun(act, meeting)
    member = Member.objects.filter(organisation=meeting.organisation_id, code=entry.member).first()
    if member is None:
        raise Unfit("member", _("“%s” is not in the register.") % entry.member)
    _require_unknown(meeting, member)
    return Seat.objects.create(
        meeting=meeting,
        member=member,
        attendance=Attendance.EMPTY,
        order=member.order,
        note=checks.name("note", entry.note, longest=300, optional=True),
        **entry.basis.columns(),
    )


def clear_empty_seat(meeting: Meeting, code: str, source: str) -> None:
    """
    Take back that a seat was empty, so that nothing is known of it.

    Args:
        source: name of the source on which it was entered. A seat that is there no longer is no error.

    Raises:
        Unfit: what is known of the seat was changed since.
    """
    sat = Attending.objects.filter(sitting__meeting=meeting, member__code=code)
    seat = Seat.objects.filter(meeting=meeting, member__code=code).first()
    if seat is None:
        return
    if sat.exists() or seat.attendance != Attendance.EMPTY or seat.source_name != source:
        raise Unfit("", _("Who sat there was entered anew since. It is corrected on the page of the meeting."))
    seat.delete()


def _require_unknown(meeting: Meeting, member: Member) -> None:
    """Refuse a seat of which something is known: written over is nothing."""
    sat = Attending.objects.filter(sitting__meeting=meeting, member=member).exclude(presence=Presence.EMPTY)
    seat = Seat.objects.filter(meeting=meeting, member=member).first()
    if sat.exists() or (seat and seat.attendance == Attendance.PRESENT):
        words = _("By the register %s sat there, or was represented. Correct first what the page of the meeting says.")
        raise Unfit("member", words % member.name)
    if seat:
        words = _("By the register the seat of %s was empty already. Say so instead of entering it again.")
        raise Unfit("member", words % member.name)
