"""The only doors to the rows of meetings: what this subject can see, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from accord.access import Allow, NotVisible, Subject, require
from accord.access.queries import visible_audiences
from accord.meetings.access import may_move, may_settle
from accord.meetings.models import AgendaItem, Meeting, Paper, Sitting, TabledNote
from accord.meetings.pages import MovingPage
from accord.meetings.wording import sitting_name
from accord.members.queries.organisations import shown_day_of
from accord.members.tongues import language_name


def visible_meetings(by: Subject, on: date | None = None) -> QuerySet[Meeting]:
    """
    Meetings whose audience admits ``by``, newest first, those without a day at the head.

    Args:
        on: as known on this day; without one, on the day that the pages of the organisation show.
    """
    day = on or shown_day_of("organisation")
    known = Q(shown_from__isnull=True) | Q(shown_from__lte=day)
    current = Q(shown_until__isnull=True) | Q(shown_until__gte=day)
    return every_meeting(by).filter(known, current)


def every_meeting(by: Subject) -> QuerySet[Meeting]:
    """Meetings whose audience admits ``by``, whatever day is shown: whoever acts finds what is acted on."""
    return Meeting.objects.filter(audience__in=visible_audiences(by))


def whole_meetings(by: Subject, on: date | None = None) -> QuerySet[Meeting]:
    """Meetings of which ``by`` sees more than that they take place: agenda, attendance, papers; known on a day."""
    return visible_meetings(by, on).filter(whole__in=visible_audiences(by))


def every_whole_meeting(by: Subject) -> QuerySet[Meeting]:
    """The same whatever day is shown: what one acts on, and the pages of acts."""
    return every_meeting(by).filter(whole__in=visible_audiences(by))


def visible_sittings(by: Subject) -> QuerySet[Sitting]:
    """Sittings of which ``by`` sees that they take place, and when; what is said in them is another matter."""
    seen = visible_audiences(by)
    return Sitting.objects.filter(Q(meeting__in=every_meeting(by).filter(whole__in=seen)) | Q(audience__in=seen))


def visible_items(by: Subject) -> QuerySet[AgendaItem]:
    """
    Items of the agenda that ``by`` can see, in order: those of its audience, of sittings to which it is admitted, and
    those to which it is invited.
    """
    seen = visible_audiences(by)
    return AgendaItem.objects.filter(Q(audience__in=seen) | Q(sitting__audience__in=seen) | Q(guests__in=seen))


def admitted_sittings(by: Subject) -> QuerySet[Sitting]:
    """Sittings in which ``by`` may hear and table: those whose own audience admits it."""
    return Sitting.objects.filter(audience__in=visible_audiences(by))


def visible_notes(by: Subject) -> QuerySet[TabledNote]:
    """Papers tabled in sittings to which ``by`` is admitted, and under items to which it is invited."""
    seen = visible_audiences(by)
    return TabledNote.objects.filter(Q(audience__in=seen) | Q(item__guests__in=seen))


def visible_papers(by: Subject) -> QuerySet[Paper]:
    """Papers before meetings that ``by`` can see, whose audience admits it."""
    seen = visible_audiences(by)
    return Paper.objects.filter(meeting__in=every_meeting(by).filter(whole__in=seen), audience__in=seen)


def sitting_id(meeting: Meeting, code: str) -> int:
    """Return the key of the meeting's sitting with this code. Raises NotVisible where there is none."""
    found = Sitting.objects.filter(meeting=meeting, code=code).values_list("pk", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def is_in_use(sitting: Sitting) -> bool:
    """Whether something belongs to a sitting: an item, a paper, attendance, guests, speakers, statements."""
    tabled = TabledNote.objects.filter(meeting=sitting.meeting_id, audience=sitting.audience_id)
    kept = (sitting.items, sitting.floors, sitting.statements, sitting.attending, sitting.invitations, sitting.staff)
    return tabled.exists() or any(rows.exists() for rows in kept)


def audience_of(by: Subject, meeting_id: str, form: str) -> str:
    """Return the id of the audience of a meeting's sitting. Raises NotVisible for who is not admitted to one."""
    rows = admitted_sittings(by).filter(meeting__in=every_meeting(by), meeting=meeting_id, format=form)
    found = rows.values_list("audience_id", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def moving_page(by: Subject, meeting_id: str) -> MovingPage:
    """Return a meeting that ``by`` may move, and how it stands. Raises NotVisible, Refused."""
    found = every_meeting(by).filter(pk=meeting_id).first()
    if found is None:
        raise NotVisible
    require(may_move(by, found))
    codes = Sitting.objects.filter(meeting=found).values_list("code", flat=True)
    return MovingPage(found.pk, found.title, tuple((code, sitting_name(code)) for code in codes), _schedule(found))


def moves(by: Subject, meeting_id: str) -> bool:
    """Whether ``by`` may move this meeting."""
    found = every_meeting(by).filter(pk=meeting_id).first()
    return found is not None and isinstance(may_move(by, found), Allow)


def require_settles(by: Subject, meeting_id: str) -> None:
    """Refuse who may not answer the proposal of this meeting. Raises NotVisible, Refused."""
    found = every_meeting(by).filter(pk=meeting_id).first()
    if found is None:
        raise NotVisible
    require(may_settle(by, found))


def settles(by: Subject, meeting_id: str) -> bool:
    """Whether ``by`` may answer the proposal of this meeting."""
    found = every_meeting(by).filter(pk=meeting_id).first()
    return found is not None and isinstance(may_settle(by, found), Allow)


def _schedule(meeting: Meeting) -> dict[str, Any]:
    """Return when and where a meeting takes place, by the names of the form: hours as the clocks of the place show."""
    values = {name: getattr(meeting, name) for name in ("day", "zone", "city", "country")}
    for sitting in Sitting.objects.filter(meeting=meeting):
        begins, ends = (at and at.astimezone(ZoneInfo(meeting.zone)) for at in (sitting.begins, sitting.ends))
        values[f"{sitting.code}_begins"] = begins and begins.strftime("%H:%M")
        values[f"{sitting.code}_ends"] = ends and ends.strftime("%H:%M")
        values[f"{sitting.code}_day"] = begins.date() if begins and begins.date() != meeting.day else None
        values[f"{sitting.code}_languages"] = ", ".join(map(language_name, sitting.languages))
    return values
