"""Striking an entry of the programme that is wrong: with the reason, and kept."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.programme.actions.entering import entering, organisation_of
from accord.programme.models import STANDS, Phase
from accord.programme.queries.striking import name_of_owner, owner_of, strikable
from accord.record import acts as record
from accord.record import clock


@record.action(answers=organisation_of)
def strike_entry(organisation_id: str, kind: str, handle: str, why: str, *, by: Subject, key: UUID) -> Organisation:
    """
    Strike a wrong entry: it is shown as current no more, and stays with the day and the reason.

    Args:
        kind: "turn" | "tie" | "taking" | "phase" | "result" | "service" | "belonging".

    Raises:
        NotVisible: there is no such entry, or it is struck already. Unfit: no reason, or results stand under a phase;
            Refused.
    """
    told: dict[str, str] = {}
    with entering("struck an entry of", organisation_id, told, by=by, key=key) as organisation:
        found, row = strikable(by, organisation.pk, kind, handle)
        if isinstance(row, Phase) and row.results.filter(**STANDS).exists():
            raise Unfit("why", _("Published results stand under this phase. Strike or correct them first."))
        row.struck, row.struck_why = clock.now().date(), checks.name("why", why, longest=300)
        row.save(update_fields=["struck", "struck_why"])
        told |= {
            "what": name_of_owner(owner_of(row)),
            "struck": kind,
            "item": found.said(row),
            "reason": row.struck_why,
        }
        return organisation
