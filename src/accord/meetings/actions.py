"""What is done with meetings. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from accord.access import Role, Subject, require
from accord.access.ids import new_id
from accord.access.models import Audience
from accord.access.queries import audience_of, council_audience, public_audience
from accord.access.subjects import seat
from accord.engine.text.naming import plain_name
from accord.engine.text.wording import negotiated
from accord.meetings import access, queries
from accord.meetings.models import (
    AgendaItem,
    Circumstance,
    Format,
    Meeting,
    Paper,
    Seat,
    Sitting,
    Station,
    Step,
    TabledNote,
)
from accord.meetings.values import (
    AgendaEntry,
    CircumstanceEntry,
    Convocation,
    PaperEntry,
    SeatEntry,
    StationEntry,
)
from accord.members.models import Member, Organ, Organisation
from accord.members.queries import visible_organisations
from accord.record import acts as record


def _meeting(pk: str) -> Meeting:
    return Meeting.objects.get(pk=pk)


def _note(pk: str) -> TabledNote:
    return TabledNote.objects.get(pk=pk)


@record.action(answers=_meeting)
def convene(organisation_id: str, convocation: Convocation, *, by: Subject, key: UUID) -> Meeting:
    """Convene a meeting with its sittings; each sitting gets the audience of those admitted to it."""
    with record.act("convened", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_convene(by, organisation))
        meeting = Meeting.objects.create(audience=_audience(organisation), **_columns(organisation, convocation))
        for order, form in enumerate(convocation.formats):
            audience = _sitting_audience(organisation, meeting, form)
            sourced = convocation.basis.columns()
            Sitting.objects.create(meeting=meeting, format=form, order=order, audience=audience, **sourced)
        _record(act, meeting, meeting.audience, {"what": meeting.title}, answer=meeting.pk)
        return meeting


@record.action(answers=_meeting)
def set_agenda(
    meeting_id: str,
    items: Sequence[AgendaEntry],
    circumstances: Sequence[CircumstanceEntry] = (),
    *,
    by: Subject,
    key: UUID,
) -> Meeting:
    """Enter the agenda and the circumstances of a meeting, in place of those entered before."""
    with record.act("entered the agenda of", by=by, key=key) as act:
        meeting = act.lock(queries.visible_meetings(by), meeting_id)
        require(access.may_keep(by, meeting))
        sittings = {sitting.format: sitting for sitting in Sitting.objects.filter(meeting=meeting)}
        AgendaItem.objects.filter(meeting=meeting).delete()
        Circumstance.objects.filter(meeting=meeting).delete()
        AgendaItem.objects.bulk_create(_item(meeting, order, item, sittings) for order, item in enumerate(items, 1))
        Circumstance.objects.bulk_create(
            Circumstance(meeting=meeting, label=one.label, fact=one.fact, **one.basis.columns())
            for one in circumstances
        )
        _record(act, meeting, meeting.audience, {"what": meeting.title, "items": len(items)}, answer=meeting.pk)
        return meeting


@record.action(answers=_meeting)
def set_attendance(meeting_id: str, seats: Sequence[SeatEntry], *, by: Subject, key: UUID) -> Meeting:
    """Enter who sat at the table. A member that is not present keeps its seat, which is then empty."""
    with record.act("entered the attendance of", by=by, key=key) as act:
        meeting = act.lock(queries.visible_meetings(by), meeting_id)
        require(access.may_keep(by, meeting))
        members = {member.code: member for member in Member.objects.filter(organisation=meeting.organisation_id)}
        Seat.objects.filter(meeting=meeting).delete()
        Seat.objects.bulk_create(_seat(meeting, order, one, members) for order, one in enumerate(seats))
        _record(act, meeting, meeting.audience, {"what": meeting.title, "seats": len(seats)}, answer=meeting.pk)
        return meeting


@record.action(answers=_meeting)
def enter_papers(
    meeting_id: str, stations: Sequence[StationEntry], papers: Sequence[PaperEntry], *, by: Subject, key: UUID
) -> Meeting:
    """Enter the papers before a meeting and the way that each has come. Their wording is not held."""
    with record.act("entered papers of", by=by, key=key) as act:
        meeting = act.lock(queries.visible_meetings(by), meeting_id)
        require(access.may_keep(by, meeting))
        places = [
            Station.objects.create(meeting=meeting, label=station.label, day=station.day, order=order)
            for order, station in enumerate(stations)
        ]
        organs = {organ.key: organ for organ in Organ.objects.filter(organisation=meeting.organisation_id)}
        for entry in papers:
            _enter_paper(meeting, entry, places, organs)
        _record(act, meeting, meeting.audience, {"what": meeting.title, "papers": len(papers)}, answer=meeting.pk)
        return meeting


@record.action(answers=_note)
def table_note(
    meeting_id: str, sitting: str, *, title: str, wording: str, sample: bool, by: Subject, key: UUID
) -> TabledNote:
    """
    Table a paper in a sitting; it exists for those admitted to that sitting, and for nobody else.

    Raises:
        TextError: title or wording holds characters that are not allowed; NotVisible, Refused.
    """
    with record.act("tabled", by=by, key=key) as act:
        meeting = act.lock(queries.visible_meetings(by), meeting_id)
        require(access.may_table_note(by, meeting))
        place = act.lock(queries.admitted_sittings(by).filter(meeting=meeting), queries.sitting_id(meeting, sitting))
        values = {"title": plain_name(title), "wording": negotiated(wording).strip(), "sample": sample}
        note = TabledNote.objects.create(meeting=meeting, audience=place.audience, tabled_at=act.at, **values)
        _record(act, meeting, place.audience, {"what": note.title, "in": sitting}, answer=note.pk)
        return note


def _record(act: record.Act, meeting: Meeting, audience: Audience, data: dict[str, Any], *, answer: str) -> None:
    act.entry(
        organisation_id=meeting.organisation_id,
        stream=f"meeting:{meeting.pk}:{audience.pk}",
        audience=audience,
        data=data,
        answer=answer,
    )


def _audience(organisation: Organisation) -> Audience:
    return public_audience(organisation.pk) if organisation.public else council_audience(organisation.pk)


def _sitting_audience(organisation: Organisation, meeting: Meeting, form: str) -> Audience:
    """
    Return for whom what is tabled in a sitting exists: all delegations, the chair, the secretariat; no partner.

    That a sitting took place is as public as its meeting. A narrow one has an audience of its own, so that it can
    admit fewer.
    """
    if form != Format.NARROW:
        return council_audience(organisation.pk)
    presiding = [seat(organisation.pk, role) for role in (Role.CHAIR, Role.SECRETARIAT)]
    return audience_of(organisation.pk, f"narrow {meeting.pk}", [f"{organisation.pk}:member-seat", *presiding])


def _columns(organisation: Organisation, convocation: Convocation) -> dict[str, Any]:
    organ = Organ.objects.filter(organisation=organisation, key=convocation.organ).first()
    chair = Member.objects.filter(organisation=organisation, code=convocation.chair).first()
    plain = ("title", "day", "when", "zone", "city", "country", "chair_name", "note")
    values = {name: getattr(convocation, name) for name in plain}
    return {
        "pk": new_id(),
        "organisation": organisation,
        "organ": organ,
        "chair": chair,
        **values,
        **convocation.basis.columns(),
    }


def _item(meeting: Meeting, order: int, item: AgendaEntry, sittings: Mapping[str, Sitting]) -> AgendaItem:
    """Return an item. An item is as public as its meeting: only what is tabled under it follows the sitting."""
    place = sittings[item.sitting] if item.sitting else None
    sourced = item.basis.columns()
    return AgendaItem(
        meeting=meeting, audience=meeting.audience, order=order, title=item.title, sitting=place, **sourced
    )


def _seat(meeting: Meeting, order: int, entry: SeatEntry, members: Mapping[str, Member]) -> Seat:
    plain = {name: getattr(entry, name) for name in ("person", "role", "attendance", "note")}
    member = members[entry.member] if entry.member else None
    return Seat(meeting=meeting, member=member, order=order, **plain, **entry.basis.columns())


def _enter_paper(meeting: Meeting, entry: PaperEntry, places: Sequence[Station], organs: Mapping[str, Organ]) -> None:
    paper = Paper.objects.create(
        meeting=meeting,
        audience=meeting.audience,
        number=entry.number,
        title=entry.title,
        kind=entry.kind,
        final_organ=organs.get(entry.final_organ),
        outcome=entry.outcome,
        **entry.basis.columns(),
    )
    way = zip(places, entry.way, strict=False)
    Step.objects.bulk_create(Step(paper=paper, station=place, passage=passage) for place, passage in way)
