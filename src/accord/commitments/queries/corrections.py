"""What stood in a measure before it was corrected, and what stands there now, to be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.commitments.models import Measure
from accord.commitments.models.followed import Planned
from accord.commitments.queries.lines import indicator_of, period_of
from accord.commitments.queries.visible import visible_measures
from accord.commitments.values import MeasureEntry
from accord.members.basis import Basis
from accord.members.changes import CorrectionLine, basis_told, changes_told


def corrections_of(row: Measure, day: date) -> tuple[CorrectionLine, ...]:
    """Return what stood in a measure before, the latest first, as far as it is another one by a day."""
    known = (one for one in _corrections(row) if one.since is None or one.since <= day)
    return tuple(reversed([*known]))


def _corrections(row: Measure) -> Iterator[CorrectionLine]:
    rows, written = list(row.corrections.all()), row.at
    for one, after in zip(rows, (*rows, row)[1:], strict=True):
        changes = changes_told(_parts(one), _parts(after))
        yield CorrectionLine(changes, written, one.at, one.actor, one.reason, one.until)
        written = one.at


def measure_entry(by: Subject, measure_id: str) -> MeasureEntry:
    """Return what stands in a measure now, to be kept or corrected. Raises NotVisible."""
    row = visible_measures(by).filter(pk=measure_id).first()
    if row is None:
        raise NotVisible
    plain = {name: getattr(row, name) for name in ("words", "begins", "due", "when", "indicator", "unit")}
    return MeasureEntry(
        row.priority.handle,
        owner=_owner(row),
        target=row.target.normalize() if row.target is not None else None,
        area=row.area.key if row.area else "",
        sample=row.sample,
        known=row.known,
        basis=Basis.of(row),
        **plain,
    )


def _owner(row: Planned) -> str:
    if row.member:
        return f"member {row.member.code}"
    return f"organ {row.organ.key}" if row.organ else row.office


def _parts(row: Planned) -> Iterator[tuple[str, str]]:
    """Yield what each part of a measure is called, and what stands there."""
    yield _("Measure"), row.words
    yield _("Whose"), row.member.name if row.member else row.organ.name if row.organ else row.office
    yield _("When"), period_of(row)
    yield _("Indicator"), indicator_of(row)
    yield _("Area"), row.area.name if row.area else ""
    yield _("Standing and source"), basis_told(Basis.of(row))
