"""Proposals voiced in meetings, and what became of each by a day, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accord.access import NotVisible, Subject
from accord.commitments.choices import Fate
from accord.commitments.models import Outcome, Voiced
from accord.commitments.pages import OutcomeLine, VoicedLine, VoicedPage
from accord.commitments.queries.page import organisation_row, plans
from accord.commitments.queries.visible import visible_voiced
from accord.commitments.wording import voiced_sentence
from accord.documents.queries.rows import shown_name, visible_documents
from accord.drafting.queries.rows import visible_texts
from accord.meetings.queries import visible_items, visible_statements, whole_meetings
from accord.meetings.wording import sitting_name
from accord.members.basis import Basis
from accord.members.queries import shown_day
from accord.record import clock

MARKS = {Fate.OPEN: "open", Fate.TAKEN: "agreed", Fate.MERGED: "forwarded", Fate.NOT_PURSUED: "unknown"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which proposals are asked for; what is not known counts as not asked."""

    fate: str = ""
    code: str = ""
    meeting: str = ""


def voiced_page(by: Subject, organisation_id: str, on: date | None = None, wanted: Wanted | None = None) -> VoicedPage:
    """Return the proposals that were voiced by a day, the latest first. Raises NotVisible."""
    organisation, asked = organisation_row(by, organisation_id), wanted or Wanted()
    day = on or shown_day(organisation)
    every = voiced_on(by, organisation_id, day)
    lines = tuple(line for line in every if _fits(line, asked))
    return VoicedPage(day, voiced_sentence(lines), lines, len(every), plans(by, organisation))


def voiced_on(
    by: Subject, organisation_id: str, day: date, *, meeting: str = "", code: str = ""
) -> tuple[VoicedLine, ...]:
    """Return the proposals that ``by`` sees on a day: all, or those of a meeting, or of a member."""
    rows = visible_voiced(by, day).filter(organisation=organisation_id)
    rows = rows.filter(meeting=meeting) if meeting else rows
    rows = rows.filter(code=code) if code else rows
    return _lines(by, list(rows.prefetch_related("outcomes")), day)


def voiced_in(by: Subject, meeting_id: str, on: date | None = None) -> tuple[VoicedLine, ...]:
    """Return the proposals voiced in a meeting that ``by`` sees on a day, without one on the day that pages show."""
    rows = visible_voiced(by, on).filter(meeting=meeting_id).prefetch_related("outcomes")
    found = [row for row in rows if on or row.day <= shown_day(row.organisation)]
    return _lines(by, found, on or shown_day(found[0].organisation)) if found else ()


def may_register(by: Subject, meeting_id: str) -> bool:
    """Whether ``by`` may register a proposal voiced in a meeting: one that has a day, and whose day is there."""
    row = whole_meetings(by).filter(pk=meeting_id).select_related("organisation").first()
    if row is None or row.day is None or row.day > max(clock.now().date(), shown_day(row.organisation)):
        return False
    return plans(by, row.organisation)


def voiced_one(by: Subject, voiced_id: str, on: date | None = None) -> tuple[VoicedLine, date, bool]:
    """Return one proposal as on a day, that day, and whether ``by`` may say what became of it. Raises NotVisible."""
    row = visible_voiced(by).filter(pk=voiced_id).prefetch_related("outcomes").first()
    if row is None:
        raise NotVisible
    day = on or shown_day(row.organisation)
    if row.day > day:
        raise NotVisible
    (line,) = _lines(by, [row], day)
    return line, day, plans(by, row.organisation)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader can see of what proposals name: titles by id."""

    documents: Mapping[str, str]
    texts: Mapping[str, str]
    others: Mapping[str, str]
    statements: frozenset[str]
    items: Mapping[int, str]


def _lines(by: Subject, rows: Sequence[Voiced], day: date) -> tuple[VoicedLine, ...]:
    seen = _seen(by, rows)
    return tuple(_line(row, day, seen) for row in rows)


def _seen(by: Subject, rows: Sequence[Voiced]) -> Seen:
    """Return what ``by`` sees of what these proposals name; nothing is asked where nothing is named."""
    outcomes = [each for row in rows for each in row.outcomes.all()]
    papers = {each.document_id for each in outcomes if each.document_id}
    texts = {each.text_id for each in outcomes if each.text_id}
    others = {each.other_id for each in outcomes if each.other_id}
    said = {row.statement_id for row in rows if row.statement_id}
    items = {row.item_id for row in rows if row.item_id}
    wordings = visible_texts(by).filter(pk__in=texts) if texts else ()
    documents = visible_documents(by).filter(pk__in=papers) if papers else ()
    return Seen(
        {row.pk: shown_name(row) for row in documents},
        {row.pk: f"{row.symbol} {row.title}".strip() for row in wordings},
        {row.pk: row.words for row in (visible_voiced(by).filter(pk__in=others) if others else ())},
        frozenset(visible_statements(by).filter(pk__in=said).values_list("pk", flat=True) if said else ()),
        dict(visible_items(by).filter(pk__in=items).values_list("pk", "title") if items else ()),
    )


def _line(row: Voiced, day: date, seen: Seen) -> VoicedLine:
    outcomes = tuple(_outcome(each, seen) for each in row.outcomes.all() if each.day <= day)
    fate = Fate(outcomes[-1].fate) if outcomes else Fate.OPEN
    place = (sitting_name(row.sitting.code) if row.sitting else "", seen.items.get(row.item_id or 0, ""))
    return VoicedLine(
        id=row.pk,
        code=row.code,
        who=row.who,
        words=row.words,
        day=row.day,
        meeting=(row.meeting_id, row.meeting.title),
        where=" · ".join(filter(None, place)),
        statement=row.statement_id if row.statement_id in seen.statements else "",
        fate=fate.value,
        state=str(fate.label),
        mark=MARKS[fate],
        outcomes=outcomes,
        sample=row.sample,
        basis=Basis.of(row),
    )


def _outcome(row: Outcome, seen: Seen) -> OutcomeLine:
    fate = Fate(row.fate)
    return OutcomeLine(row.day, fate.value, str(fate.label), MARKS[fate], row.words, _paper(row, seen), Basis.of(row))


def _paper(row: Outcome, seen: Seen) -> tuple[str, str, str] | None:
    named = (
        ("document", row.document_id, seen.documents),
        ("text", row.text_id, seen.texts),
        ("proposal", row.other_id, seen.others),
    )
    return next(((name, pk, titles[pk]) for name, pk, titles in named if pk and pk in titles), None)


def _fits(line: VoicedLine, asked: Wanted) -> bool:
    pairs = ((asked.fate, line.fate), (asked.code, line.code), (asked.meeting, line.meeting[0]))
    return all(wanted in ("", known) for wanted, known in pairs)
