"""Handing the chairmanship over, and taking it over: two acts, one of each side."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.members import access, queries
from accord.members.actions.entering import enter, everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, Handover, Organisation
from accord.record import acts as record


@record.action(answers=organisation_by_id)
def hand_over(organisation_id: str, begins: date, day: date, *, by: Subject, key: UUID) -> Organisation:
    """
    Hand the chairmanship over to the term that begins on a day, by whoever presides now.

    Raises:
        Unfit: no such term was decided, or it was handed over already; Refused.
    """
    with record.act("handed over the chairmanship to", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_hand_over(by, organisation))
        term = _term(organisation, begins)
        if Handover.objects.filter(term=term).exists():
            raise Unfit("day", _("The chairmanship was handed over already."))
        Handover.objects.create(organisation=organisation, term=term, day=day, given_by=by.name, given_at=act.at)
        data = {"code": term.member.code, "day": day.isoformat()}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def take_over(organisation_id: str, begins: date, *, by: Subject, key: UUID) -> Organisation:
    """
    Confirm the hand-over, by the delegation of the member that presides next.

    Raises:
        Unfit: nothing was handed over, or it is confirmed already; Refused.
    """
    with record.act("took over the chairmanship", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        term = _term(organisation, begins)
        require(access.may_take_over(by, organisation, term.member.code))
        waiting = Handover.objects.filter(term=term, taken_by="").first()
        if waiting is None:
            raise Unfit("day", _("No hand-over waits for your confirmation."))
        waiting.taken_by, waiting.taken_at = by.name, act.at
        waiting.save(update_fields=["taken_by", "taken_at"])
        data = {"code": term.member.code, "day": waiting.day.isoformat()}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


def _term(organisation: Organisation, begins: date) -> ChairmanshipTerm:
    rows = ChairmanshipTerm.objects.filter(organisation=organisation, begins=begins)
    found = rows.select_related("member").first()
    if found is None:
        raise Unfit("day", _("No term of the chairmanship begins on that day. Enter the decision first."))
    return found
