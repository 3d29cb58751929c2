"""Agendas and records of meetings as things that await somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Role, Subject
from accord.drafting.pages.awaiting import Item
from accord.meetings.choices import Approval, ItemState
from accord.meetings.models import Meeting, Minutes
from accord.meetings.queries.agenda import visible_proposals
from accord.meetings.queries.minutes import visible_corrections, visible_minutes
from accord.notices.days import end_of
from accord.record import clock


def agendas_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the meetings for whose agenda something is proposed that the secretariat has not answered."""
    if by.role != Role.SECRETARIAT:
        return ()
    rows = visible_proposals(by).filter(state=ItemState.PROPOSED, meeting__organisation=by.organisation_id)
    found = list(rows.select_related("meeting").order_by("at", "pk"))
    counts = Counter(row.meeting_id for row in found)
    first = {row.meeting_id: row for row in reversed(found)}
    return tuple(_agenda(first[pk].meeting, counts[pk]) for pk in sorted(first, key=lambda pk: first[pk].at))


def _agenda(meeting: Meeting, count: int) -> Item:
    what = ngettext(
        "Answer %(count)d proposal for the agenda of “%(meeting)s”",
        "Answer %(count)d proposals for the agenda of “%(meeting)s”",
        count,
    ) % {"count": count, "meeting": meeting.title}
    why, nothing = _("Whoever proposed it sees what becomes of it."), _("the agenda stays as it is.")
    return _item(meeting, "agenda", what=what, why=why, nothing=nothing, act=_("Open the agenda"))


def records_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the circulated records of meetings: to be corrected by delegations, to be approved by the secretariat."""
    if by.role not in (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT):
        return ()
    rows = list(visible_minutes(by).filter(state=Approval.CIRCULATED, meeting__organisation=by.organisation_id))
    if not rows:
        return ()
    asked: dict[str, list[tuple[str, bool | None]]] = {}
    for pk, code, taken in visible_corrections(by).filter(minutes__in=rows).values_list("minutes", "code", "taken"):
        asked.setdefault(pk, []).append((code, taken))
    return tuple(item for row in rows for item in _of(by, row, asked.get(row.pk, [])))


def _of(by: Subject, row: Minutes, asked: list[tuple[str, bool | None]]) -> Iterator[Item]:
    until = end_of(row.until, row.meeting.zone) if row.until else None
    over = until is not None and clock.now() > until
    if by.role == Role.SECRETARIAT:
        waiting = sum(taken is None for _code, taken in asked)
        if waiting:
            what = ngettext(
                "Answer %(count)d correction of the record of “%(meeting)s”",
                "Answer %(count)d corrections of the record of “%(meeting)s”",
                waiting,
            ) % {"count": waiting, "meeting": row.meeting.title}
            nothing = _("the record stays as it was circulated.")
            yield _item(
                row.meeting, "minutes", what=what, why=_("It is circulated."), nothing=nothing, act=_("Open the record")
            )
        elif over:
            what = _("Approve the record of “%s”") % row.meeting.title
            nothing = _("it stays circulated and can still change.")
            why = _("The time for corrections is over.")
            yield _item(row.meeting, "minutes", what=what, why=why, nothing=nothing, act=_("Open the record"))
    elif not over and by.delegation not in {code for code, _taken in asked}:
        what = _("Read the record of “%s”, or ask for a correction") % row.meeting.title
        nothing = _("it can be approved as it was circulated.")
        item = _item(row.meeting, "minutes", what=what, why=_("It is circulated."), nothing=nothing, act=_("Read it"))
        yield replace(item, until=until, zone=row.meeting.zone)


def _item(meeting: Meeting, place: str, *, what: str, why: str, nothing: str, act: str) -> Item:
    return Item(
        text=meeting.pk,
        symbol=_("meeting"),
        sample=False,
        since=None,
        what=what,
        why=why,
        if_nothing=nothing,
        place=place,
        act=act,
    )
