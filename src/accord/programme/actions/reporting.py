"""What every report of progress shares, whatever it is about: what of it is checked, and how it is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from accord.access import Role, Subject
from accord.documents.models import Document
from accord.documents.queries import visible_documents
from accord.meetings.models import Meeting
from accord.meetings.queries import visible_meetings
from accord.members import checks
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.members.models import Member, Organisation
from accord.programme.choices import Progress
from accord.programme.values import Evidence, Told
from accord.record import clock


def reported(organisation: Organisation, by: Subject, told: Told) -> dict[str, Any]:
    """
    Return the columns of a report, checked.

    Raises:
        Unfit: no such state, evidence that is not there, a figure without its unit, or something dropped without the
            decision.
    """
    if told.state not in Progress.values:
        raise Unfit("state", _("“%s” is no state of what is followed.") % told.state)
    return {
        "day": told.day,
        "state": told.state,
        "fact": checks.name("fact", told.fact, longest=500),
        "entered_by": by.delegation if by.role == Role.DELEGATE else "",
        "at": clock.now(),
        **_evidence(organisation, by, told.state, told.evidence),
        **_said_by(organisation, by, told.basis).columns(),
    }


def _said_by(organisation: Organisation, by: Subject, basis: Basis) -> Basis:
    """Return the basis; where no source is named, what a delegation enters is said by its own member."""
    if by.role != Role.DELEGATE or basis.source_name != Basis().source_name:
        return basis
    own = Member.objects.filter(organisation=organisation, code=by.delegation).values_list("name", flat=True).first()
    return replace(basis, source_name=own or by.delegation)


def _evidence(organisation: Organisation, by: Subject, state: str, given: Evidence) -> dict[str, Any]:
    if (given.figure is None) != (not given.unit):
        raise Unfit("unit", _("A figure needs its unit, and a unit its figure."))
    if (state == Progress.DROPPED) != bool(given.decision):
        raise Unfit("decision", _("Name the decision by which it was dropped; only what was dropped has one."))
    return {
        "meeting": _meeting(organisation, by, given.meeting),
        "document": _document(organisation, by, given.document),
        "figure": given.figure,
        "unit": checks.name("unit", given.unit, longest=60, optional=True),
        "decision": checks.name("decision", given.decision, longest=300, optional=True),
    }


def _meeting(organisation: Organisation, by: Subject, pk: str) -> Meeting | None:
    found = visible_meetings(by).filter(organisation=organisation, pk=pk).first() if pk else None
    if pk and found is None:
        raise Unfit("meeting", _("There is no such meeting."))
    return found


def _document(organisation: Organisation, by: Subject, pk: str) -> Document | None:
    found = visible_documents(by).filter(organisation=organisation, pk=pk).first() if pk else None
    if pk and found is None:
        raise Unfit("document", _("There is no such document."))
    return found
