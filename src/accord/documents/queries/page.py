"""One document as a page: its path, what happened to it, who has cleared it, and what its reader may do."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject
from accord.documents.choices import REVERSED, SymbolKind, TieKind
from accord.documents.drawing import cells, shape_at
from accord.documents.models import Document, GivenSymbol, Report, Tie, WayStep
from accord.documents.pages import DocumentPage, StepHead, StopLine, SymbolLine, TextTie, TieLine
from accord.documents.queries.clearances import clearance_lines, counted
from accord.documents.queries.lines import line_of
from accord.documents.queries.moves import moves_of, offers_of
from accord.documents.queries.rows import Journey, journeys, shown_name, visible_documents
from accord.documents.telling import outcome_word
from accord.documents.wording import standing_sentence, stop_days
from accord.drafting.models import Adoption
from accord.drafting.queries.rows import visible_texts
from accord.engine.passage import standing
from accord.meetings.queries import visible_meetings, visible_papers
from accord.members.basis import Basis
from accord.members.queries import shown_day
from accord.members.tongues import language_name


def document_page(by: Subject, document_id: str, *, on: date | None = None) -> DocumentPage:
    """
    Return a document as ``by`` sees it, as on a day; without one, on the day that the pages show.

    Raises:
        NotVisible: there is no such document for this subject.
    """
    row = visible_documents(by).filter(pk=document_id).select_related("organisation", "text").first()
    if row is None:
        raise NotVisible
    day = on or shown_day(row.organisation)
    at = journeys([row], day)[row.pk]
    said = clearance_lines(by, at)
    mine = next((line for line in said if line.code == by.delegation), None) if by.role == Role.DELEGATE else None
    steps = _as_far_as_it_goes(at)
    heads = tuple(StepHead(at.labels[step.key], step.key) for step in steps)
    shapes = [shape_at(at.course, step.key, at.final) for step in steps]
    offers = offers_of(by, at, said) if on is None else frozenset()
    return DocumentPage(
        line=line_of(at),
        sentence=standing_sentence(
            standing(at.course), at.labels, clearing=counted(said), reason=row.reason, when=_when(at)
        ),
        day=day,
        heads=heads,
        cells=cells(shapes, [head.label for head in heads], _words(at)),
        history=_history(at, day),
        clearances=said,
        due=next((stop.due for stop in at.stops if not stop.outcome and stop.due), None),
        ties=_ties(by, row),
        symbols=_symbols(row),
        titles=tuple((language_name(tag), title) for tag, title in sorted(row.titles.items())),
        meetings=_meetings(by, row, day),
        outline=tuple(line for line in row.outline.split("\n") if line.strip()),
        period=row.period,
        reason=row.reason,
        text=_text(by, row),
        offers=offers,
        moves=moves_of(by, at, offers),
        me=by.delegation if mine else "",
        mine=mine,
    )


def _when(at: Journey) -> str:
    """Return the day of the last stop that the document left, as it is known, where that is no day."""
    left = [row for row, stop in zip(at.stops, at.course.stops, strict=True) if stop.outcome]
    return left[-1].when if left and not at.document.ended else ""


def _as_far_as_it_goes(at: Journey) -> tuple[WayStep, ...]:
    """Return the steps up to the one that completes the document, and any later one at which it was."""
    keys = [step.key for step in at.steps]
    last = max((keys.index(key) for key in (at.final, *(stop.step for stop in at.course.stops)) if key), default=-1)
    return at.steps[: last + 1]


def _words(at: Journey) -> list[str]:
    """Return what is said of the document at each step, "" for the usual word."""
    outcomes = {stop.step: stop.outcome for stop in at.course.stops}
    coming = standing(at.course).beyond
    optional = {step.key for step in at.steps if step.optional and step.key in coming}
    return [
        str(_("may be passed over")) if step.key in optional else outcome_word(outcomes.get(step.key, ""))
        for step in _as_far_as_it_goes(at)
    ]


def _history(at: Journey, day: date) -> tuple[StopLine, ...]:
    """Return stops in their order, and what is reported besides where its day puts it."""
    stops = [_stop_line(at, place) for place in range(len(at.stops))]
    rows = Report.objects.filter(document=at.document, day__lte=day)
    for row in rows:
        line = StopLine("", stop_days(row.day, row.day, row.when), row.words, "", Basis.of(row), row.day)
        before = [at for at, stop in enumerate(stops) if stop.day and stop.day <= row.day]
        stops.insert(max(before, default=-1) + 1, line)
    return tuple(stops)


def _stop_line(at: Journey, place: int) -> StopLine:
    row, stop = at.stops[place], at.course.stops[place]
    until = stop.until if stop.outcome else None
    when = stop_days(stop.since, until, row.when)
    return StopLine(
        at.labels[stop.step], when, outcome_word(stop.outcome), row.words if stop.outcome else "", Basis.of(row),
        stop.since or until, not stop.outcome,
    )  # fmt: skip


def _ties(by: Subject, row: Document) -> tuple[TieLine, ...]:
    """Return what the document is to others that the reader sees too, both ways."""
    seen = {each.pk: each for each in visible_documents(by).filter(pk__in=_tied_ids(row))}
    there = [(TieKind(tie.kind).label, seen.get(tie.other_id)) for tie in Tie.objects.filter(document=row)]
    back = [(REVERSED[TieKind(tie.kind)], seen.get(tie.document_id)) for tie in Tie.objects.filter(other=row)]
    return tuple(TieLine(str(word), each.pk, shown_name(each)) for word, each in (*there, *back) if each)


def _tied_ids(row: Document) -> set[str]:
    return {
        *Tie.objects.filter(document=row).values_list("other", flat=True),
        *Tie.objects.filter(other=row).values_list("document", flat=True),
    }


def _symbols(row: Document) -> tuple[SymbolLine, ...]:
    rows = GivenSymbol.objects.filter(document=row)
    return tuple(SymbolLine(each.symbol, str(SymbolKind(each.kind).label), each.words, each.day) for each in rows)


def _meetings(by: Subject, row: Document, day: date) -> tuple[tuple[str, str], ...]:
    rows = visible_papers(by).filter(document=row.pk, meeting__in=visible_meetings(by, day))
    return tuple(rows.order_by("meeting__day").values_list("meeting", "meeting__title"))


def _text(by: Subject, row: Document) -> TextTie | None:
    """Return the text of a document, for whoever sees the text."""
    found = visible_texts(by).filter(pk=row.text_id).first() if row.text_id else None
    if found is None:
        return None
    adopted = Adoption.objects.filter(text=found).values_list("at", flat=True).first()
    return TextTie(found.pk, f"{found.symbol} {found.title}".strip(), found.state, adopted.date() if adopted else None)
