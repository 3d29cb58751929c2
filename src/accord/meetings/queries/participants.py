"""Who takes part in a meeting: registered people in the order of precedence, attendance by sitting, quorum, staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import ceil
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Allow, Deny, NotVisible, Role, Subject, require
from accord.meetings import access
from accord.meetings.choices import Precedence, Presence, Rank
from accord.meetings.models import (
    ADMITTED,
    Attending,
    Invitation,
    Meeting,
    Participant,
    Sitting,
    StaffAdmission,
)
from accord.meetings.queries.invitations import (
    admitted_partners,
    invitation_lines,
    invitations_sentence,
    visible_invitations,
)
from accord.meetings.queries.rows import admitted_sittings, every_meeting, every_whole_meeting, visible_sittings
from accord.meetings.queries.sights import sitting_words
from accord.meetings.queries.stood import acts_on, held_on
from accord.meetings.quorum import quorum_sentence
from accord.meetings.taking_part import (
    AttendingLine,
    AttendingPage,
    Delegation,
    ParticipantLine,
    ParticipantsPage,
    SittingAttendance,
    StaffLine,
    StaffPage,
    TakingPart,
)
from accord.meetings.wording import sitting_name
from accord.members.basis import Basis
from accord.members.models import Mandate, Member
from accord.members.queries import end_of, members_of, quorum_title, shown_day
from accord.members.queries.naming import NameBook, name_book

RANKS = {str(rank): place for place, rank in enumerate(Rank)}
PAGE_LENGTH = 200
"""People on a page of participants."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A delegation, partner, guest or the secretariat with its people, in order."""

    key: str
    code: str
    name: str
    rows: list[Participant]


def visible_participants(by: Subject) -> QuerySet[Participant]:
    """
    Registered people: of every delegation for the council and for whoever is admitted to a sitting; its own alone for a
    partner that is invited to an item.
    """
    if by.organisation_id is None:
        return Participant.objects.none()
    rows = Participant.objects.filter(meeting__organisation=by.organisation_id, meeting__in=every_meeting(by))
    if by.role in access.COUNCIL:
        return rows
    inside = Q(meeting__sittings__in=admitted_sittings(by).values("pk"))
    own = Q(partner__code=by.delegation) if by.role == Role.PARTNER else Q(pk=None)
    return rows.filter(Q(pk__in=rows.filter(inside).values("pk")) | own)


def side_of(row: Participant) -> str:
    """Return for whom somebody takes part, as a registration names it."""
    if row.member:
        return f"member-{row.member.code}"
    if row.partner:
        return f"partner-{row.partner.code}"
    return f"guest-{row.invitation_id}" if row.invitation_id else "secretariat"


def side_name(row: Participant) -> str:
    """Return for whom somebody takes part, by the name of the register."""
    if row.member:
        return row.member.name
    if row.partner:
        return row.partner.name
    return row.invitation.guest if row.invitation else _("Secretariat")


def participants_page(
    by: Subject, meeting_id: str, on: date | None = None, *, number: int | None = None
) -> ParticipantsPage:
    """
    Return who takes part in a meeting, in the order of precedence, and who sat in which sitting.

    Args:
        on: who was registered at the end of this day (UTC) and still is, and who sat in sittings held by then; where it
            is over, nothing is offered.
        number: page of PAGE_LENGTH people, from 1; a number beyond the last shows the last, None shows all.

    Raises:
        NotVisible: ``by`` is neither of the council nor admitted to a part of the meeting.
    """
    meeting = every_meeting(by).select_related("organisation", "chair", "host").filter(pk=meeting_id).first()
    if meeting is None or not takes_part(by, meeting):
        raise NotVisible
    book = name_book(meeting.organisation)
    members = members_of(meeting.organisation, meeting.day or shown_day(meeting.organisation))
    rows, until = _registered(by, meeting), end_of(meeting.organisation, on)
    rows = [row for row in rows if until is None or row.registered_at <= until]
    listed = members if sees_everybody(by, meeting) else ()
    known, pages = _listed_sides(meeting, listed, rows, book), max(1, ceil(len(rows) / PAGE_LENGTH)) if number else 1
    shown = _stretch(known, min(number, pages)) if number else known
    sittings = attendance(by, meeting, on if until else None)
    sides = () if until else _sides(by, meeting, members, book)
    return ParticipantsPage(
        meeting_id=meeting.pk,
        meeting=str(book.called(f"meeting {meeting.pk}", meeting.title)),
        sentence=people_sentence(len(rows)),
        delegations=tuple(_delegation(side, book) for side in shown),
        precedence=meeting.precedence,
        orders=until is None and isinstance(access.may_order(by, meeting), Allow),
        sides=sides,
        refused="" if sides or until else _refused(by, meeting),
        sittings=sittings,
        keeps=until is None and isinstance(access.may_keep(by, meeting), Allow),
        admits=until is None and isinstance(access.may_admit_staff(by, meeting), Allow),
        staff=_staff(by, meeting),
        number=min(number or 1, pages),
        pages=pages,
        cancelled=meeting.state == "cancelled",
        day=on or shown_day(meeting.organisation),
        shows_now=until is None,
        struck_since=until is not None and _struck_since(by, meeting, until),
    )


