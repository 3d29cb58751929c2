"""What of what is followed a subject can see: rows behind one door (``visible``), frozen values for pages."""

from accord.commitments.queries.areas import area_page, areas_page
from accord.commitments.queries.awaiting import reports_awaited
from accord.commitments.queries.corrections import measure_entry
from accord.commitments.queries.implementation import implementation_page, services_of
from accord.commitments.queries.lines import commitments_on, measures_on
from accord.commitments.queries.page import (
    adopted_choices,
    followed_in,
    followed_page,
    followed_row,
    mark_page,
    one_page,
    organisation_row,
    plans,
)
from accord.commitments.queries.visible import released_adoptions, visible_commitments, visible_measures, visible_voiced
from accord.commitments.queries.voiced import may_register, voiced_in, voiced_on, voiced_one, voiced_page

__all__ = [
    "adopted_choices",
    "area_page",
    "areas_page",
    "commitments_on",
    "followed_in",
    "followed_page",
    "followed_row",
    "implementation_page",
    "mark_page",
    "may_register",
    "measure_entry",
    "measures_on",
    "one_page",
    "organisation_row",
    "plans",
    "released_adoptions",
    "reports_awaited",
    "services_of",
    "visible_commitments",
    "visible_measures",
    "visible_voiced",
    "voiced_in",
    "voiced_on",
    "voiced_one",
    "voiced_page",
]
