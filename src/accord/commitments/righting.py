"""What was planned by a day, with what was later found to be a mistake put right. Pure: nothing is read or stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from datetime import date
from itertools import pairwise
from typing import Any

from accord.commitments.models import Correction, Measure

OWNER = ("member", "organ", "office")
PARTS = (
    OWNER,
    ("target", "unit"),
    ("standing", "why"),
    *((name,) for name in ("words", "begins", "due", "when", "indicator", "area")),
    *((name,) for name in ("source_name", "source_url", "source_date")),
)
"""The columns of what is planned; those that say one thing together stand together."""

Stand = Measure | Correction


def planned_by(stands: Sequence[Stand], day: date) -> Stand:
    """
    Return what was planned by a day.

    Args:
        stands: what stood before each correction, in order of time, and last what stands now.

    Returns:
        What stood there before the first change of plan that holds from a later day. A mistake that was corrected
        after that change is put right in a copy of it, wherever the mistake stood there already.

    Source: docs/reference/commitments.md, "Correcting a measure".
    """
    later = (at for at, each in enumerate(stands) if isinstance(each, Correction) and each.until and each.until > day)
    first = next(later, len(stands) - 1)
    stand = copy(stands[first])
    for before, after in pairwise(stands[first + 1 :]):
        if isinstance(before, Correction) and before.until is None:
            for name, value in dict(_righted(stand, before, after)).items():
                setattr(stand, name, value)
    return stand


def _righted(stand: Stand, before: Stand, after: Stand) -> Iterator[tuple[str, Any]]:
    """Yield name and value of each column that a correction put right and that still holds the mistake."""
    for part in PARTS:
        changed = [name for name in part if getattr(before, name) != getattr(after, name)]
        held = part if part == OWNER else changed
        if changed and all(getattr(stand, name) == getattr(before, name) for name in held):
            yield from ((name, getattr(after, name)) for name in changed)
