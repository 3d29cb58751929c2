"""What the frame of every page shows: who reads, whose council it is, and the menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from accord.access import Role, Subject
from accord.members.queries import home_organisation, member_names
from accord.members.queries.naming import reader_wordings
from accord.positions.queries.showing import sees_alignment

SIGNED_IN_MENU = (
    ("awaits", _("Awaits me")),
    ("meetings", _("Meetings")),
    ("calendar", _("Calendar")),
    ("documents", _("Documents")),
    ("texts", _("Texts")),
    ("questions", _("Decisions")),
    ("adopted", _("Adopted")),
    ("register", _("Register")),
    ("record", _("Record")),
)
PUBLIC_MENU = (
    ("home", _("Council")),
    ("meetings", _("Meetings")),
    ("calendar", _("Calendar")),
    ("documents", _("Documents")),
    ("adopted", _("Adopted")),
    ("register", _("Register")),
)


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A place in the menu. ``current`` is the value of aria-current: "page", "true" for a page below it, or ""."""

    address: str
    label: str
    current: str


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what every page needs. What takes a query is read only where a template asks for it."""
    subject: Subject = request.subject  # type: ignore[attr-defined]
    organisation = SimpleLazyObject(lambda: home_organisation(subject))
    return {
        "subject": subject,
        "organisation": organisation,
        "sees_alignment": SimpleLazyObject(lambda: sees_alignment(subject)),
        "delegations": SimpleLazyObject(lambda: member_names(organisation) if organisation else {}),
        "wordings": SimpleLazyObject(lambda: reader_wordings(organisation) if organisation else {}),
        "navigation": menu(request.path, signed_in=subject.role != Role.PUBLIC),
    }


def menu(path: str, *, signed_in: bool) -> tuple[MenuEntry, ...]:
    """Return the entries of the menu that have an address."""
    places = ((_address(name), label) for name, label in (SIGNED_IN_MENU if signed_in else PUBLIC_MENU))
    return tuple(MenuEntry(address, str(label), _current(path, address)) for address, label in places if address)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _current(path: str, address: str) -> str:
    if path == address:
        return "page"
    return "true" if address != "/" and path.startswith(address) else ""
