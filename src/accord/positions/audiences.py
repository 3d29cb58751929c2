"""Who sees what a delegation has told the chair, and what it says of a situation."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

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


def shown_to(shown: Shown, code: str, organisation_id: str, members: Sequence[str] = ()) -> Audience:
    """
    Return who reads what this delegation says of a situation, as it allows.

    Args:
        members: codes of single members that read it too, where not the whole council does.
    """
    if shown == Shown.PUBLIC:
        return public_audience(organisation_id)
    council = council_audience(organisation_id)
    if shown == Shown.COUNCIL:
        return council
    if members:
        return _with_members(code, members, council, with_office=shown == Shown.OFFICE)
    return delegation_audience(code, within=council, with_chair=shown == Shown.OFFICE)


def _with_members(code: str, members: Sequence[str], council: Audience, *, with_office: bool) -> Audience:
    """Return the audience of these delegations; its name holds a digest, since a name is short and members are many."""
    organisation_id, named = council.organisation_id, sorted({*members})
    tokens = [seat(organisation_id, Role.DELEGATE, each) for each in (code, *named)]
    office = [seat(organisation_id, Role.CHAIR), seat(organisation_id, Role.SECRETARIAT)] if with_office else []
    digest = hashlib.sha256(" ".join(named).encode()).hexdigest()[:16]
    name = f"delegation {code} named {digest}{' office' if office else ''}"
    return audience_of(organisation_id, name, tokens + office, within=council)