def _registered(by: Subject, meeting: Meeting) -> list[Participant]:
    rows = visible_participants(by).filter(meeting=meeting)
    return list(rows.select_related("member", "partner", "invitation"))


def _struck_since(by: Subject, meeting: Meeting, until: datetime) -> bool:
    """Whether somebody was taken off the list that ``by`` sees after an instant; the record does not say who."""
    return sees_everybody(by, meeting) and any(act.at > until for act in acts_on(meeting, ["struck a participant of"]))


def taking_part(by: Subject, meeting_id: str, on: date | None = None) -> TakingPart:
    """Return what the page of a meeting tells of who takes part; as on a day that is over. Raises NotVisible."""
    meeting = every_meeting(by).select_related("organisation").filter(pk=meeting_id).first()
    if meeting is None:
        raise NotVisible
    until = end_of(meeting.organisation, on)
    sat = tuple(each for each in attendance(by, meeting, on if until else None) if each.lines)
    if not takes_part(by, meeting):
        return TakingPart(sat, False, "", "")
    people = visible_participants(by).filter(meeting=meeting)
    told = people_sentence((people.filter(registered_at__lte=until) if until else people).count())
    seen = by.role in access.COUNCIL or visible_invitations(by).filter(meeting=meeting).exists()
    return TakingPart(sat, True, told, invitations_sentence(invitation_lines(by, meeting, on)) if seen else "")


def spoken_for(by: Subject, meeting_id: str) -> Mapping[str, str]:
    """Return the members that sat in no sitting themselves, each with the one that represented it, by code."""
    lines = [line for sitting in taking_part(by, meeting_id).sittings for line in sitting.lines]
    sat = {line.code for line in lines if line.presence == Presence.PRESENT}
    return {line.code: line.by for line in lines if line.presence == Presence.REPRESENTED and line.code not in sat}


def empty_seats(by: Subject, meeting_id: str, audience_id: str) -> frozenset[str]:
    """
    Return codes of the members whose seats were empty in the sittings that an audience admits, and in no other taken.

    Where no sitting has this audience, as for a text of the whole council, all sittings of the meeting count. None for
    a meeting that ``by`` does not see.
    """
    meeting = every_meeting(by).select_related("organisation").filter(pk=meeting_id).first()
    if meeting is None:
        return frozenset()
    sat = attendance(by, meeting)
    codes = set(visible_sittings(by).filter(meeting=meeting, audience=audience_id).values_list("code", flat=True))
    lines = [line for each in sat if not codes or each.code in codes for line in each.lines]
    taken = {line.code for line in lines if line.presence != Presence.EMPTY}
    return frozenset(line.code for line in lines if line.code not in taken)


def sees_everybody(by: Subject, meeting: Meeting) -> bool:
    """Whether ``by`` sees who is registered for others than itself: not where it is invited to an item alone."""
    return by.role in access.COUNCIL or admitted_sittings(by).filter(meeting=meeting).exists()


def takes_part(by: Subject, meeting: Meeting) -> bool:
    """Whether ``by`` is of the council, or is admitted to something of the meeting that is not public."""
    if by.organisation_id != meeting.organisation_id:
        return False
    if by.role in access.COUNCIL:
        return True
    invited = by.role == Role.PARTNER and by.delegation in admitted_partners(meeting)
    return invited or admitted_sittings(by).filter(meeting=meeting).exists()


