"""
What is known of the clock and the service over a silence procedure, from the spans in which somebody watched.

Source: docs/reference/silence.md, "The clock is watched".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from accord.engine.rules.silence import Procedure, Watch, state

MOST_GAP = timedelta(seconds=60)
"""Time without a sign that still counts as watched; several signs fall into it."""


@dataclass(frozen=True, slots=True)
class Span:
    """
    A span in which the service gave signs without a gap.

    Attributes:
        since, seen: the first sign and the last, by the wall clock. drift: by how many seconds the wall clock and the
            monotonic clock came to disagree in it, at most.
    """

    since: datetime
    seen: datetime
    drift: float = 0.0


def watch(spans: Sequence[Span], procedure: Procedure, at: datetime) -> Watch:
    """
    Return what is known of the period: drift over all of it, and where in its last part the service gave no sign.

    Args:
        at: now; what is still to come is not "away". Without any span nothing was ever watched, and nothing is known.
    """
    if not spans:
        return Watch()
    begins, ends = procedure.deadline - procedure.last_part, min(procedure.deadline, at)
    inside = [each for each in spans if each.since < procedure.deadline and each.seen > procedure.opens]
    drift = timedelta(seconds=max((abs(each.drift) for each in inside), default=0.0))
    return Watch(drift, tuple(_gaps(spans, max(begins, procedure.opens), ends)))


def _gaps(spans: Sequence[Span], begins: datetime, ends: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield where nobody watched between two instants; a gap that signs may have between them is none."""
    reached = begins
    for each in sorted(spans, key=lambda span: span.since):
        if each.since > reached + MOST_GAP and reached < ends:
            yield reached, min(each.since, ends)
        reached = max(reached, each.seen)
    if ends > reached + MOST_GAP:
        yield reached, ends


def lengthened(procedure: Procedure, known: Watch, at: datetime) -> datetime | None:
    """
    Return the later deadline that a period needs which still runs and in whose last part the service was away.

    Its whole last part then lies behind the return of the service, so that objections can reach it. Else None.
    """
    if state(procedure, at) not in {"running", "extended", "restarted"}:
        return None
    begins = procedure.deadline - procedure.last_part
    returned = [end for start, end in known.away if end > begins and end <= at]
    later = max(returned) + procedure.last_part if returned else procedure.deadline
    return later if later > procedure.deadline else None
