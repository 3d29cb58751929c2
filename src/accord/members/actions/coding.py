"""The code of a new member or partner: one code never stands for both, since it says for whom somebody acts."""

from __future__ import annotations

from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Member, Organisation, Partner


def member_code(organisation: Organisation, field: str, value: str) -> str:
    """Return the code of a new member. Raises Unfit: it is no code, or that of a partner."""
    code = checks.code(field, value)
    partner = Partner.objects.filter(organisation=organisation, code=code).first()
    if partner:
        raise Unfit(field, checks.of_partner(code, partner.name))
    return code


def partner_code(organisation: Organisation, field: str, value: str) -> str:
    """Return the code of a partner. Raises Unfit: it is no code, or that of a member, even of one that has left."""
    code = checks.code(field, value)
    member = Member.objects.filter(organisation=organisation, code=code).first()
    if member:
        raise Unfit(field, checks.of_member(code, member.name))
    return code
