"""What the acts on reports share: their entry in the record, which the secretariat alone reads."""

from __future__ import annotations

from typing import Any

from accord.access import Role
from accord.access.models import Audience
from accord.access.queries import audience_of
from accord.access.subjects import seat
from accord.inbox.models import StoredReport
from accord.members.actions.entering import everybody
from accord.record import acts as record


def report_by_id(pk: str) -> StoredReport:
    """Load the answer of an act on a report."""
    return StoredReport.objects.get(pk=pk)


def secretariat_audience(organisation_id: str) -> Audience:
    """Return the audience of the secretariat alone."""
    return audience_of(organisation_id, "secretariat", [seat(organisation_id, Role.SECRETARIAT)])


def enter(act: record.Act, report: StoredReport, data: dict[str, Any], *, answer: str = "") -> None:
    """Write the entry of an act on a report; ``answer`` is what the act made, "" for the report."""
    readers = secretariat_audience(report.organisation_id)
    act.entry(
        organisation_id=report.organisation_id,
        stream=f"reports:{report.organisation_id}:{readers.pk}",
        audience=readers,
        data={"what": report.title, "source": report.publisher, **data},
        answer=answer or report.pk,
    )


def enter_taken(
    act: record.Act, report: StoredReport, data: dict[str, Any], *, readers: Audience | None, answer: str
) -> None:
    """
    Write the entry of something that entered the register from a report, for whoever sees it there; None: everybody.

    Its stream is none that search knows, so that all is looked through anew: an item may enter any room.
    """
    organisation = report.organisation
    readers = readers or everybody(organisation)
    act.entry(
        organisation_id=organisation.pk,
        stream=f"taken:{organisation.pk}:{readers.pk}",
        audience=readers,
        data={**data, "source": report.publisher},
        answer=answer,
    )
