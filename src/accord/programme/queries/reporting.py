"""Reports of progress as pages show them, with the evidence that the reader can see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accord.access import Subject
from accord.documents.queries.rows import shown_name, visible_documents
from accord.meetings.queries import visible_meetings
from accord.members.basis import Basis
from accord.programme.choices import Progress
from accord.programme.models import Reported
from accord.programme.pages import ReportLine
from accord.programme.wording import figure_told

MARKS = {
    Progress.WISH: "compromise",
    Progress.PLANNED: "unknown",
    Progress.RUNNING: "adref",
    Progress.DONE: "agreed",
    Progress.DROPPED: "forwarded",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The evidence of reports that a reader can see: titles by id."""

    meetings: dict[str, str]
    documents: dict[str, str]


def seen_evidence(by: Subject, rows: Iterable[Reported]) -> Seen:
    """Return which meetings and documents that these reports name ``by`` can see; no query where they name none."""
    every = list(rows)
    meetings = {row.meeting_id for row in every if row.meeting_id}
    documents = {row.document_id for row in every if row.document_id}
    named = visible_meetings(by).filter(pk__in=meetings).values_list("pk", "title") if meetings else ()
    papers = visible_documents(by).filter(pk__in=documents) if documents else ()
    return Seen(dict(named), {row.pk: shown_name(row) for row in papers})


def report_lines(rows: Iterable[Reported], day: date, seen: Seen) -> tuple[ReportLine, ...]:
    """Return what was reported by a day."""
    return tuple(_line(row, seen) for row in rows if row.day <= day)


def _line(row: Reported, seen: Seen) -> ReportLine:
    state = Progress(row.state)
    return ReportLine(
        day=row.day,
        fact=row.fact,
        status=state.value,
        state=str(state.label),
        mark=MARKS[state],
        basis=Basis.of(row),
        meeting=_named(row.meeting_id, seen.meetings),
        document=_named(row.document_id, seen.documents),
        figure="" if row.figure is None else figure_told(row.figure, row.unit),
        decision=row.decision,
        entered_by=row.entered_by,
    )


def _named(pk: str | None, titles: dict[str, str]) -> tuple[str, str] | None:
    return (pk, titles[pk]) if pk and pk in titles else None
