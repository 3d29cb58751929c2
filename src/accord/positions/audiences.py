"""Who sees what a delegation has told the chair."""

from __future__ import annotations

from accord.access import Role
from accord.access.models import Audience
from accord.access.queries import audience_of
from accord.access.subjects import seat


def with_the_chair_alone(code: str, within: Audience) -> Audience:
    """Return the audience of one delegation and the chair, as far as ``within`` admits them; nobody else is in it."""
    organisation_id = within.organisation_id
    tokens = [seat(organisation_id, Role.DELEGATE, code), seat(organisation_id, Role.CHAIR)]
    return audience_of(organisation_id, f"delegation {code} and the chair alone", tokens, within=within)
