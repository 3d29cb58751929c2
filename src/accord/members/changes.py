"""What of something that is kept was corrected, told part by part. Pure: values in, words out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from accord.members.basis import Basis
from accord.members.choices import Standing


@dataclass(frozen=True, slots=True)
class Change:
    """One part that was corrected: what it is called, what stood, and what stood then; "" for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """
    What stood until it was corrected.

    Attributes:
        changes: all that was corrected, as far as the reader sees it. written: when it was written as it stood.
        at, actor, reason: when it was corrected, by whom, and why.
        since: the day from which it is as it is now; None where it was a mistake from the beginning.
    """

    changes: tuple[Change, ...]
    written: datetime
    at: datetime
    actor: str
    reason: str
    since: date | None = None


def changes_told(before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]) -> tuple[Change, ...]:
    """
    Return which parts are written otherwise in ``after``, in their order.

    Args:
        before, after: what each part is called, and what stands there; the same parts in the same order.
    """
    pairs = zip(before, after, strict=True)
    return tuple(Change(label, was, now) for (label, was), (_label, now) in pairs if was != now)


def basis_told(basis: Basis) -> str:
    """Return all on which something rests: how well it is known, who says it, when and where, and why."""
    said = (str(Standing(basis.standing).label), basis.source_name, basis.source_date, basis.source_url, basis.why)
    return ", ".join(filter(None, said))
