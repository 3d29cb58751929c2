"""What members say of situations, and how near that is, for the council alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from accord.access import Allow, NotVisible, Subject
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import NAMED
from accord.engine import alignment as engine
from accord.engine.alignment.model import BETWEEN, OPPOSES, SUPPORTS, UNKNOWN, table_of
from accord.members.queries import member_names, organisation_of
from accord.positions.access import may_assess, may_put_points
from accord.positions.models import Assessment, Situation, SituationPoint
from accord.positions.pages.assessing import AssessedPoint, AssessmentPage, SituationRow
from accord.positions.queries.alignment import FEWEST_ON_MAP, MOST_IN_MATRIX, figure_of, map_page, pair_rows
from accord.positions.queries.showing import sees_alignment
from accord.positions.queries.situation import standing_assessments
from accord.positions.queries.situations import visible_points, visible_situations

LEVELS = {"supports": SUPPORTS, "lives": BETWEEN, "opposes": OPPOSES, "objects": OPPOSES}
Said = Mapping[str, Mapping[str, str]]
"""Id of a point → code → what it says."""


def assessment_page(by: Subject) -> AssessmentPage:
    """Return the situations of the own organisation. Raises NotVisible for all but its council."""
    organisation = organisation_of(by)
    if by.role not in NAMED:
        raise NotVisible
    names = member_names(organisation)
    lens = Lens(me=by.delegation, names=names, order=tuple(names))
    points = tuple(visible_points(by).filter(situation__organisation=organisation).select_related("situation"))
    said = _said(by, points)
    found = _approaches(points, tuple(names), said)
    standings = {each.point: each for each in engine.standings(found)} if found else {}
    shown = found if sees_alignment(by) else None
    drawn = engine.draw_map(shown) if shown else None
    rows = visible_situations(by).filter(organisation=organisation)
    return AssessmentPage(
        rows=tuple(_row(row, points, said, standings, lens) for row in rows),
        figure=figure_of(shown) if shown else None,
        pairs=pair_rows(shown, drawn, lens) if shown and drawn and len(names) <= MOST_IN_MATRIX else (),
        map=map_page(drawn, lens) if drawn and len(drawn.places) >= FEWEST_ON_MAP else None,
        points=len(points),
        divided=sum(each.state == "divided" for each in standings.values()),
        words=tuple((value, str(label)) for value, label in Assessment.Said.choices),
        may_put=isinstance(may_put_points(by, organisation.pk), Allow),
        may_assess=isinstance(may_assess(by, organisation.pk), Allow),
    )


def _said(by: Subject, points: Sequence[SituationPoint]) -> Said:
    """Return the last that each member said of each point, of what ``by`` sees."""
    found: dict[str, dict[str, str]] = {point.pk: {} for point in points}
    rows = standing_assessments(by).filter(point__in=[point.pk for point in points])
    for point, code, said in rows.values_list("point", "code", "said"):
        found[point][code] = said
    return found


def _approaches(points: Sequence[SituationPoint], codes: tuple[str, ...], said: Said) -> engine.Approaches | None:
    if not points or len(codes) < 2:
        return None
    levels = np.full((len(points), len(codes)), UNKNOWN, dtype=np.int8)
    for row, point in enumerate(points):
        levels[row] = [LEVELS[said[point.pk][code]] if code in said[point.pk] else UNKNOWN for code in codes]
    objected = [point.pk for point in points if "objects" in said[point.pk].values()]
    given = [engine.Point(point.pk, topic=str(point.situation_id)) for point in points]
    return table_of(codes, given, levels, objected)


def _row(
    row: Situation, points: Sequence[SituationPoint], said: Said, standings: Mapping[str, engine.Standing], lens: Lens
) -> SituationRow:
    own = [point for point in points if point.situation_id == row.pk]
    return SituationRow(
        row.handle, row.name, row.gist, tuple(_point(each, said[each.pk], standings.get(each.pk), lens) for each in own)
    )


def _point(
    point: SituationPoint, said: Mapping[str, str], standing: engine.Standing | None, lens: Lens
) -> AssessedPoint:
    words = [(str(label), [code for code, each in said.items() if each == value]) for value, label in _CHOICES]
    return AssessedPoint(
        id=point.pk,
        wording=point.wording,
        said=tuple((label, lens.holders(codes)) for label, codes in words if codes),
        silent=lens.holders([code for code in lens.order if code not in said]),
        mine=said.get(lens.me, ""),
        state=standing.state if standing else "open",
        apart=lens.holders(standing.outliers) if standing else (),
    )


_CHOICES = Assessment.Said.choices
