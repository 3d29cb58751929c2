"""Correcting a measure: what stood before stays, with who corrected it, why, and from which day it is another one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.commitments.access import may_plan
from accord.commitments.actions.measures import measure_by_id, planned, write
from accord.commitments.actions.steps import require_day
from accord.commitments.models import Correction, Measure
from accord.commitments.queries.visible import visible_measures
from accord.commitments.values import CorrectionEntry
from accord.members import checks
from accord.members.errors import Unfit
from accord.record import acts as record


@record.action(answers=measure_by_id)
def correct_measure(measure_id: str, entry: CorrectionEntry, *, by: Subject, key: UUID) -> Measure:
    """
    Correct words, owner, period, indicator, area or source of a measure.

    Raises:
        NotVisible: there is no such measure. Unfit: something cannot be so, nothing is changed by it, no reason is
            given, or the day lies before an earlier one; Refused.
    """
    with record.act("corrected a measure", by=by, key=key) as act:
        row = act.lock(visible_measures(by), measure_id)
        require(may_plan(by, row.organisation))
        values = planned(row.organisation, entry.planned)
        before = {name: getattr(row, name) for name in values}
        if values == before:
            raise Unfit("words", _("This is what stands there already. Nothing was changed."))
        _require_since(row, entry.since)
        reason = checks.name("reason", entry.reason, longest=300)
        Correction.objects.create(measure=row, until=entry.since, reason=reason, actor=by.name, at=act.at, **before)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=[*values])
        write(act, row, before=before["words"], reason=reason)
        return row


def _require_since(row: Measure, since: date | None) -> None:
    if since is None:
        return
    require_day(row.organisation, "since", since)
    earlier = [each.until for each in row.corrections.all() if each.until]
    first = max(filter(None, (row.known, *earlier)), default=None)
    if first and since <= first:
        raise Unfit("since", _("It has to be later than %s.") % date_format(first, "j E Y"))
