"""In which zones the capitals and the secretariat work."""

from __future__ import annotations

from accord.members.models import Clock, Organisation
from accord.members.pages import ClockLine


def clocks_of(organisation: Organisation) -> tuple[ClockLine, ...]:
    """Return the clocks of an organisation: the secretariat first, then its members in the council's own order."""
    rows = Clock.objects.filter(organisation=organisation).select_related("member")
    lines = [
        (row.member.order if row.member else -1, ClockLine(row.member.code if row.member else "", *_place(row)))
        for row in rows
    ]
    return tuple(line for _order, line in sorted(lines, key=lambda pair: (pair[0], pair[1].code)))


def _place(row: Clock) -> tuple[str, str, str]:
    return row.zone, row.city or row.zone.rpartition("/")[2].replace("_", " "), row.country
