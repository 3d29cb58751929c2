"""What the actions of the programme share: opening the act of entering, and finding what an entry names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Decision, Subject, require
from accord.members.actions.entering import enter, everybody
from accord.members.errors import Unfit
from accord.members.models import Member, Organ, Organisation
from accord.members.queries import visible_organisations
from accord.programme.access import may_enter_programme
from accord.programme.models import Area
from accord.record import acts as record

RESERVED = frozenset({"enter", "by-member"})
"""Places in addresses that no series and no operation can have."""

_APART = re.compile(r"[^a-z0-9]+")


def organisation_of(pk: str) -> Organisation:
    """Return the organisation that an entry of the record answers with."""
    return Organisation.objects.get(pk=pk)


@contextmanager
def entering(
    verb: str,
    organisation_id: str,
    data: dict[str, Any],
    *,
    by: Subject,
    key: UUID,
    may: Callable[[Subject, Organisation], Decision] = may_enter_programme,
) -> Iterator[Organisation]:
    """Open the act of entering a part of the programme: lock and check first, record at the end."""
    with record.act(verb, by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may(by, organisation))
        yield organisation
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)


def organ_of(organisation: Organisation, key: str, field: str = "organ") -> Organ | None:
    """Return the organ of this key, None for "". Raises Unfit."""
    if not key:
        return None
    found = Organ.objects.filter(organisation=organisation, key=key).first()
    if found is None:
        raise Unfit(field, _("“%s” is not in the register.") % key)
    return found


def area_named(organisation: Organisation, key: str, field: str = "area") -> Area:
    """Return the area of this key. Raises Unfit."""
    found = Area.objects.filter(organisation=organisation, key=key).first()
    if found is None:
        raise Unfit(field, _("“%s” is not in the register.") % key)
    return found


def area_of(organisation: Organisation, key: str, field: str = "area") -> Area | None:
    """Return the area of this key, None for "". Raises Unfit."""
    return area_named(organisation, key, field) if key else None


def members_of(organisation: Organisation) -> dict[str, Member]:
    """Return the members by code, those that left too."""
    return {member.code: member for member in Member.objects.filter(organisation=organisation)}


def key_of(words: str, taken: Collection[str]) -> str:
    """Return a place in addresses for these words, one that is not taken: their plain letters and digits."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = _APART.sub("-", plain).strip("-")[:32].strip("-") or "n"
    key, number = stem, 2
    while key in taken or key in RESERVED:
        key, number = f"{stem}-{number}", number + 1
    return key
