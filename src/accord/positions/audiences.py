"""Who sees what a delegation has told the chair, and what it says of a situation."""

from __future__ import annotations

from accord.access import Role
from accord.access.models import Audience
from accord.access.queries import audience_of, council_audience, delegation_audience, public_audience
from accord.access.subjects import seat
from accord.positions.choices import Shown


def with_the_chair_alone(code: str, within: Audience) -> Audience:
    """Return the audience of one delegation and the chair, as far as ``within`` admits them; nobody else is in it."""
    organisation_id = within.organisation_id
    tokens = [seat(organisation_id, Role.DELEGATE, code), seat(organisation_id, Role.CHAIR)]
    return audience_of(organisation_id, f"delegation {code} and the chair alone", tokens, within=within)


def shown_to(shown: Shown, code: str, organisation_id: str) -> Audience:
    """Return who reads what this delegation says of a situation, as it allows."""
    if shown == Shown.PUBLIC:
        return public_audience(organisation_id)
    council = council_audience(organisation_id)
    if shown == Shown.COUNCIL:
        return council
    return delegation_audience(code, within=council, with_chair=shown == Shown.OFFICE)
