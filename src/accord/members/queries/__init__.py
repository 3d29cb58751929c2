"""Which organisations, members and mandates a subject can see, and what the pages show of them."""

from accord.members.queries.clocks import clocks_of
from accord.members.queries.council import member_page, organ_page, organisation_page
from accord.members.queries.handing import handover_to
from accord.members.queries.keeping import ending_page, nameable
from accord.members.queries.organisations import (
    end_of,
    home_organisation,
    keeps_register,
    member_names,
    members_of,
    organisation_of,
    own_basis,
    shown_day,
    subject_of,
    visible_organisations,
)
from accord.members.queries.partners import (
    agreements_in,
    entered_partner,
    partner_choices,
    partner_page,
    partners_page,
    visible_partners,
)
from accord.members.queries.people import people_page, person_page
from accord.members.queries.rules import provision_list, provision_page, quorum_title
from accord.members.queries.sign_ins import mandate_choices, sign_in_list

__all__ = [
    "agreements_in",
    "clocks_of",
    "end_of",
    "ending_page",
    "entered_partner",
    "handover_to",
    "home_organisation",
    "keeps_register",
    "mandate_choices",
    "member_names",
    "member_page",
    "members_of",
    "nameable",
    "organ_page",
    "organisation_of",
    "organisation_page",
    "own_basis",
    "partner_choices",
    "partner_page",
    "partners_page",
    "people_page",
    "person_page",
    "provision_list",
    "provision_page",
    "quorum_title",
    "shown_day",
    "sign_in_list",
    "subject_of",
    "visible_organisations",
    "visible_partners",
]
