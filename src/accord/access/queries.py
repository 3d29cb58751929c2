"""Which audiences admit a subject, and finding or making one."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from accord.access.models import Audience, AudienceSeat
from accord.access.subjects import EVERYBODY, GUESTS, Role, Subject, member_seat, seat


def visible_audiences(by: Subject) -> QuerySet[Audience]:
    """
    Audiences in which one of the subject's seats is admitted; unordered, for use as a filter.

    An audience within another admits only whom the other admits too.
    """
    admitting = AudienceSeat.objects.filter(token__in=by.tokens).values("audience")
    return Audience.objects.filter(Q(within=None) | Q(within__in=admitting), pk__in=admitting)


def audience_of(
    organisation_id: str, name: str, tokens: Collection[str], *, within: Audience | None = None, open_: bool = False
) -> Audience:
    """
    Return the organisation's audience of this name, made with these seats where there is none yet.

    Args:
        within: an audience that has to admit as well; it lies in no other itself. The name then stands for one audience
            within each.
        open_: guests can be admitted to it later on.
    """
    if within is not None:
        name = f"{name} within {within.pk}"
    audience, made = Audience.objects.get_or_create(
        organisation_id=organisation_id, name=name, defaults={"within": within, "open": open_}
    )
    if made:
        AudienceSeat.objects.bulk_create(AudienceSeat(audience=audience, token=token) for token in sorted(tokens))
    return audience


def public_audience(organisation_id: str) -> Audience:
    """Return the audience that admits everybody."""
    return audience_of(organisation_id, "public", [EVERYBODY])


def council_audience(organisation_id: str) -> Audience:
    """Return the audience of all delegations, the chair and the secretariat."""
    return audience_of(organisation_id, "council", [member_seat(organisation_id)])


def delegation_audience(code: str, *, within: Audience, with_chair: bool = False) -> Audience:
    """Return the audience of one delegation (with the chair and the secretariat) as far as ``within`` admits it."""
    organisation_id = within.organisation_id
    own = [seat(organisation_id, Role.DELEGATE, code)]
    if not with_chair:
        return audience_of(organisation_id, f"delegation {code}", own, within=within)
    others = [seat(organisation_id, Role.CHAIR), seat(organisation_id, Role.SECRETARIAT)]
    return audience_of(organisation_id, f"delegation {code} with the chair", own + others, within=within)


def named_audience(audience: Audience) -> Audience:
    """
    Return who of an audience sees which delegation said what: delegations, the chair and the secretariat.

    Guests and the public may be admitted to a text, now or later; who holds which wording is not for them.
    """
    if not audience.open and not any(map(_is_outside, _tokens_of(audience))):
        return audience
    council = [member_seat(audience.organisation_id)]
    return audience_of(audience.organisation_id, "named", council, within=audience)


def seat_guests(audience: Audience, tokens: Collection[str]) -> None:
    """
    Let an audience admit these guests and no other; whoever else it admits, it goes on admitting.

    Args:
        tokens: seats of partners and of staff.

    Raises:
        ValueError: the audience is not open to guests.
    """
    if not audience.open:
        raise ValueError("this audience admits no guests")
    known = {token for token in _tokens_of(audience) if _is_outside(token)}
    AudienceSeat.objects.filter(audience=audience, token__in=known - {*tokens}).delete()
    wanted = sorted({*tokens} - known)
    AudienceSeat.objects.bulk_create(AudienceSeat(audience=audience, token=token) for token in wanted)


def _tokens_of(audience: Audience) -> list[str]:
    return list(AudienceSeat.objects.filter(audience=audience).values_list("token", flat=True))


def _is_outside(token: str) -> bool:
    """Whether the seat is not one of the council: everybody's, a partner's, or that of staff."""
    return token == EVERYBODY or any(f":{role}:" in token for role in GUESTS)


def is_public(audience: Audience) -> bool:
    """Whether everybody is admitted, signed in or not."""
    return AudienceSeat.objects.filter(audience=audience, token=EVERYBODY).exists()
