"""What stood in a measure before it was corrected, and what stands there now, to be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.commitments.models import Correction, Measure
from accord.commitments.models.followed import Planned
from accord.commitments.pages import CorrectionLine
from accord.commitments.queries.lines import indicator_of, period_of
from accord.commitments.queries.visible import visible_measures
from accord.commitments.values import MeasureEntry
from accord.members.basis import Basis


def corrections_of(row: Measure, day: date) -> tuple[CorrectionLine, ...]:
    """Return what stood in a measure before, the latest first, as far as it is another one by a day."""
    stands: tuple[Correction | Measure, ...] = (*row.corrections.all(), row)
    pairs = ((before, after) for before, after in pairwise(stands) if isinstance(before, Correction))
    known = [_line(before, after) for before, after in pairs if before.until is None or before.until <= day]
    return tuple(reversed(known))


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


def _line(row: Correction, after: Planned) -> CorrectionLine:
    return CorrectionLine(tuple(_changed(row, after)), row.until, row.reason, row.actor, row.at.date())


def _changed(row: Planned, after: Planned) -> Iterator[tuple[str, str, str]]:
    for (label, before), (_label, now) in zip(_told(row), _told(after), strict=True):
        if before != now:
            yield label, before, now


def _told(row: Planned) -> Iterator[tuple[str, str]]:
    basis = Basis.of(row)
    yield _("Measure"), row.words
    yield _("Whose"), row.member.name if row.member else row.organ.name if row.organ else row.office
    yield _("When"), period_of(row)
    yield _("Indicator"), indicator_of(row)
    yield _("Area"), row.area.name if row.area else ""
    yield _("Source"), ", ".join(filter(None, (basis.source_name, basis.source_date, basis.source_url)))
