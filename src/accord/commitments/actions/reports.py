"""Reporting what became of a measure or a commitment by a day, with its evidence."""

from __future__ import annotations

from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.commitments.access import OFFICE, may_report
from accord.commitments.actions.commitments import commitment_by_id
from accord.commitments.actions.measures import measure_by_id, write
from accord.commitments.actions.steps import require_day
from accord.commitments.models import Commitment, Measure, ProgressReport
from accord.commitments.queries.visible import visible_commitments, visible_measures
from accord.commitments.values import ProgressEntry
from accord.members.errors import Unfit
from accord.programme.actions.reporting import reported
from accord.programme.choices import Progress
from accord.record import acts as record


@record.action(answers=measure_by_id)
def report_measure(measure_id: str, entry: ProgressEntry, *, by: Subject, key: UUID) -> Measure:
    """Enter what is reported of a measure. Raises Unfit: a day, state or evidence that cannot be; Refused."""
    with record.act("reported on a measure", by=by, key=key) as act:
        row = act.lock(visible_measures(by), measure_id)
        _report(row, entry, by)
        write(act, row, state=entry.state)
        return row


@record.action(answers=commitment_by_id)
def report_commitment(commitment_id: str, entry: ProgressEntry, *, by: Subject, key: UUID) -> Commitment:
    """Enter what is reported of a commitment. Raises Unfit: a day, state or evidence that cannot be; Refused."""
    with record.act("reported on a commitment", by=by, key=key) as act:
        row = act.lock(visible_commitments(by), commitment_id)
        _report(row, entry, by)
        act.entry(
            organisation_id=row.organisation_id,
            stream=row.stream,
            audience=row.audience,
            data={"what": row.words[:200], "commitment": row.pk, "state": entry.state},
            answer=row.pk,
        )
        return row


def _report(row: Measure | Commitment, entry: ProgressEntry, by: Subject) -> None:
    require(may_report(by, row))
    if entry.state == Progress.WISH:
        raise Unfit("state", _("“%s” is no state of what is followed.") % entry.state)
    require_day(row.organisation, "day", entry.day)
    if row.known and entry.day < row.known:
        raise Unfit("day", _("The day lies before %s, since when this is followed.") % date_format(row.known, "j E Y"))
    if entry.open and by.role not in OFFICE:
        raise Unfit("open", _("The chair or the secretariat says what is made known."))
    told = reported(row.organisation, by, entry)
    of = {"measure": row} if isinstance(row, Measure) else {"commitment": row}
    ProgressReport.objects.create(**of, **told, open=entry.open)
