"""
Sign-ins after the founding: a new passphrase for one that is lost, and closing one whose person has left.

Both take effect with the next request: a closed sign-in is nobody, and a new passphrase ends what was signed in before.
"""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.members import access, queries
from accord.members.actions.entering import enter, organisation_by_id
from accord.members.actions.founding import mandates_audience
from accord.members.errors import Unfit
from accord.members.models import Mandate, Organisation
from accord.record import acts as record


@record.action(answers=organisation_by_id)
def renew_passphrase(organisation_id: str, name: str, *, password: str, by: Subject, key: UUID) -> Organisation:
    """
    Give a sign-in another passphrase.

    Args:
        name: of the sign-in. password: what is stored of the passphrase (members.passphrases).

    Raises:
        NotVisible: the organisation has no such sign-in. Unfit: it is closed. Refused.
    """
    with record.act("renewed the passphrase of", by=by, key=key) as act:
        organisation, user = _locked(act, organisation_id, name, by)
        if not user.is_active:
            raise Unfit("name", _("This sign-in is closed. Open it first."))
        user.password = password
        user.save(update_fields=["password"])
        enter(act, organisation, mandates_audience(organisation), {"what": name}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def close_sign_in(organisation_id: str, name: str, *, by: Subject, key: UUID) -> Organisation:
    """
    Close a sign-in: its person acts for nobody from now on, and sees what everybody sees. What it did stays.

    Raises:
        NotVisible: the organisation has no such sign-in. Unfit: it is one's own. Refused.
    """
    with record.act("closed the sign-in", by=by, key=key) as act:
        organisation, user = _locked(act, organisation_id, name, by)
        if user.pk == by.person_id:
            raise Unfit("name", _("This is your own sign-in: another one of the secretariat can close it."))
        _set_open(user, open_=False)
        enter(act, organisation, mandates_audience(organisation), {"what": name}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def reopen_sign_in(organisation_id: str, name: str, *, by: Subject, key: UUID) -> Organisation:
    """Open a sign-in again that was closed. Raises NotVisible, Refused."""
    with record.act("reopened the sign-in", by=by, key=key) as act:
        organisation, user = _locked(act, organisation_id, name, by)
        _set_open(user, open_=True)
        enter(act, organisation, mandates_audience(organisation), {"what": name}, answer=organisation.pk)
        return organisation


def _locked(act: record.Act, organisation_id: str, name: str, by: Subject) -> tuple[Organisation, User]:
    """Return the organisation, locked, and the user of its sign-in. Raises NotVisible, Refused."""
    organisation = act.lock(queries.visible_organisations(by), organisation_id)
    require(access.may_give_mandate(by, organisation))
    row = Mandate.objects.filter(organisation=organisation, user__username=name).select_related("user").first()
    if row is None:
        raise NotVisible
    return organisation, row.user


def _set_open(user: User, *, open_: bool) -> None:
    user.is_active = open_
    user.save(update_fields=["is_active"])
