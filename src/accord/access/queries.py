"""Which audiences admit a subject, and finding or making one."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from accord.access.models import Audience, AudienceSeat
from accord.access.subjects import Role, Subject, seat


def visible_audiences(by: Subject) -> QuerySet[Audience]:
    """Audiences in which one of the subject's seats is admitted; unordered, for use as a filter."""
    return Audience.objects.filter(pk__in=AudienceSeat.objects.filter(token__in=by.tokens).values("audience"))


def audience_of(organisation_id: str, name: str, tokens: Collection[str]) -> Audience:
    """Return the organisation's audience of this name, made with these seats where there is none yet."""
    audience, made = Audience.objects.get_or_create(organisation_id=organisation_id, name=name)
    if made:
        AudienceSeat.objects.bulk_create(AudienceSeat(audience=audience, token=token) for token in sorted(tokens))
    return audience


def public_audience(organisation_id: str) -> Audience:
    """Return the audience that admits everybody."""
    return audience_of(organisation_id, "public", ["public"])


def council_audience(organisation_id: str) -> Audience:
    """Return the audience of all delegations, the chair and the secretariat."""
    return audience_of(organisation_id, "council", [f"{organisation_id}:member-seat"])


def delegation_audience(organisation_id: str, code: str, *, with_chair: bool = False) -> Audience:
    """Return the audience of one delegation, alone or with the chair and the secretariat."""
    own = [seat(organisation_id, Role.DELEGATE, code)]
    if not with_chair:
        return audience_of(organisation_id, f"delegation {code}", own)
    others = [seat(organisation_id, Role.CHAIR), seat(organisation_id, Role.SECRETARIAT)]
    return audience_of(organisation_id, f"delegation {code} with the chair", own + others)
