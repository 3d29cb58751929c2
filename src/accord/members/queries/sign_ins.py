"""Who has a sign-in of an organisation, as its secretariat sees it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.access import Role, Subject, require
from accord.members.access import may_give_mandate
from accord.members.models import Mandate, Partner
from accord.members.queries.organisations import member_names, organisation_of

ORDER = (Role.SECRETARIAT, Role.CHAIR, Role.DELEGATE, Role.PARTNER, Role.STAFF)


@dataclass(frozen=True, slots=True)
class SignInLine:
    """
    A sign-in.

    Attributes:
        whom: for whom it acts, in words. code: of the member or partner, or "". drafts: it does not table.
        open: whether one can sign in with it. own: it is the reader's.
    """

    name: str
    whom: str
    code: str
    drafts: bool
    open: bool
    own: bool


def sign_in_list(by: Subject) -> tuple[SignInLine, ...]:
    """Return all sign-ins of the organisation, for whom they act first. Raises NotVisible, Refused."""
    organisation = organisation_of(by)
    require(may_give_mandate(by, organisation))
    names = _names(by)
    rows = Mandate.objects.filter(organisation=organisation).select_related("user")
    ranked = sorted(rows, key=lambda row: (ORDER.index(Role(row.role)), row.delegation, row.user.username))
    return tuple(
        SignInLine(
            name=row.user.username,
            whom=names.get((row.role, row.delegation), row.delegation),
            code=row.delegation,
            drafts=row.role == Role.DELEGATE and not row.may_table,
            open=row.user.is_active,
            own=row.user_id == by.person_id,
        )
        for row in ranked
    )


def mandate_choices(by: Subject) -> list[tuple[str, str]]:
    """Return for whom a sign-in can be given, "delegate XAA", in words. Staff is admitted on a page of its own."""
    names = _names(by)
    found = [(f"{role} {code}".strip(), whom) for (role, code), whom in names.items() if role != Role.STAFF]
    members = [(code, whom) for (role, code), whom in names.items() if role == Role.DELEGATE]
    return found + [(f"drafts {code}", _("%s, to draft only") % whom) for code, whom in members]


def _names(by: Subject) -> dict[tuple[str, str], str]:
    """Return for whom one can act, in words, by role and code."""
    organisation = organisation_of(by)
    partners = Partner.objects.filter(organisation=organisation).values_list("code", "name")
    return {
        (str(Role.SECRETARIAT), ""): _("Secretariat"),
        (str(Role.CHAIR), ""): _("Chair"),
        **{(str(Role.DELEGATE), code): name for code, name in member_names(organisation).items()},
        **{(str(Role.PARTNER), code): name for code, name in partners},
        (str(Role.STAFF), ""): _("Interpreters and staff"),
    }