def attendance(by: Subject, meeting: Meeting, on: date | None = None) -> tuple[SittingAttendance, ...]:
    """
    Return who sat in each sitting of a meeting that ``by`` sees whole, with the quorum as a sentence.

    Args:
        on: nobody had sat yet in a sitting that was held after this day, by the clock of the place.
    """
    places = list(visible_sittings(by).filter(meeting__in=every_whole_meeting(by), meeting=meeting))
    held = [place for place in places if on is None or held_on(meeting, place) <= on]
    rows = Attending.objects.filter(sitting__in=held).select_related("member", "by").order_by("member__order")
    found: dict[int, list[Attending]] = defaultdict(list)
    for row in rows:
        found[row.sitting_id].append(row)
    book = name_book(meeting.organisation) if found else NameBook()
    own = quorum_title(meeting.organisation, book) if found else ""
    return tuple(_attendance(meeting, place, found[place.pk], book, own) for place in places)


def attending_page(by: Subject, meeting_id: str, code: str) -> AttendingPage:
    """Return how each member sat in a sitting as far as it is entered. Raises NotVisible, Refused."""
    meeting = every_meeting(by).select_related("organisation").filter(pk=meeting_id).first()
    if meeting is None:
        raise NotVisible
    require(access.may_keep(by, meeting))
    place = next((each for each in attendance(by, meeting) if each.code == code), None)
    if place is None:
        raise NotVisible
    book = name_book(meeting.organisation)
    members = members_of(meeting.organisation, meeting.day or shown_day(meeting.organisation))
    pairs = tuple((member.code, str(book.member(member))) for member in members)
    return AttendingPage(meeting.pk, meeting.title, place, pairs)


def staff_page(by: Subject, meeting_id: str, code: str) -> StaffPage:
    """Return which staff is admitted to a sitting, and who can be. Raises NotVisible, Refused."""
    meeting = every_meeting(by).filter(pk=meeting_id).first()
    if meeting is None:
        raise NotVisible
    require(access.may_admit_staff(by, meeting))
    if not admitted_sittings(by).filter(meeting=meeting, code=code).exists():
        raise NotVisible
    admitted = _staff(by, meeting).get(code, ())
    return StaffPage(
        meeting.pk, meeting.title, code, sitting_words(code), staff_sign_ins(meeting.organisation_id), admitted
    )


def staff_sign_ins(organisation_id: str) -> tuple[str, ...]:
    """Return the sign-ins of interpreters, note-takers and technical staff of an organisation."""
    rows = Mandate.objects.filter(organisation=organisation_id, role=Role.STAFF).order_by("user__username")
    return tuple(rows.values_list("user__username", flat=True))


def people_sentence(people: int) -> str:
    """Return how many are registered."""
    if not people:
        return _("Nobody is registered yet.")
    return ngettext("%d person is registered.", "%d people are registered.", people) % people


# In the order of precedence


def _listed_sides(
    meeting: Meeting, members: Sequence[Member], rows: list[Participant], book: NameBook
) -> Iterator[_Side]:
    """Yield the delegations of members, then partners, then other guests, then the secretariat, with their people."""
    sides: dict[str, list[Participant]] = defaultdict(list)
    for row in rows:
        sides[side_of(row)].append(row)
    for member in in_precedence(meeting, members):
        side = f"member-{member.code}"
        yield _side(side, member.code, str(book.member(member)), sides.pop(side, []))
    partners = sorted((key for key in sides if key.startswith("partner-")), key=lambda key: sides[key][0].partner.order)  # type: ignore[union-attr]
    for side in partners:
        partner = sides[side][0].partner
        yield _side(side, partner.code if partner else "", str(book.partner(partner)), sides[side])
    for side in sorted(key for key in sides if not key.startswith("partner-")):
        yield _side(side, "", side_name(sides[side][0]), sides[side])


def in_precedence(meeting: Meeting, members: Iterable[Member]) -> tuple[Member, ...]:
    """Return the members in the order in which their delegations are listed."""
    first = {Precedence.CHAIR: meeting.chair_id, Precedence.HOST: meeting.host_id}.get(Precedence(meeting.precedence))
    return tuple(sorted(members, key=lambda member: (member.pk != first, member.order)))


