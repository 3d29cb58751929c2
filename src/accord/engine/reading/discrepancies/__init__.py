"""What does not fit in a report: within itself, against the register, and against other reports of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.reading.discrepancies.against_register import against_register
from accord.engine.reading.discrepancies.against_reports import against_report
from accord.engine.reading.discrepancies.calendar import in_dates
from accord.engine.reading.discrepancies.counting import in_numbers
from accord.engine.reading.discrepancies.naming import in_names
from accord.engine.reading.discrepancies.wording import in_words
from accord.engine.reading.model import Discrepancy
from accord.engine.reading.reading import Reading

__all__ = ["discrepancies_of"]


def discrepancies_of(reading: Reading, others: Sequence[Reading]) -> list[Discrepancy]:
    """Return everything that does not fit, in order of place; silences last. A report about something else has none."""
    if reading.report.about != "council":
        return []
    found = dict.fromkeys(_all(reading, others))
    return sorted(found, key=lambda each: (each.end == 0, each.start, each.end, each.kind, each.basis, each.why))


def _all(reading: Reading, others: Sequence[Reading]) -> Iterator[Discrepancy]:
    for part in (in_dates, in_numbers, in_names, in_words, against_register):
        yield from part(reading)
    for other in others:
        if other.report.about == "council":
            yield from against_report(reading, other)
