"""The agenda as a page: items with their numbers, what is proposed, and whether the estimated times fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from accord.access import Allow, NotVisible, Role, Subject
from accord.access.queries import visible_audiences
from accord.drafting.queries.rows import visible_texts
from accord.meetings import conduct
from accord.meetings.agenda import AgendaPage, AgendaRow, ChangeLine, DocumentLine, Fit, ProposalRow, agenda_sentence
from accord.meetings.choices import ItemState, Proposed
from accord.meetings.models import Agenda, AgendaItem, AgendaProposal, ItemDocument, Meeting, Paper, Sitting, TabledNote
from accord.meetings.pages import ItemLine, NoteLine
from accord.meetings.queries.drafted import (
    Drafted,
    agenda_then,
    changes_then,
    drafted_at,
    items_then,
    proposals_then,
)
from accord.meetings.queries.rows import (
    every_meeting,
    every_whole_meeting,
    visible_items,
    visible_papers,
    visible_sittings,
)
from accord.meetings.wording import sitting_name
from accord.members.basis import Basis
from accord.members.queries import end_of, shown_day


def visible_proposals(by: Subject) -> QuerySet[AgendaProposal]:
    """Proposals for agendas whose audience admits ``by``, the oldest first."""
    rows = AgendaProposal.objects.filter(audience__in=visible_audiences(by), meeting__in=every_meeting(by))
    return rows.select_related("meeting", "item")


def stage_of(meeting_id: str) -> str:
    """Return the stage of a meeting's agenda, "" where none is known."""
    return Agenda.objects.filter(meeting=meeting_id).values_list("stage", flat=True).first() or ""


def agenda_rows(by: Subject, meeting_id: str, drafted: Drafted | None = None) -> tuple[AgendaRow, ...]:
    """
    Return the items that ``by`` sees, in order; numbers and documents for who sees the whole agenda.

    Args:
        drafted: the day that is over of which they are shown, None for now.
    """
    whole = every_whole_meeting(by).filter(pk=meeting_id).exists()
    shown = set(visible_sittings(by).filter(meeting=meeting_id).values_list("pk", flat=True))
    texts = dict(visible_texts(by).filter(pk__in=_named(meeting_id)).values_list("pk", "title"))
    documents = Prefetch("documents", ItemDocument.objects.select_related("paper"))
    rows = visible_items(by).filter(meeting=meeting_id).select_related("sitting")
    found = rows.prefetch_related(documents, "changes")
    places = enumerate(items_then(found, drafted) if drafted else found, 1)
    return tuple(_row(row, str(row.number or place) if whole else "", shown, texts, drafted) for place, row in places)


def item_lines(
    by: Subject, meeting_id: str, notes: Collection[TabledNote], *, seen_whole: bool
) -> list[tuple[int | None, ItemLine]]:
    """
    Return the items that ``by`` sees, each with the key of its sitting, None without one.

    Args:
        notes: papers tabled in the meeting that ``by`` can see; those of an item stand under it.
        seen_whole: whether ``by`` sees the whole meeting; others are told no number and no document.
    """
    rows = list(visible_items(by).filter(meeting=meeting_id))
    known = ItemDocument.objects.filter(item__in=[row.pk for row in rows] if seen_whole else []).select_related("paper")
    documents = list(known)
    asked = {each.text_id for each in documents if each.text_id}
    texts = dict(visible_texts(by).filter(pk__in=asked).values_list("pk", "title")) if asked else {}
    lines = []
    for row in rows:
        mine = (_document(each, texts) for each in documents if each.item_id == row.pk)
        line = ItemLine(
            number=(row.number or 0) if seen_whole else 0,
            title=row.title,
            basis=Basis.of(row),
            handle=row.handle,
            rapporteur=row.rapporteur,
            minutes=row.minutes,
            removed=row.removed,
            documents=tuple(filter(None, mine)),
            notes=tuple(note_line(note) for note in notes if note.item_id == row.pk),
        )
        lines.append((row.sitting_id, line))
    return lines


def note_line(row: TabledNote) -> NoteLine:
    """Return a tabled paper as a line."""
    return NoteLine(row.pk, row.title, row.sample, row.tabled_at)


