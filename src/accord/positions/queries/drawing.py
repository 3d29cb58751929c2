"""Assessments of a situation side by side, as of a day, and what a text that is drawn up from them would say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Allow, NotVisible, Subject
from accord.drafting.access import may_begin
from accord.drafting.queries.rows import visible_texts
from accord.members.queries import members_of
from accord.positions.access import may_draw_up
from accord.positions.choices import Shown
from accord.positions.drawing import Drawn, drawn, text_of
from accord.positions.models import Assessment, DrawnUp, Situation, SituationPoint
from accord.positions.pages.drawing import Cell, SidePage, SideRow
from accord.positions.queries.situation import by_point, situation_row, texts_of, visible_assessments
from accord.positions.queries.situations import visible_points
from accord.record import clock

OPEN = (Shown.COUNCIL, Shown.PUBLIC)
"""What the whole council reads; a text is drawn up from nothing else."""


def side_page(by: Subject, organisation_id: str, situation_id: str, on: date | None = None) -> SidePage:
    """Return the assessments of a situation side by side as of a day. NotVisible but for chair and office."""
    row = situation_row(by, organisation_id, situation_id)
    if not isinstance(may_draw_up(by, row.organisation_id), Allow):
        raise NotVisible
    day = on or clock.now().date()
    codes, points = _codes(row), _points(by, row, day)
    said = by_point(_said(by, points, day))
    last = {point.pk: _last(said.get(point.pk, {})) for point in points}
    rows = tuple(_side(point, codes, last[point.pk]) for point in points)
    found = found_by_all(by, row, day)
    return SidePage(
        id=row.handle,
        name=row.name,
        day=day,
        sentence=side_sentence([each.state for each in rows]),
        rows=rows,
        paragraphs=tuple(text_of(row.name, day, found).split("\n\n")) if found else (),
        title=_("Assessment of the situation: %s") % row.name,
        kept=sum(cell.kept for each in rows for cell in each.cells),
        may_open=bool(found) and isinstance(may_begin(by), Allow),
        texts=texts_of(by, row),
    )


def found_by_all(by: Subject, row: Situation, day: date) -> tuple[Drawn, ...]:
    """Return how the members stand to each question by a day, from what the whole council reads alone."""
    points, codes = _points(by, row, day), _codes(row)
    said = by_point(_said(by, points, day).filter(shown__in=OPEN, withdrawn=None))
    return tuple(
        drawn(point.wording, codes, {code: each.said for code, each in _last(said.get(point.pk, {})).items()})
        for point in points
    )


def drawn_from(by: Subject, text_id: str) -> tuple[str, str, date] | None:
    """Return from which situation a text was drawn up: its handle, name and the day; None for any other text."""
    rows = DrawnUp.objects.filter(text=text_id, text__in=visible_texts(by))
    return rows.values_list("situation__handle", "situation__name", "day").first()


def side_sentence(states: Sequence[str]) -> str:
    """Return the sentence with which the page opens."""
    found, count = Counter(states), len(states)
    if not count:
        return _("No question was put on it by this day.")
    told = {
        "shared": ngettext("%d is shared", "%d are shared", found["shared"]),
        "differ": ngettext("on %d the members differ", "on %d the members differ", found["differ"]),
        "unsaid": ngettext("on %d not all have spoken", "on %d not all have spoken", found["unsaid"]),
    }
    parts = "; ".join(words % found[state] for state, words in told.items() if found[state])
    return (ngettext("Of %d question: ", "Of %d questions: ", count) % count) + f"{parts}."


def _codes(row: Situation) -> tuple[str, ...]:
    return tuple(member.code for member in members_of(row.organisation))


def _points(by: Subject, row: Situation, day: date) -> tuple[SituationPoint, ...]:
    return tuple(visible_points(by).filter(situation=row, at__date__lte=day))


def _said(by: Subject, points: Sequence[SituationPoint], day: date) -> QuerySet[Assessment]:
    return visible_assessments(by).filter(point__in=[point.pk for point in points], at__date__lte=day)


def _last(said: Mapping[str, Sequence[Assessment]]) -> dict[str, Assessment]:
    """Return the last that each member said and that stands; where all is withdrawn, the last of that."""
    return {code: ([row for row in rows if row.withdrawn is None] or rows)[-1] for code, rows in said.items()}


def _side(point: SituationPoint, codes: Sequence[str], last: Mapping[str, Assessment]) -> SideRow:
    found = drawn(point.wording, codes, {code: row.said for code, row in last.items() if row.withdrawn is None})
    cells = tuple(_cell(last[code]) for code in codes if code in last)
    silent = tuple(code for code in found.silent if code not in last)
    return SideRow(point.wording, cells, found.state, found.apart, silent)


def _cell(row: Assessment) -> Cell:
    if row.withdrawn:
        return Cell(row.code, "", _("withdrawn on %s") % date_format(row.withdrawn, "j E Y"), "", kept=False)
    label = str(Assessment.Said(row.said).label)
    return Cell(row.code, row.said, label, row.words, kept=row.shown not in OPEN)