def _side(key: str, code: str, name: str, rows: Iterable[Participant]) -> _Side:
    people = sorted(rows, key=lambda row: (RANKS.get(row.rank, len(RANKS)), row.registered_at, row.pk))
    return _Side(key, code, name, people)


def _stretch(sides: Iterable[_Side], number: int) -> Iterator[_Side]:
    """Yield what stands on a page of people; a side with nobody stands where its people would."""
    begin, passed = (number - 1) * PAGE_LENGTH, 0
    for side in sides:
        rows = side.rows[max(0, begin - passed) : max(0, begin + PAGE_LENGTH - passed)]
        if rows or (not side.rows and begin < max(passed, 1) <= begin + PAGE_LENGTH):
            yield replace(side, rows=rows)
        passed += len(side.rows)


def _delegation(side: _Side, book: NameBook) -> Delegation:
    return Delegation(side.key, side.code, side.name, tuple(_person(row, book) for row in side.rows))


def _person(row: Participant, book: NameBook) -> ParticipantLine:
    return ParticipantLine(
        id=row.pk,
        name=row.name,
        post=row.post,
        rank=row.get_rank_display(),
        head=row.rank == Rank.HEAD,
        person=row.person_id or "",
        basis=Basis.of(row),
        called=book.called(f"person {row.person_id or ''}", row.name),
        title=book.called(f"title {row.post}", row.post),
    )


def _sides(by: Subject, meeting: Meeting, members: Sequence[Member], book: NameBook) -> tuple[tuple[str, str], ...]:
    """Return for whom ``by`` may register somebody, as (key, name)."""
    invited = admitted_partners(meeting)
    rows = Invitation.objects.filter(meeting=meeting, state__in=ADMITTED).select_related("partner")
    known = {f"member-{member.code}": str(book.member(member)) for member in members}
    for row in rows:
        partner = row.partner
        known[f"partner-{partner.code}" if partner else f"guest-{row.pk}"] = (
            str(book.partner(partner)) if partner else row.guest
        )
    known["secretariat"] = _("Secretariat")
    allowed = (side for side in known if _may(by, meeting, side, invited))
    return tuple((side, known[side]) for side in allowed)


def _refused(by: Subject, meeting: Meeting) -> str:
    """Return why ``by`` registers nobody."""
    side = {Role.DELEGATE: f"member-{by.delegation}", Role.PARTNER: f"partner-{by.delegation}"}.get(
        by.role, "secretariat"
    )
    answer = access.may_register(by, meeting, side, invited=admitted_partners(meeting))
    return answer.reason if isinstance(answer, Deny) else ""


def _may(by: Subject, meeting: Meeting, side: str, invited: frozenset[str]) -> bool:
    return isinstance(access.may_register(by, meeting, side, invited=invited), Allow)


# Attendance and staff


def _attendance(
    meeting: Meeting, place: Sitting, rows: Sequence[Attending], book: NameBook, own: str
) -> SittingAttendance:
    day = meeting.day or shown_day(meeting.organisation)
    here = [row.member.code for row in rows if row.presence == Presence.PRESENT]
    codes = [row.member.code for row in rows]
    told = quorum_sentence(meeting.organisation.rule, members=codes, present=here, on=day, in_words=own) if rows else ""
    lines = tuple(_attending(row, book) for row in rows)
    return SittingAttendance(place.code, sitting_name(place.code), lines, told)


def _attending(row: Attending, book: NameBook) -> AttendingLine:
    return AttendingLine(
        code=row.member.code,
        member=str(book.member(row.member)),
        presence=row.presence,
        by=row.by.code if row.by else "",
        note=row.note,
        basis=Basis.of(row),
    )


def _staff(by: Subject, meeting: Meeting) -> Mapping[str, tuple[StaffLine, ...]]:
    """Return the staff of each sitting to which ``by`` is admitted, by the code of the sitting."""
    rows: Any = StaffAdmission.objects.filter(sitting__in=admitted_sittings(by), sitting__meeting=meeting)
    found: dict[str, list[StaffLine]] = defaultdict(list)
    for row in rows.select_related("sitting", "mandate__user"):
        found[row.sitting.code].append(StaffLine(row.mandate.user.username, row.service, row.get_service_display()))
    return {code: tuple(lines) for code, lines in found.items()}
