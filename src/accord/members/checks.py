"""Whether what is entered of an organisation can be used. Each check returns the value as it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from accord.engine import text as engine
from accord.engine.text.naming import plain_name
from accord.members.errors import Unfit

MOST_MEMBERS = 200
RESERVED_CODES = ("CHAIR", "PUBLIC")
"""What the texts and the record call somebody who is no delegation."""
RESERVED_SIGN_INS = ("public", "founder")
"""What the record calls somebody without a sign-in."""

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_ADDRESS = re.compile(r"https?://\S{3,490}")
_SIGN_IN = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*")


def name(field: str, value: str, *, longest: int, optional: bool = False) -> str:
    """Return a name without characters that deceive. Raises Unfit with the reason."""
    if optional and not value.strip():
        return ""
    try:
        return plain_name(value, longest=longest)
    except engine.TextError as error:
        raise Unfit(field, str(error)) from error


def code(field: str, value: str) -> str:
    """Return the code of a delegation. Raises Unfit."""
    if not _CODE.fullmatch(value):
        reason = _("“%s” is not a code: 2 to 12 capital letters or digits, beginning with a letter.")
        raise Unfit(field, reason % _shown(value))
    if value in RESERVED_CODES:
        raise Unfit(field, _("“%s” cannot be the code of a delegation.") % value)
    return value


def of_partner(code: str, name: str) -> str:
    """Return why a member cannot have the code of a partner. One acts under a code, so it stands for one of them."""
    told = {"code": code, "name": name}
    return _("“%(code)s” is the code of the partner “%(name)s”. Give the member another code.") % told


def of_member(code: str, name: str) -> str:
    """Return why a partner cannot have the code of a member, were it a member no longer."""
    told = {"code": code, "name": name}
    return _("“%(code)s” is the code of the member “%(name)s”. Give the partner another code.") % told


def address(field: str, value: str) -> str:
    """Return the address of a page of the web, or "": a page links to nothing else. Raises Unfit."""
    if value and not _ADDRESS.fullmatch(value):
        raise Unfit(field, _("“%s” is no address of a page; it begins with https://.") % value)
    return value


def members(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return codes and names of 1 to 200 members; no code or name twice. Raises Unfit."""
    checked = tuple((code("members", one), name("members", called, longest=120)) for one, called in pairs)
    for reason in _unfit_members(checked):
        raise Unfit("members", reason)
    return checked


def sign_in(value: str) -> str:
    """Return a sign-in name: small letters and digits, parted by hyphens or dots. Raises Unfit."""
    if not _SIGN_IN.fullmatch(value) or not 3 <= len(value) <= 40:
        reason = _("A sign-in name has 3 to 40 small letters and digits, which a hyphen or dot may part.")
        raise Unfit("name", reason)
    if value in RESERVED_SIGN_INS:
        raise Unfit("name", _("“%s” cannot be a sign-in name.") % value)
    return value


def _unfit_members(checked: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if not 1 <= len(checked) <= MOST_MEMBERS:
        yield _("A council has 1 to %d members.") % MOST_MEMBERS
    for column in (0, 1):
        values = [pair[column].casefold() for pair in checked]
        for pair in checked:
            if values.count(pair[column].casefold()) > 1:
                yield _("“%s” stands twice among the members.") % pair[column]


def _shown(value: str) -> str:
    """Return what a message can show of something that is no code: plain signs only, cut short."""
    return value[:20].encode("ascii", "backslashreplace").decode("ascii")
