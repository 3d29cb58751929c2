"""One situation on a day: what is reported of it, positions on it, and what members said of it over time."""

from __future__ import annotations

from datetime import date

from accord.access import NotVisible, Subject
from accord.members.queries import shown_day
from accord.positions.pages.situation import SituationPage
from accord.positions.queries.positions import keeps_positions, position_list
from accord.positions.queries.situations import line_of, visible_situations


def situation_page(by: Subject, organisation_id: str, situation_id: int, on: date | None = None) -> SituationPage:
    """Return a situation as ``by`` sees it. Raises NotVisible."""
    rows = visible_situations(by).filter(organisation=organisation_id).select_related("organisation")
    row = rows.filter(pk=situation_id).first()
    if row is None:
        raise NotVisible
    day = on or shown_day(row.organisation)
    known = position_list(by, row.organisation, day)
    return SituationPage(
        id=row.pk,
        day=day,
        line=line_of(row),
        positions=tuple(line for line in known if line.situation_id == row.pk),
        enters=keeps_positions(by, row.organisation),
    )
