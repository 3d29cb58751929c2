"""Speakers and statements as pages: for those admitted to the sitting, and what was made public."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, QuerySet

from accord.access import Allow, NotVisible, Role, Subject
from accord.access.queries import visible_audiences
from accord.meetings import conduct
from accord.meetings.access import may_table_note
from accord.meetings.choices import Turn
from accord.meetings.floor import FloorBlock, FloorPage, SpeakerRow, StatementLine
from accord.meetings.models import Floor, Meeting, Speaker, Statement
from accord.meetings.queries.rows import admitted_sittings, every_meeting, visible_items
from accord.meetings.queries.spoke import Then, changed_since, floors_then, statements_then, then_of, turns_then
from accord.meetings.wording import sitting_name
from accord.members.basis import Basis
from accord.members.models import Member, Partner
from accord.members.queries import end_of, shown_day


def visible_floors(by: Subject) -> QuerySet[Floor]:
    """Lists of speakers of sittings to which ``by`` is admitted."""
    rows = Floor.objects.filter(audience__in=visible_audiences(by), meeting__in=every_meeting(by))
    return rows.select_related("meeting", "sitting", "item")


def visible_speakers(by: Subject) -> QuerySet[Speaker]:
    """Turns on lists that ``by`` can see."""
    return Speaker.objects.filter(floor__in=visible_floors(by)).select_related("floor__meeting", "floor__sitting")


def visible_statements(by: Subject) -> QuerySet[Statement]:
    """Statements made in sittings to which ``by`` is admitted, and those that were made public."""
    rows = Statement.objects.filter(audience__in=visible_audiences(by), meeting__in=every_meeting(by))
    return rows.select_related("sitting", "item")


def floor_page(by: Subject, meeting_id: str, on: date | None = None) -> FloorPage:
    """
    Return speakers and statements of a meeting, and what ``by`` may do. Raises NotVisible.

    Args:
        on: as they stood at the end of this day (UTC); where it is over, nothing is offered.
    """
    meeting = every_meeting(by).filter(pk=meeting_id).select_related("organisation").first()
    if meeting is None:
        raise NotVisible
    turns = Prefetch("speakers", Speaker.objects.order_by("order", "asked_at"))
    known = tuple(visible_items(by).filter(meeting=meeting).values_list("pk", "handle", "title"))
    items = {pk: title for pk, _handle, title in known}
    then = then_of(meeting, end_of(meeting.organisation, on))
    floors = floors_then(visible_floors(by).filter(meeting=meeting).prefetch_related(turns), then)
    statements = statements_then(visible_statements(by).filter(meeting=meeting), meeting, on, then)
    codes = admitted_sittings(by).filter(meeting=meeting).order_by("order").values_list("code", flat=True)
    offers = frozenset[str]() if then else _offers(by, meeting, admitted=bool(codes))
    return FloorPage(
        meeting_id=meeting.pk,
        meeting=meeting.title,
        zone=meeting.zone,
        floors=tuple(_floor(by, row, items, then) for row in floors),
        statements=tuple(_statement(row, items) for row in statements),
        sittings=tuple((code, sitting_name(code)) for code in codes),
        items=tuple((handle, title) for _pk, handle, title in known),
        voices=_voices(meeting) if "anybody" in offers else (),
        offers=offers,
        day=on or shown_day(meeting.organisation),
        set_since=changed_since(floors, then),
    )


def statement_lines(by: Subject, meeting_id: str, items: dict[int, str]) -> tuple[StatementLine, ...]:
    """Return the statements that ``by`` can read; ``items``: titles of the items that it sees, by key."""
    return tuple(_statement(row, items) for row in visible_statements(by).filter(meeting=meeting_id))


def _floor(by: Subject, row: Floor, items: dict[int, str], then: Then | None) -> FloorBlock:
    waiting, speakers = 0, []
    for each in turns_then(row, then):
        waiting += each.state == Turn.WAITS
        speakers.append(_speaker(by, each, row.limit, waiting if each.state == Turn.WAITS else 0))
    answers = {"ask": conduct.may_ask_for_floor(by, row), "preside": conduct.may_preside(by, row.meeting)}
    offers = {name for name, answer in answers.items() if isinstance(answer, Allow)}
    return FloorBlock(
        id=row.pk,
        sitting=sitting_name(row.sitting.code),
        on=items.get(row.item_id or 0, ""),
        limit=row.limit,
        closed=row.closed,
        arranged=row.arranged_at is not None,
        speakers=tuple(speakers),
        offers=frozenset() if then else frozenset(offers),
    )


def _speaker(by: Subject, row: Speaker, limit: int | None, place: int) -> SpeakerRow:
    used = round((row.ended_at - row.begun_at).total_seconds()) if row.begun_at and row.ended_at else None
    return SpeakerRow(
        id=row.pk,
        code=row.code,
        name=row.name,
        place=place,
        state=row.state,
        word=str(Turn(row.state).label),
        used=used,
        over=used is not None and limit is not None and used > limit * 60,
        mine=bool(row.code) and row.code == by.delegation and by.role in (Role.DELEGATE, Role.PARTNER),
    )


def _statement(row: Statement, items: dict[int, str]) -> StatementLine:
    return StatementLine(
        id=row.pk,
        code=row.code,
        name=row.name,
        post=row.post,
        sitting=sitting_name(row.sitting.code) if row.sitting else "",
        on=items.get(row.item_id or 0, ""),
        paragraphs=tuple(part.strip() for part in row.wording.split("\n\n") if part.strip()),
        sample=row.sample,
        at=row.at,
        basis=Basis.of(row),
    )


def _voices(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Return codes and names of members and partners."""
    of = meeting.organisation_id
    rows = (model.objects.filter(organisation=of).values_list("code", "name") for model in (Member, Partner))
    return tuple((code, f"{code} {name}") for some in rows for code, name in some)


def _offers(by: Subject, meeting: Meeting, *, admitted: bool) -> frozenset[str]:
    presides = isinstance(conduct.may_preside(by, meeting), Allow)
    states = isinstance(conduct.may_enter_statement(by, meeting), Allow)
    tables = isinstance(may_table_note(by, meeting), Allow)
    found = {
        "open": presides and admitted,
        "anybody": presides,
        "state": states and admitted,
        "table": tables and admitted,
    }
    return frozenset(name for name, offered in found.items() if offered)
