"""Convening a meeting, moving it in time and place, cancelling it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.ids import new_id
from accord.engine.rules.gathering import RulesError
from accord.engine.rules.periods import instant
from accord.meetings import access, queries
from accord.meetings.actions.admitting import admit
from accord.meetings.actions.entering import enter, meeting_audience, meeting_by_id, sitting_audience
from accord.meetings.choices import Format, Kind, State
from accord.meetings.models import Meeting, Sitting
from accord.meetings.values import Convocation, Hours, Schedule
from accord.meetings.wording import next_code
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.members.models import Member, Organ, Organisation
from accord.members.queries import visible_organisations
from accord.record import acts as record

PLAIN = (
    "title", "day", "when", "zone", "city", "country", "chair_name", "note", "kind", "proposed_by",
    "shown_from", "shown_until", "sample",
)  # fmt: skip


@record.action(answers=meeting_by_id)
def convene(organisation_id: str, convocation: Convocation, *, by: Subject, key: UUID) -> Meeting:
    """
    Convene a meeting with its sittings; each sitting gets the audience of those admitted to it.

    Raises:
        Unfit: no such kind, organ or member, a joint meeting of one organ, hours that cannot be; NotVisible: the
        meeting beside which it takes place; Refused.
    """
    with record.act("convened", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_convene(by, organisation))
        meeting = make_meeting(organisation, convocation, by)
        enter(act, meeting, meeting.audience, {"what": meeting.title}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def move(meeting_id: str, schedule: Schedule, *, by: Subject, key: UUID) -> Meeting:
    """
    Give a meeting another day, place or hours. It stays the same meeting; whoever follows its calendar sees it move.

    A sitting without hours in ``schedule`` has none afterwards; one with hours is on its own day where it has one.

    Raises:
        Unfit: hours that cannot be, or a sitting that the meeting does not have; NotVisible; Refused.
    """
    with record.act("moved", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_move(by, meeting))
        before = _told(meeting)
        for name in ("day", "when", "zone", "city", "country", "reason"):
            setattr(meeting, name, getattr(schedule, name))
        meeting.save()
        _revise(meeting, act)
        _move_sittings(meeting, schedule.hours)
        data = {"what": meeting.title, "from": before, "to": _told(meeting), "reason": schedule.reason}
        enter(act, meeting, meeting.audience, data, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def cancel(meeting_id: str, reason: str, *, by: Subject, key: UUID) -> Meeting:
    """Cancel a meeting, with the reason. It stays in the list and says so. Raises Unfit: no reason; Refused."""
    with record.act("cancelled", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_move(by, meeting))
        if not reason.strip():
            raise Unfit("reason", _("Say why the meeting is cancelled."))
        meeting.state, meeting.reason = State.CANCELLED, reason.strip()
        meeting.save(update_fields=["state", "reason"])
        _revise(meeting, act)
        enter(act, meeting, meeting.audience, {"what": meeting.title, "reason": meeting.reason}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def add_sitting(meeting_id: str, form: str, hours: Hours | None = None, *, by: Subject, key: UUID) -> Meeting:
    """
    Add a sitting to a meeting, behind those that it has.

    Args:
        form: "narrow" | "extended". hours: its day, hours and languages, whatever code they name; None for none.

    Raises:
        Unfit: no such format, hours that cannot be; NotVisible; Refused.
    """
    with record.act("added a sitting to", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_move(by, meeting))
        code = next_code(Sitting.objects.filter(meeting=meeting).values_list("code", flat=True), form)
        known = (replace(hours, sitting=code),) if hours else ()
        _open_sitting(meeting, meeting.organisation, form, known, Basis())
        admit(meeting)
        _revise(meeting, act)
        enter(act, meeting, meeting.audience, {"what": meeting.title, "in": code}, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def drop_sitting(meeting_id: str, code: str, *, by: Subject, key: UUID) -> Meeting:
    """
    Take a sitting out of a meeting in which nothing was tabled, said or put on the agenda, and to which nobody is led.

    Raises:
        Unfit: something belongs to it; NotVisible; Refused.
    """
    with record.act("dropped a sitting of", by=by, key=key) as act:
        meeting = act.lock(queries.every_meeting(by), meeting_id)
        require(access.may_move(by, meeting))
        place = Sitting.objects.get(pk=queries.sitting_id(meeting, code))
        if queries.is_in_use(place):
            raise Unfit("sitting", _("Something was tabled, said or put on the agenda in this sitting: it stays."))
        place.delete()
        _revise(meeting, act)
        enter(act, meeting, meeting.audience, {"what": meeting.title, "in": code}, answer=meeting.pk)
        return meeting


def make_meeting(organisation: Organisation, convocation: Convocation, by: Subject) -> Meeting:
    """Make a meeting with its sittings, within an act. Raises Unfit, NotVisible."""
    columns = _columns(organisation, convocation, by)
    meeting = Meeting.objects.create(
        audience=meeting_audience(organisation, f"meeting {columns['pk']}"),
        whole=meeting_audience(organisation, f"whole of meeting {columns['pk']}"),
        **columns,
    )
    meeting.organs.set(_organs(organisation, convocation))
    for form in convocation.formats:
        _open_sitting(meeting, organisation, form, convocation.hours, convocation.basis)
    return meeting


def _revise(meeting: Meeting, act: record.Act) -> None:
    """Count a change of time or place, for those who follow the calendar."""
    meeting.revision += 1
    meeting.changed_at = act.at
    meeting.save(update_fields=["revision", "changed_at"])


def _open_sitting(
    meeting: Meeting, organisation: Organisation, form: str, hours: Iterable[Hours], basis: Basis
) -> None:
    if form not in Format.values:
        raise Unfit("sittings", _("“%s” is no format of a sitting.") % form)
    known = list(Sitting.objects.filter(meeting=meeting).values_list("code", "order"))
    code = next_code((each for each, _order in known), form)
    Sitting.objects.create(
        meeting=meeting,
        format=form,
        code=code,
        order=max((order for _code, order in known), default=-1) + 1,
        audience=sitting_audience(organisation, form),
        **_times(meeting.day, meeting.zone, _hours_of(hours, code)),
        **basis.columns(),
    )


def _columns(organisation: Organisation, convocation: Convocation, by: Subject) -> dict[str, Any]:
    if convocation.kind not in Kind.values:
        raise Unfit("kind", _("“%s” is no kind of meeting.") % convocation.kind)
    return {
        "pk": new_id(),
        "organisation": organisation,
        "organ": Organ.objects.filter(organisation=organisation, key=convocation.organ).first(),
        "chair": _member(organisation, "chair", convocation.chair),
        "host": _member(organisation, "host", convocation.host),
        "side_of": _beside(convocation.side_of, by),
        **{name: getattr(convocation, name) for name in PLAIN},
        **convocation.basis.columns(),
    }


def _member(organisation: Organisation, field: str, code: str) -> Member | None:
    if not code:
        return None
    found = Member.objects.filter(organisation=organisation, code=code).first()
    if found is None:
        raise Unfit(field, _("“%s” is not in the register.") % code)
    return found


def _beside(meeting_id: str, by: Subject) -> Meeting | None:
    if not meeting_id:
        return None
    found = queries.every_meeting(by).filter(pk=meeting_id).first()
    if found is None:
        raise NotVisible
    return found


def _organs(organisation: Organisation, convocation: Convocation) -> list[Organ]:
    found = list(Organ.objects.filter(organisation=organisation, key__in=convocation.organs))
    if len(found) < len(set(convocation.organs)):
        raise Unfit("organs", _("One of the organs is not in the register."))
    if convocation.kind == Kind.JOINT and len({convocation.organ, *convocation.organs} - {""}) < 2:
        raise Unfit("organs", _("A joint meeting is one of at least two organs."))
    return found


def _move_sittings(meeting: Meeting, hours: Iterable[Hours]) -> None:
    sittings = {sitting.code: sitting for sitting in Sitting.objects.filter(meeting=meeting)}
    for each in hours:
        if each.sitting not in sittings:
            raise Unfit("hours", _("The meeting has no such sitting."))
    for code, sitting in sittings.items():
        for name, value in _times(meeting.day, meeting.zone, _hours_of(hours, code)).items():
            setattr(sitting, name, value)
        sitting.save()


def _hours_of(hours: Iterable[Hours], code: str) -> Hours | None:
    return next((each for each in hours if each.sitting == code), None)


def _times(day: date | None, zone: str, hours: Hours | None) -> dict[str, Any]:
    """
    Return the columns of the hours of a sitting.

    Raises:
        Unfit: the clocks of the place never show such an hour, or the sitting comes before the meeting.
    """
    if hours is None:
        return {"begins": None, "ends": None, "languages": []}
    if day and hours.day and hours.day < day:
        raise Unfit("hours", _("%s is before the first day of the meeting.") % hours.day)
    begins, ends = (_instant(hours.day or day, at, zone) for at in (hours.begins, hours.ends))
    if begins and ends and ends <= begins:
        raise Unfit("ends", _("A sitting ends after it begins. One that goes past midnight ends on the next day."))
    return {"begins": begins, "ends": ends, "languages": list(hours.languages)}


def _instant(day: date | None, at: Any, zone: str) -> datetime | None:
    if at is None:
        return None
    if day is None:
        raise Unfit("begins", _("Hours need a day."))
    try:
        return instant(day, at, zone)
    except RulesError as error:
        raise Unfit("begins", str(error)) from error


def _told(meeting: Meeting) -> str:
    day = meeting.day.isoformat() if meeting.day else meeting.when
    return ", ".join(part for part in (day, meeting.city, meeting.country) if part)