def agenda_page(by: Subject, meeting_id: str, on: date | None = None) -> AgendaPage:
    """
    Return the agenda of a meeting with what ``by`` may do with it. Raises NotVisible.

    Args:
        on: as it stood at the end of this day (UTC), as far as it is known; where it is over, nothing is offered.
    """
    meeting = every_whole_meeting(by).filter(pk=meeting_id).select_related("organisation").first()
    if meeting is None:
        raise NotVisible
    wishes = list(visible_proposals(by).filter(meeting=meeting))
    drafted = drafted_at(meeting, wishes, on, end_of(meeting.organisation, on))
    agenda = Agenda.objects.filter(meeting=meeting).first()
    agenda = agenda_then(agenda, drafted) if agenda and drafted else agenda
    stage, rows = (agenda.stage if agenda else ""), agenda_rows(by, meeting_id, drafted)
    sittings = list(visible_sittings(by).filter(meeting=meeting))
    offers = frozenset[str]() if drafted else _offers(by, meeting, stage)
    proposals = proposals_then(wishes, drafted) if drafted else wishes
    return AgendaPage(
        meeting_id=meeting.pk,
        meeting=meeting.title,
        stage=stage,
        sentence=agenda_sentence(stage, rows),
        note=agenda.note if agenda else "",
        cleared_at=agenda.cleared_at if agenda else None,
        adopted_at=agenda.adopted_at if agenda else None,
        rows=rows,
        proposals=tuple(_proposal(by, row, shows_now=drafted is None) for row in proposals),
        fits=fits_of(rows, sittings),
        sittings=tuple((row.code, sitting_name(row.code)) for row in sittings),
        texts=_texts(by, meeting) if "arrange" in offers else (),
        papers=_papers(by, meeting) if "arrange" in offers else (),
        offers=offers,
        sample=meeting.sample,
        day=on or shown_day(meeting.organisation),
        shows_now=drafted is None,
    )


def fits_of(rows: Iterable[AgendaRow], sittings: Sequence[Sitting]) -> tuple[Fit, ...]:
    """Return for each sitting, and for items without one, how the estimated times stand to its length."""
    standing = [row for row in rows if not row.removed]
    found = []
    for code, name, long in [*((each.code, sitting_name(each.code), _long(each)) for each in sittings), ("", "", None)]:
        mine = [row.minutes for row in standing if row.sitting_code == code]
        if any(mine):
            known = [minutes for minutes in mine if minutes]
            found.append(Fit(name, sum(known), long, len(mine) - len(known)))
    return tuple(found)


def _long(sitting: Sitting) -> int | None:
    """Return the minutes of a sitting, None without both hours."""
    begins, ends = sitting.begins, sitting.ends
    return round((ends - begins).total_seconds() / 60) if isinstance(begins, datetime) and ends else None


def _named(meeting_id: str) -> Any:
    return ItemDocument.objects.filter(item__meeting=meeting_id, text__isnull=False).values("text")


def _row(row: AgendaItem, number: str, shown: set[int], texts: dict[str, str], drafted: Drafted | None) -> AgendaRow:
    place = row.sitting if row.sitting_id in shown else None
    return AgendaRow(
        handle=row.handle,
        number=number,
        title=row.title,
        sitting=sitting_name(place.code) if place else "",
        sitting_code=place.code if place else "",
        rapporteur=row.rapporteur,
        minutes=row.minutes,
        removed=row.removed,
        documents=tuple(filter(None, (_document(each, texts) for each in row.documents.all()))) if number else (),
        changes=tuple(
            ChangeLine(str(Proposed(each.what).label), each.before, each.reason, each.at)
            for each in changes_then(row, drafted)
        ),
        basis=Basis.of(row),
    )


def _document(row: ItemDocument, texts: dict[str, str]) -> DocumentLine | None:
    """Return a document; None for a text that is not the reader's to see."""
    if row.text_id:
        return DocumentLine(row.handle, texts[row.text_id], row.text_id) if row.text_id in texts else None
    return DocumentLine(row.handle, _paper_title(row.paper) if row.paper else row.title)


def _proposal(by: Subject, row: AgendaProposal, *, shows_now: bool) -> ProposalRow:
    return ProposalRow(
        id=row.pk,
        who=row.code or row.authority,
        what=str(Proposed(row.what).label),
        item=row.item.title if row.item and row.what != Proposed.ADD else "",
        title=row.title,
        rapporteur=row.rapporteur,
        minutes=row.minutes,
        reason=row.reason,
        state=str(ItemState(row.state).label),
        open=row.state == ItemState.PROPOSED,
        answer=row.answer,
        mine=shows_now and isinstance(conduct.may_withdraw_proposal(by, row), Allow),
        at=row.at,
    )


def _offers(by: Subject, meeting: Meeting, stage: str) -> frozenset[str]:
    answers = {
        "propose": conduct.may_propose_item(by, meeting),
        "arrange": conduct.may_arrange(by, meeting, stage),
        "clear": conduct.may_clear(by, meeting, stage),
        "adopt": conduct.may_adopt_agenda(by, meeting, stage),
    }
    offers = {name for name, answer in answers.items() if isinstance(answer, Allow)}
    return frozenset(offers - {"propose"} if by.role == Role.SECRETARIAT else offers)


def _texts(by: Subject, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    return tuple(visible_texts(by).filter(meeting=meeting.pk).values_list("pk", "title"))


def _papers(by: Subject, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    rows = visible_papers(by).filter(meeting=meeting)
    return tuple((str(row.number), _paper_title(row)) for row in rows)


def _paper_title(row: Paper) -> str:
    return f"{row.number}. {row.title or _('Title not known.')}"
