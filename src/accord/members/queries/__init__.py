"""Which organisations, members and mandates a subject can see, and what the pages show of them."""

from accord.members.queries.council import member_page, organ_page, organisation_page
from accord.members.queries.organisations import (
    home_organisation,
    keeps_register,
    members_of,
    organisation_of,
    shown_day,
    subject_of,
    visible_organisations,
)
from accord.members.queries.people import people_page, person_page

__all__ = [
    "home_organisation",
    "keeps_register",
    "member_page",
    "members_of",
    "organ_page",
    "organisation_of",
    "organisation_page",
    "people_page",
    "person_page",
    "shown_day",
    "subject_of",
    "visible_organisations",
]
