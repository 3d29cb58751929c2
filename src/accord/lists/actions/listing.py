"""Entering a list: all of its chosen rows or none, in one act with one entry of the record."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.queries import council_audience
from accord.formats.lists.values import Sheet
from accord.lists import access
from accord.lists.actions.entering import ENTERING
from accord.lists.errors import NoList
from accord.lists.queries import planned_sheet
from accord.members.actions.entering import everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.record import acts as record
from accord.record.errors import Stale

OF_THE_COUNCIL = frozenset({"agendas", "participants", "commitments", "voiced"})
"""Lists of which the council alone learns that they were entered."""


@record.action(answers=organisation_by_id)
def enter_list(
    organisation_id: str,
    what: str,
    sheet: Sheet,
    *,
    shown: str,
    left_out: Collection[int] = (),
    by: Subject,
    key: UUID,
) -> Organisation:
    """
    Enter the rows of a file that are new or change something.

    Args:
        what: key of the list. shown: fingerprint of what becomes of the rows, as the person saw it.
        left_out: numbers of rows that are not entered. Rows that are wrong never are.

    Raises:
        Stale: something of it was entered meanwhile. Unfit: it is no such list, nothing is left to enter, or the rows
        cannot be entered without those that are left out; Refused.
    """
    with record.act("entered a list", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_enter_list(by, organisation))
        try:
            plan, scope = planned_sheet(by, organisation, what, sheet)
        except NoList as error:
            raise Unfit("file", str(error)) from error
        if plan.fingerprint != shown:
            raise Stale(_("The register has changed since this list was looked at. Look at it again below."))
        new, changed = (
            [row for row in plan.of(each) if row.line.number not in left_out] for each in ("new", "changed")
        )
        if not new and not changed:
            raise Unfit("file", _("No row is left that would be entered."))
        ENTERING[what](scope, sorted([*new, *changed], key=lambda row: row.line.number), act)
        audience = council_audience(organisation.pk) if what in OF_THE_COUNCIL else everybody(organisation)
        act.entry(
            organisation_id=organisation.pk,
            stream=f"lists:{organisation.pk}:{audience.pk}",
            audience=audience,
            data={"list": what, "new": len(new), "changed": len(changed)},
            answer=organisation.pk,
        )
        return organisation
