"""Joint operations as programmes on a day: who takes part, phases, published results."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Prefetch, QuerySet

from accord.access import NotVisible, Subject
from accord.members.basis import Basis
from accord.members.models import Organ
from accord.members.pages import Called
from accord.members.queries import visible_organisations
from accord.members.queries.naming import NameBook, book_of
from accord.programme.choices import Holding
from accord.programme.models import STANDS, Operation, Phase, Result, Taking
from accord.programme.pages import OperationLine, OperationPage, OperationsPage, PhaseLine, ResultLine, TakingLine
from accord.programme.queries.activities import MARKS, enters, year_in
from accord.programme.queries.priorities import name_of
from accord.programme.queries.serving import served_by
from accord.programme.queries.striking import struck_of
from accord.programme.queries.visible import shown, visible_operations
from accord.programme.wording import days_told, figure_told, operation_sentence, operations_sentence


def operation_list(by: Subject, organisation_id: str, on: date | None = None) -> tuple[OperationLine, ...]:
    """Return the joint operations of an organisation with what is known of them by a day."""
    day, book = on or shown(by, organisation_id), book_of(organisation_id)
    organs = {row.key: book.organ(row) for row in Organ.objects.filter(organisation=organisation_id)}
    return tuple(_operation(row, organs, book, day) for row in _rows(by, organisation_id))


def operations_page(by: Subject, organisation_id: str, on: date | None = None) -> OperationsPage:
    """Return the page of all operations on a day."""
    day = on or shown(by, organisation_id)
    lines = operation_list(by, organisation_id, day)
    return OperationsPage(day, operations_sentence(lines), lines, enters(by, organisation_id))


def operation_page(by: Subject, organisation_id: str, key: str, on: date | None = None) -> OperationPage:
    """Return the page of an operation on a day. Raises NotVisible."""
    day = on or shown(by, organisation_id)
    row = visible_operations(by).filter(organisation=organisation_id, key=key).first()
    line = next((each for each in operation_list(by, organisation_id, day) if each.key == key), None)
    if row is None or line is None:
        raise NotVisible
    keeps = enters(by, organisation_id)
    struck = struck_of(row) if keeps else ()
    return OperationPage(day, operation_sentence(line), line, served_by(row, day), struck, keeps)


def operation_key(by: Subject, organisation_id: str, name: str) -> str:
    """Return the place in addresses of the operation of this name. Raises NotVisible."""
    row = visible_operations(by).filter(organisation=organisation_id, name=name).first()
    if row is None:
        raise NotVisible
    return row.key


def organ_choices(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return the organs of an organisation as choices: key and name."""
    rows = Organ.objects.filter(organisation__in=visible_organisations(by), organisation=organisation_id)
    return tuple(rows.values_list("key", "name"))


def _rows(by: Subject, organisation_id: str) -> QuerySet[Operation]:
    """Return operations with all that their lines need; the same number of queries for any number of them."""
    rows = visible_operations(by).filter(organisation=organisation_id).select_related("area")
    takings = Taking.objects.filter(**STANDS).select_related("member")
    phases = Phase.objects.filter(**STANDS).prefetch_related("participants")
    results = Result.objects.filter(**STANDS).select_related("phase")
    return rows.prefetch_related(Prefetch("takings", takings), Prefetch("phases", phases), Prefetch("results", results))


def _operation(row: Operation, organs: dict[str, Called], book: NameBook, day: date) -> OperationLine:
    return OperationLine(
        key=row.key,
        name=row.name,
        called=book.called(f"operation {row.key}", row.name),
        area=name_of(row.area),
        area_key=row.area.key if row.area else "",
        organ=organs.get(row.organ, Called("")),
        organ_key=row.organ if row.organ in organs else "",
        since=row.since,
        purpose=row.purpose,
        kind=row.kind,
        observers=row.observers,
        takings=tuple(_takings(row, day)),
        phases=tuple(sorted(_phases(row, day), key=_in_time)),
        results=tuple(_results(row, day)),
        basis=Basis.of(row),
    )


def _takings(row: Operation, day: date) -> Iterator[TakingLine]:
    for each in row.takings.all():
        if each.known is None or each.known <= day:
            yield TakingLine(each.handle, each.member.code, each.known, Basis.of(each))


def _phases(row: Operation, day: date) -> Iterator[PhaseLine]:
    for each in row.phases.all():
        if each.known is None or each.known <= day:
            yield _phase(each)


def _phase(row: Phase) -> PhaseLine:
    state = Holding(row.state)
    return PhaseLine(
        id=row.handle,
        name=row.name,
        year=year_in(str(row.begins or ""), row.when, row.name),
        begins=row.begins,
        ends=row.ends,
        when=row.when,
        days=days_told(row.begins, row.ends, row.when),
        place=row.place,
        status=state.value,
        state=str(state.label),
        mark=MARKS[state],
        observers=row.observers,
        participants=tuple(member.code for member in row.participants.all()),
        known=row.known,
        basis=Basis.of(row),
    )


def _in_time(line: PhaseLine) -> tuple[object, ...]:
    return (line.year is None, line.year or 0, line.begins or line.known or date.max, line.name)


def _results(row: Operation, day: date) -> Iterator[ResultLine]:
    """Yield the results published by a day, the newest first."""
    known = [each for each in row.results.all() if each.known <= day]
    for each in sorted(known, key=lambda one: one.known, reverse=True):
        if each.phase is None or each.phase.known is None or each.phase.known <= day:
            yield _result(each)


def _result(row: Result) -> ResultLine:
    told = figure_told(row.figure, row.unit, row.exactness)
    return ResultLine(
        id=row.handle,
        phase=row.phase.name if row.phase else "",
        what=row.what,
        exactness=row.exactness,
        figure=format(row.figure.normalize(), "f"),
        unit=row.unit,
        told=told,
        note=row.note,
        known=row.known,
        basis=Basis.of(row),
    )
