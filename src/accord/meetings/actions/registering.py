"""Registering who takes part, the order of precedence, attendance by sitting, and staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject, require
from accord.access.queries import council_audience
from accord.meetings import access, queries
from accord.meetings.actions.admitting import admit
from accord.meetings.actions.entering import enter, meeting_by_id, require_begun
from accord.meetings.choices import Attendance, Precedence, Presence, Rank, Service
from accord.meetings.models import (
    ADMITTED,
    Attending,
    Invitation,
    Meeting,
    Participant,
    Seat,
    Sitting,
    StaffAdmission,
)
from accord.meetings.registration import AttendingEntry, ParticipantEntry, StaffEntry
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Mandate, Member, Partner, Person, Post
from accord.members.queries import members_of, shown_day
from accord.record import acts as record


@record.action(answers=meeting_by_id)
def register(meeting_id: str, entries: Sequence[ParticipantEntry], *, by: Subject, key: UUID) -> Meeting:
    """
    Register people who take part: a delegation its own, a partner that is invited its own, the secretariat any.

    Raises:
        Unfit: nobody is named, somebody twice, a second head, or for a guest that is not invited; nothing is entered
        then; NotVisible; Refused.
    """
    with record.act("registered participants of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        invited = queries.admitted_partners(meeting)
        for entry in entries:
            require(access.may_register(by, meeting, entry.side, invited=invited))
            add_participant(meeting, entry, invited, act.at)
        data = {"what": meeting.title, "people": len(entries)}
        enter(act, meeting, council_audience(meeting.organisation_id), data, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def strike(participant_id: str, *, by: Subject, key: UUID) -> Meeting:
    """Take somebody off the list of participants. Raises NotVisible, Refused."""
    with record.act("struck a participant of", by=by, key=key) as act:
        row = queries.visible_participants(by).filter(pk=participant_id).select_related("member", "partner").first()
        if row is None:
            raise NotVisible
        meeting = act.lock(queries.every_meeting(by), row.meeting_id)
        invited = queries.admitted_partners(meeting)
        require(access.may_register(by, meeting, queries.side_of(row), invited=invited))
        row.delete()
        data = {"what": meeting.title}
        enter(act, meeting, council_audience(meeting.organisation_id), data, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def set_precedence(meeting_id: str, precedence: str, *, by: Subject, key: UUID) -> Meeting:
    """Set in which order the delegations are listed. Raises Unfit: no such order, or nobody presides or hosts."""
    with record.act("set the order of precedence of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_order(by, meeting))
        if precedence not in Precedence.values:
            raise Unfit("precedence", _("“%s” is no order of precedence.") % precedence)
        if precedence == Precedence.HOST and meeting.host_id is None:
            raise Unfit("precedence", _("No host is entered for the meeting."))
        if precedence == Precedence.CHAIR and meeting.chair_id is None:
            raise Unfit("precedence", _("No presiding member is entered for the meeting."))
        meeting.precedence = precedence
        meeting.save(update_fields=["precedence"])
        enter(act, meeting, council_audience(meeting.organisation_id), {"what": meeting.title}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def set_attending(meeting_id: str, sitting: str, rows: Sequence[AttendingEntry], *, by: Subject, key: UUID) -> Meeting:
    """
    Enter how each member sat in one sitting, in place of what was entered before; the meeting's own seats follow.

    Args:
        sitting: its code, "extended".

    Raises:
        Unfit: the meeting is still to come; a state that is no member, twice the same one, represented by itself or by
            an empty seat; NotVisible.
    """
    with record.act("entered who sat in a sitting of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_keep(by, meeting))
        require_begun(act, meeting)
        place = queries.admitted_sittings(by).filter(meeting=meeting, code=sitting).first()
        if place is None:
            raise NotVisible
        members = {row.code: row for row in Member.objects.filter(organisation=meeting.organisation_id)}
        Attending.objects.filter(sitting=place).delete()
        Attending.objects.bulk_create(_attending(place, row, rows, members) for row in _each_once(rows))
        _seat_members(meeting)
        enter(act, meeting, meeting.whole, {"what": meeting.title, "seats": len(rows)}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def admit_staff(meeting_id: str, sitting: str, staff: Sequence[StaffEntry], *, by: Subject, key: UUID) -> Meeting:
    """
    Admit interpreters, note-takers and technical staff to a sitting, in place of those admitted before.

    Raises:
        Unfit: a sign-in that is not one of the staff, or an unknown service; NotVisible; Refused.
    """
    with record.act("admitted staff to a sitting of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_admit_staff(by, meeting))
        place = queries.admitted_sittings(by).filter(meeting=meeting, code=sitting).first()
        if place is None:
            raise NotVisible
        StaffAdmission.objects.filter(sitting=place).delete()
        StaffAdmission.objects.bulk_create(_admission(meeting, place, one) for one in staff)
        admit(meeting)
        data = {"what": meeting.title, "people": len(staff)}
        enter(act, meeting, council_audience(meeting.organisation_id), data, answer=meeting.pk)
        return meeting


# Participants


def add_participant(meeting: Meeting, entry: ParticipantEntry, invited: frozenset[str], at: datetime) -> None:
    """Enter somebody who takes part, within an act. Raises Unfit."""
    columns = _columns(meeting, entry, invited)
    _require_once(meeting, columns)
    Participant.objects.create(meeting=meeting, registered_at=at, **columns, **entry.basis.columns())


def _columns(meeting: Meeting, entry: ParticipantEntry, invited: frozenset[str]) -> dict[str, Any]:
    if entry.rank not in Rank.values:
        raise Unfit("rank", _("“%s” is no way of taking part.") % entry.rank)
    side = _side(meeting, entry.side, invited)
    person = Person.objects.filter(organisation=meeting.organisation_id, pk=entry.person).first()
    if entry.person and person is None:
        raise Unfit("person", _("This person is not in the register."))
    name = person.name if person else checks.name("name", entry.name, longest=120, optional=True)
    if not name:
        raise Unfit("name", _("Give a name, or choose a person of the register."))
    post = checks.name("post", entry.post, longest=160, optional=True)
    post = post or (_post_of(person, side, meeting) if person else "")
    return {**side, "person": person, "name": name, "post": post, "rank": entry.rank}


def _side(meeting: Meeting, side: str, invited: frozenset[str]) -> dict[str, Any]:
    """Return for whom somebody takes part, as columns; none of them for the secretariat."""
    kind, _dash, code = side.partition("-")
    found: Any = None
    if kind == "secretariat":
        return {}
    if kind == "member":
        found = next((row for row in members_of(meeting.organisation) if row.code == code), None)
        return {"member": found or _refuse_side(code)}
    if kind == "partner":
        found = (
            Partner.objects.filter(organisation=meeting.organisation_id, code=code).first() if code in invited else None
        )
        return {"partner": found or _refuse_side(code)}
    found = Invitation.objects.filter(meeting=meeting, partner=None, state__in=ADMITTED, pk=code).first()
    return {"invitation": found or _refuse_side(code)}


def _refuse_side(code: str) -> None:
    raise Unfit("side", _("“%s” is neither a member nor invited to the meeting.") % code)


def _post_of(person: Person, side: dict[str, Any], meeting: Meeting) -> str:
    """Return the title of a post that a person holds on the day of the meeting, the one of its side first."""
    day = meeting.day or shown_day(meeting.organisation)
    posts = [row for row in Post.objects.filter(person=person) if _held(row, day)]
    member = side.get("member")
    own = [row for row in posts if member is not None and row.member_id == member.pk]
    return next((row.title for row in (*own, *posts)), "")


def _held(post: Post, day: date) -> bool:
    return (post.since or date.min) <= day <= (post.until or date.max)


def _require_once(meeting: Meeting, columns: dict[str, Any]) -> None:
    """Refuse somebody twice, and a second head of one delegation."""
    known = list(Participant.objects.filter(meeting=meeting).select_related("member", "partner", "invitation"))
    same = next((row for row in known if row.name.casefold() == columns["name"].casefold()), None)
    if same:
        values = {"name": same.name, "side": queries.side_name(same)}
        raise Unfit("name", _("%(name)s is registered already: %(side)s.") % values)
    side = {name: columns.get(name) for name in ("member", "partner", "invitation")}
    heads = [row for row in known if row.rank == Rank.HEAD and all(getattr(row, name) == side[name] for name in side)]
    if columns["rank"] == Rank.HEAD and heads and any(side.values()):
        raise Unfit("rank", _("%s is the head already. A delegation has one; others are alternates.") % heads[0].name)


# Attendance


def _each_once(rows: Sequence[AttendingEntry]) -> Sequence[AttendingEntry]:
    codes = [row.member for row in rows]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise Unfit("attending", _("%s stands in the list twice.") % twice)
    return rows


def _attending(
    place: Sitting, row: AttendingEntry, rows: Sequence[AttendingEntry], members: dict[str, Member]
) -> Attending:
    if row.member not in members or row.presence not in Presence.values:
        raise Unfit("attending", _("“%s” is not in the register.") % row.member)
    deputy = members.get(row.by) if row.presence == Presence.REPRESENTED else None
    if row.presence == Presence.REPRESENTED:
        here = {each.member for each in rows if each.presence == Presence.PRESENT}
        if deputy is None or row.by not in here:
            raise Unfit(
                "attending", _("%s is represented by a member that sits there itself: say by which.") % row.member
            )
    return Attending(
        sitting=place,
        member=members[row.member],
        presence=row.presence,
        by=deputy,
        note=checks.name("attending", row.note, longest=300, optional=True),
        **row.basis.columns(),
    )


def _seat_members(meeting: Meeting) -> None:
    """Let the seats of the meeting follow its sittings: taken where a member sat, or was represented, in any."""
    sat: dict[int, Attending] = {}
    for row in Attending.objects.filter(sitting__meeting=meeting).select_related("member").order_by("pk"):
        if row.member_id not in sat or sat[row.member_id].presence == Presence.EMPTY:
            sat[row.member_id] = row
    seats = {seat.member_id: seat for seat in Seat.objects.filter(meeting=meeting, member__isnull=False)}
    for member, row in sat.items():
        taken = Attendance.EMPTY if row.presence == Presence.EMPTY else Attendance.PRESENT
        seat = seats.get(member) or Seat(meeting=meeting, member=row.member, order=row.member.order, **_basis(row))
        seat.attendance = taken
        seat.save()


def _basis(row: Attending) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("source_name", "source_url", "source_date", "standing", "why")}


# Staff


def _admission(meeting: Meeting, place: Sitting, one: StaffEntry) -> StaffAdmission:
    rows = Mandate.objects.filter(organisation=meeting.organisation_id, role=Role.STAFF)
    mandate = rows.filter(user__username=one.sign_in).first()
    if mandate is None:
        raise Unfit("staff", _("“%s” is no sign-in of the staff.") % one.sign_in)
    if one.service not in Service.values:
        raise Unfit("staff", _("“%s” is no service in a sitting.") % one.service)
    return StaffAdmission(sitting=place, mandate=mandate, service=one.service)
