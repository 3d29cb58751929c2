"""What of the programme a subject can see: that of its own organisation, and of organisations that are public."""

from __future__ import annotations

from datetime import date

from accord.access import Allow, Subject
from accord.members.basis import Basis
from accord.members.queries import visible_organisations
from accord.programme.access import may_announce
from accord.programme.pages import AreaLine, ProgrammePage
from accord.programme.queries.activities import (
    activities_page,
    activity_list,
    activity_page,
    area_choices,
    place_of,
    series_list,
    series_page,
)
from accord.programme.queries.operations import (
    operation_key,
    operation_list,
    operation_page,
    operations_page,
    organ_choices,
)
from accord.programme.queries.participation import participation_page, shares_of
from accord.programme.queries.priorities import priority_choices, priority_list, programme_list, served_choices
from accord.programme.queries.striking import strike_page, struck_label
from accord.programme.queries.visible import (
    visible_activities,
    visible_areas,
    visible_operations,
    visible_priorities,
    visible_programmes,
    visible_series,
)

__all__ = [
    "activities_page",
    "activity_list",
    "activity_page",
    "announces",
    "area_choices",
    "operation_key",
    "operation_list",
    "operation_page",
    "operations_page",
    "organ_choices",
    "participation_page",
    "place_of",
    "priority_choices",
    "priority_list",
    "programme_list",
    "programme_page",
    "series_list",
    "series_page",
    "served_choices",
    "shares_of",
    "strike_page",
    "struck_label",
    "visible_activities",
    "visible_areas",
    "visible_operations",
    "visible_priorities",
    "visible_programmes",
    "visible_series",
]


def announces(by: Subject, organisation_id: str) -> bool:
    """Whether ``by`` may enter a programme of priorities."""
    row = visible_organisations(by).filter(pk=organisation_id).first()
    return row is not None and isinstance(may_announce(by, row), Allow)


def programme_page(by: Subject, organisation_id: str, on: date | None = None) -> ProgrammePage:
    """Return the programme of an organisation as ``by`` sees it on a day; empty where there is none."""
    areas = visible_areas(by).filter(organisation=organisation_id)
    return ProgrammePage(
        areas=tuple(AreaLine(row.key, row.name, Basis.of(row)) for row in areas),
        priorities=priority_list(by, organisation_id, on=on),
        activities=activity_list(by, organisation_id, on),
        operations=operation_list(by, organisation_id, on),
    )
