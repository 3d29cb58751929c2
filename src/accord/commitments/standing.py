"""How something that is followed stands on a day. Pure: reports and a day in, the standing out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.commitments.choices import Standing
from accord.programme.choices import Progress
from accord.programme.pages import ReportLine

ENDED = (Standing.DONE, Standing.DROPPED)

ORDER = (Standing.OVERDUE, Standing.RUNNING, Standing.PLANNED, Standing.UNTOLD, Standing.DONE, Standing.DROPPED)
"""In which order what is followed is listed and counted."""

MARKS = {
    Standing.PLANNED: "unknown",
    Standing.RUNNING: "adref",
    Standing.DONE: "agreed",
    Standing.OVERDUE: "uncovered",
    Standing.DROPPED: "forwarded",
    Standing.UNTOLD: "unknown",
}

SAID = {
    Progress.RUNNING: Standing.RUNNING,
    Progress.DONE: Standing.DONE,
    Progress.DROPPED: Standing.DROPPED,
}


def said_of(reports: Sequence[ReportLine]) -> Standing:
    """Return what the last report says, or that it is planned."""
    return SAID.get(Progress(reports[-1].status), Standing.PLANNED) if reports else Standing.PLANNED


def standing_of(reports: Sequence[ReportLine], due: date | None, day: date, *, whole: bool = True) -> Standing:
    """
    Return how something stands on a day.

    Args:
        reports: those of the day and before, in order of time.
        due: the last day; what is reported neither done nor dropped by its end is overdue on the next.
        whole: these are all reports, and not only those that are open to the reader: of what was never made known
            nothing is said, not even that it is overdue, which a report that is not open may contradict.
    """
    if not whole:
        return said_of(reports) if reports else Standing.UNTOLD
    said = said_of(reports)
    return Standing.OVERDUE if said not in ENDED and due is not None and due < day else said
